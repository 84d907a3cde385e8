import Foundation
import Language
import Learning
import Review

/// The actions of the panel.
enum LettersActions {
  /// The number of similar passages.
  private static let similarCount = 15
  private static let newLetters = PluralText(
    one: LocalizedText(fr: "nouvelle lettre", en: "new letter"),
    other: LocalizedText(fr: "nouvelles lettres", en: "new letters"))
  /// The number of letters of a history.
  private static let historyLimit = 200

  /// The book of the site of the suggestion in focus.
  private static func book(
    _ request: ActionRequest, _ records: any RecordSource
  ) throws -> SiteBook {
    guard let suggestion = request.suggestion else { throw EngineError.unknownName("suggestion") }
    return try SiteBook(request.circumstances, site: suggestion.place, records: records)
  }

  /// The brief of the site in focus, as a Markdown file.
  static func brief(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    let book = try book(request, records)
    let site = book.site ?? ""
    let count = min(200, max(1, Int(request.parameters["count"] ?? "") ?? 12))
    let writer = BriefWriter(
      brief: book.brief(count: count, language: request.language),
      language: request.language)
    let name = site.split(separator: " ").joined(separator: "-")
    return .file(
      name: "fiche-\(name)-\(request.circumstances.today.iso).md",
      content: Data(writer.markdown.utf8))
  }

  /// The letters of the site in focus, newest first, with their demands.
  static func history(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    let book = try book(request, records)
    let site = book.site ?? ""
    let places = book.letters.indices.filter { SiteKey.key(book.letters[$0].site) == site }
      .sorted {
        (book.letters[$0].date?.iso ?? "", $1) > (book.letters[$1].date?.iso ?? "", $0)
      }
    var lines = [
      "\(book.history.names[site] ?? site) · \(places.count) "
        + BriefWriter.letters.form(places.count, request.language)
    ]
    for place in places.prefix(historyLimit) {
      let letter = book.letters[place]
      let theme = letter.theme.isEmpty ? "" : " · \(letter.theme)"
      lines.append("")
      lines.append("\(letter.date?.iso ?? "?")  \(letter.inspection)\(theme)")
      for fact in book.facts where fact.letter == place && fact.item.section.holdsRequests {
        let word = PriorityTrail(fact, letters: book.letters, all: book.facts).word(fact)[
          request.language]
        let mark = word.isEmpty ? "" : "  [\(word)]"
        lines.append(
          "  \(fact.item.section.rawValue).\(fact.item.ordinal) "
            + DemandTitle.title(fact.item.text) + mark)
      }
    }
    return .text(lines)
  }

  /// The demands most like the one in focus, at all sites.
  static func similar(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    guard let suggestion = request.suggestion else { throw EngineError.unknownName("suggestion") }
    let material = try LetterMaterial(LetterSources(), records: records)
    var items: [(letter: Letter, item: LetterItem)] = []
    for read in material.letters {
      for item in read.letter.items { items.append((read.letter, item)) }
    }
    guard let focus = items.first(where: { $0.item.id == suggestion.naturalKey }) else {
      throw EngineError.invalid(
        LocalizedText(fr: "cette demande n’est plus là", en: "this demand is gone"))
    }
    let texts = Parallel.map(items.map { $0.item.context + " " + $0.item.text }) {
      TokenizedText($0)
    }
    let vectors = TextVectors(learning: texts)
    let target = vectors.vector(TokenizedText(focus.item.context + " " + focus.item.text))
    let weights = Dictionary(
      zip(target.columns, target.values), uniquingKeysWith: { first, _ in first })
    let scores = Parallel.map(texts) { text -> Double in
      let vector = vectors.vector(text)
      return zip(vector.columns, vector.values).reduce(0) {
        $0 + Double($1.1) * Double(weights[$1.0] ?? 0)
      }
    }
    let order = items.indices.filter { items[$0].item.id != focus.item.id && scores[$0] > 0.05 }
      .sorted { (scores[$0], $1) > (scores[$1], $0) }
    let lines = order.prefix(similarCount).flatMap { index -> [String] in
      let (letter, item) = items[index]
      let score = LocalizedText.decimal(scores[index], 2)[request.language]
      return [
        "\(score)  \(letter.date?.iso ?? "?")  \(letter.site)  \(item.id)",
        "      " + DemandTitle.title(item.text),
      ]
    }
    let nothing = request.language == .french ? "rien de semblable" : "nothing similar"
    return .text(lines.isEmpty ? [nothing] : lines)
  }

  /// For each saved search, the letters that were read since it was last looked at: an old letter that
  /// is scanned today is news.
  static func watch(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    let rows = try records.knowledge(project: .letters, table: LettersPanel.searchesTable)
    let isFrench = request.language == .french
    guard !rows.isEmpty else {
      return .text([
        isFrench
          ? "aucune recherche gardée ; ajoutez-en à la table « Recherches gardées » (t)"
          : "no saved search; add some to the table “Saved searches” (t)"
      ])
    }
    var found: [String: [String]] = [:]
    let queries = rows.map { row in
      (row, SearchQuery(row.values["query"] ?? ""), seenInstant(row.values["seen"] ?? ""))
    }
    try records.forEachDocument(project: .letters, kind: StoredLetters.documentKind) { document in
      let words = SearchWord.words(in: document.text)
      for (row, query, seen) in queries where !query.isEmpty {
        guard document.provenance.time.iso > seen else { continue }
        guard DocumentFields.match(query, document), query.matches(words) else { continue }
        found[row.key, default: []].append("\(document.date?.iso ?? "?")  \(document.title)")
      }
      return true
    }
    return .text(
      rows.flatMap { row -> [String] in
        let hits = (found[row.key] ?? []).sorted(by: >)
        let news = newLetters.form(hits.count, request.language)
        return ["\(row.key) · \(row.values["query"] ?? "") · \(hits.count) \(news)"]
          + hits.prefix(20).map { "  " + $0 }
      })
  }

  /// What was typed or kept as an instant, so that instants compare as texts; empty for no instant.
  static func seenInstant(_ text: String) -> String {
    let text = text.trimmingCharacters(in: .whitespaces)
    if CalendarDate(iso: String(text.prefix(10))) != nil { return text }
    return FrenchDates.dates(in: text).first?.date.iso ?? ""
  }

  /// Marks all saved searches as seen up to now.
  static func seen(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    let rows = try records.knowledge(project: .letters, table: LettersPanel.searchesTable)
    let now = request.circumstances.now.iso
    return .knowledge(
      table: LettersPanel.searchesTable,
      rows: rows.map { row in
        KnowledgeRow(key: row.key, values: row.values.merging(["seen": now]) { $1 })
      })
  }
}
