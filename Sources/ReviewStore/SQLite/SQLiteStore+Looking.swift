import Foundation
import GRDB
import Review

/// Details, documents, search.
extension SQLiteStore {
  /// The number of matches of a document that are given back.
  private static let matchLimit = 200
  /// The code points around the first match that a snippet shows.
  private static let snippetMargin = 60

  /// A suggestion with all that happened to it.
  public func detail(_ id: String) throws -> SuggestionDetail? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT b.content, s.status FROM suggestion s JOIN body b USING (number) WHERE s.id = ?
          """, arguments: [id])
      guard let row else { return nil }
      let suggestion = try JSONDecoder().decode(Suggestion.self, from: row["content"] as Data)
      let history = try Self.events(db, "subject = ? ORDER BY sequence", [id])
      let undone = history.compactMap { event -> Int? in
        if case .undo(let cancels, _, _) = event.payload { return cancels }
        return nil
      }
      var parts: [String: ReviewStatus] = [:]
      for part in try Row.fetchAll(
        db, sql: "SELECT part, status FROM part WHERE suggestion = ?", arguments: [id])
      {
        parts[part["part"]] = ReviewStatus(rawValue: part["status"])
      }
      return SuggestionDetail(
        suggestion: suggestion, status: ReviewStatus(rawValue: row["status"]) ?? .open,
        partStatuses: parts, history: history, undone: Set(undone))
    }
  }

  /// The only suggestion whose identifier begins so.
  public func resolve(_ prefix: String) throws -> String? {
    guard prefix.count >= 4, prefix.utf8.allSatisfy({ $0 != 0x25 && $0 != 0x5F }) else {
      return nil
    }
    let found = try read { db in
      try String.fetchAll(
        db, sql: "SELECT id FROM suggestion WHERE id >= ? AND id < ? LIMIT 2",
        arguments: [prefix, prefix + "\u{10FFFF}"])
    }
    return found.count == 1 ? found[0] : nil
  }

  /// A document.
  public func document(_ id: String) throws -> Document? {
    try read { try Self.document($0, id) }
  }

  private static func document(_ db: Database, _ id: String) throws -> Document? {
    let data = try Data.fetchOne(
      db, sql: "SELECT content FROM document WHERE id = ?", arguments: [id])
    return try data.map { try JSONDecoder().decode(Document.self, from: $0) }
  }

  /// Documents that hold the words, best first.
  public func search(_ text: String, project: Project, limit: Int) throws -> [SearchHit] {
    guard let expression = FrenchQuery.expression(text) else { return [] }
    let words = FoldedWords.words(text)
    return try read { db in
      let contents = try Data.fetchAll(
        db,
        sql: """
          SELECT d.content FROM passage p JOIN document d ON d.number = p.rowid
            WHERE p.passage MATCH ? AND d.project = ? ORDER BY bm25(passage) LIMIT ?
          """, arguments: [expression, project.rawValue, max(1, limit)])
      return try contents.map {
        Self.hit(try JSONDecoder().decode(Document.self, from: $0), words: words)
      }
    }
  }

  private static func hit(_ document: Document, words: [String]) -> SearchHit {
    let scalars = Array(document.text.unicodeScalars)
    let matches = Array(matches(of: words, in: scalars).prefix(matchLimit))
    let first = matches.first?.begin ?? 0
    let begin = max(0, first - snippetMargin)
    let end = min(scalars.count, first + 2 * snippetMargin)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[begin..<end])
    let inside = matches.filter { $0.begin >= begin && $0.end <= end }
    return SearchHit(
      document: document.id, title: document.title, date: document.date, snippet: String(view),
      highlights: inside.map { Span($0.begin - begin, $0.end - begin) }, matches: matches)
  }

  /// The words of a text that begin with one of those looked for, in code points.
  private static func matches(of words: [String], in scalars: [Unicode.Scalar]) -> [Span] {
    var found: [Span] = []
    var start: Int?
    for index in 0...scalars.count {
      let isPart =
        index < scalars.count
        && (scalars[index].properties.isAlphabetic || scalars[index].properties.numericType != nil)
      if isPart {
        if start == nil { start = index }
      } else if let begin = start {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[begin..<index])
        let word = FoldedWords.words(String(view)).first ?? ""
        if words.contains(where: { word.hasPrefix($0) }) { found.append(Span(begin, index)) }
        start = nil
      }
    }
    return found
  }
}
