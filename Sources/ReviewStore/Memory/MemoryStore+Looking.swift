import Foundation
import Language
import Review

/// The list, details and search, by plain scans.
extension MemoryStore {
  private static func standing(_ content: Content, _ id: String) -> Standing {
    content.standings[id] ?? Standing()
  }

  private static func row(_ content: Content, _ suggestion: Suggestion) -> SuggestionRow {
    let standing = standing(content, suggestion.id)
    let isAccepted = standing.status == .accepted
    return SuggestionRow(
      suggestion, status: standing.status, followUp: isAccepted ? standing.followUp : nil,
      due: isAccepted ? standing.due : nil, noteCount: standing.noteCount)
  }

  func rows(_ query: SuggestionQuery) -> [SuggestionRow] {
    let words = FoldedWords.words(query.text)
    var wanted: [String: Set<String>] = [:]
    for facet in query.facets { wanted[facet.name, default: []].insert(facet.value) }
    return read { content in
      content.suggestions.values.filter { suggestion in
        guard suggestion.project == query.project,
          query.ids?.contains(suggestion.id) ?? true
        else { return false }
        let status = Self.standing(content, suggestion.id).status
        guard query.statuses.isEmpty || query.statuses.contains(status) else { return false }
        let folded = FoldedWords.text(of: suggestion)
        guard words.allSatisfy({ folded.contains(" " + $0) }) else { return false }
        return wanted.allSatisfy { name, values in
          suggestion.facets.contains { $0.name == name && values.contains($0.value) }
        }
      }.map { Self.row(content, $0) }
    }.sorted { $0.key < $1.key }
  }

  /// A window of the list.
  public func window(
    _ query: SuggestionQuery, anchor: WindowAnchor, limit: Int
  ) throws -> SuggestionWindow {
    let all = rows(query)
    let limit = max(1, limit)
    func place(_ key: SuggestionKey) -> Int { all.firstIndex { !($0.key < key) } ?? all.count }
    let start: Int
    var end: Int
    switch anchor {
    case .start: (start, end) = (0, limit)
    case .end: (start, end) = (max(0, all.count - limit), all.count)
    case .from(let key): (start, end) = (place(key), place(key) + limit)
    case .before(let key): (start, end) = (max(0, place(key) - limit), place(key))
    case .around(let key):
      start = max(0, place(key) - limit / 2)
      end = start + limit
    }
    end = min(all.count, end)
    let rows = start < end ? Array(all[start..<end]) : []
    return SuggestionWindow(rows: rows, before: rows.isEmpty ? 0 : start, total: all.count)
  }

  /// How many suggestions stand where.
  public func counts(_ project: Project, today: CalendarDate) throws -> PanelCounts {
    var counts = PanelCounts()
    for row in rows(SuggestionQuery(project: project, statuses: [])) {
      switch row.status {
      case .open: counts.open += 1
      case .accepted: counts.accepted += 1
      case .rejected: counts.rejected += 1
      case .later: counts.later += 1
      }
      if let due = row.due, due < today { counts.overdue += 1 }
    }
    let decided = read { content in
      let undone = Self.undone(content)
      return content.events.compactMap { event -> String? in
        guard case .decision(let decision) = event.payload, decision.project == project,
          event.time.day >= today, !undone.contains(event.sequence)
        else { return nil }
        return decision.suggestion
      }
    }
    counts.decidedToday = Set(decided).count
    return counts
  }

  /// The values of a facet, most frequent first.
  public func facetCounts(
    _ query: SuggestionQuery, facet: String, limit: Int
  ) throws -> [FacetCount] {
    var counts: [String: Int] = [:]
    for row in rows(query) {
      for value in Set(row.facets.filter { $0.name == facet }.map(\.value)) {
        counts[value, default: 0] += 1
      }
    }
    return counts.map { FacetCount(name: facet, value: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }.prefix(max(1, limit)).map { $0 }
  }

  /// A suggestion with all that happened to it.
  public func detail(_ id: String) throws -> SuggestionDetail? {
    read { content in
      guard let suggestion = content.suggestions[id] else { return nil }
      let standing = Self.standing(content, id)
      let history = Self.events(content) { $0.subject == id }
      let undone = history.compactMap { event -> Int? in
        if case .undo(let cancels, _, _) = event.payload { return cancels }
        return nil
      }
      return SuggestionDetail(
        suggestion: suggestion, status: standing.status, partStatuses: standing.parts,
        history: history, undone: Set(undone))
    }
  }

  /// The only suggestion whose identifier begins so, or `nil`.
  public func resolve(_ prefix: String) throws -> String? {
    guard prefix.count >= 4 else { return nil }
    let found = read { $0.suggestions.keys.filter { $0.hasPrefix(prefix) } }
    return found.count == 1 ? found.first : nil
  }

  /// A document.
  public func document(_ id: String) throws -> Document? { read { $0.documents[id] } }

  /// Documents that hold the words.
  public func search(_ text: String, project: Project, limit: Int) throws -> [SearchHit] {
    let query = SearchQuery(text)
    guard !query.isEmpty else { return [] }
    let found = read { content in
      content.documents.values.filter { document in
        document.project == project && Self.lies(document, in: query)
          && query.matches(SearchWord.words(in: document.title + "\n" + document.text))
      }
    }
    return found.sorted { $0.id < $1.id }.prefix(max(1, limit)).map {
      SearchHit(document: $0, query: query)
    }
  }

  private static func lies(_ document: Document, in query: SearchQuery) -> Bool {
    if let after = query.after {
      guard let date = document.date, date >= after else { return false }
    }
    if let before = query.before {
      guard let date = document.date, date <= before else { return false }
    }
    return query.fields.allSatisfy { field in
      let value = document.attributes[field.name] ?? ""
      let words = Set(SearchWord.words(in: value).map(\.exact))
      return field.words.allSatisfy(words.contains)
    }
  }

  /// Nothing is corrected in memory.
  public func correction(_ text: String) throws -> String? { nil }
}
