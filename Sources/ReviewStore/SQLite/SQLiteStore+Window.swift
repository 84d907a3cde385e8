import Foundation
import GRDB
import Review

/// The list: windows by key, counts, facets.
extension SQLiteStore {
  /// The greatest number of rows of a window.
  private static let windowLimit = 1000
  /// From so many matches on, walking the list finds a window sooner than sorting the matches.
  private static let walkFrom = 3000
  private static let columns = """
    s.id, s.title, s.place, s.date, s.facets, s.value, s.low, s.high, s.model, s.level, s.priority,
    s.selection, s.probability, s.status, s.follow_up, s.due, s.notes
    """

  /// A window of the list.
  public func window(
    _ query: SuggestionQuery, anchor: WindowAnchor, limit: Int
  ) throws -> SuggestionWindow {
    let limit = min(Self.windowLimit, max(1, limit))
    return try read { db in
      var filter = Filter(query)
      let total = try Self.total(db, query, &filter)
      guard total > 0 else { return .empty }
      let rows = try Self.rows(db, filter, anchor, limit)
      let before = try Self.before(db, filter, anchor, rows, total)
      return SuggestionWindow(rows: rows, before: before, total: total)
    }
  }

  /// The conditions of a query as SQL.
  struct Filter {
    var condition: String
    var arguments: StatementArguments
    /// Which words are looked for in the index, when that is the way.
    var match: String?
    let words: [String]

    init(_ query: SuggestionQuery) {
      condition = "s.project = ?"
      arguments = [query.project.rawValue]
      if !query.statuses.isEmpty {
        let statuses = query.statuses.map(\.rawValue).sorted()
        let marks = statuses.map { _ in "?" }.joined(separator: ", ")
        condition += statuses.count == 1 ? " AND s.status = ?" : " AND s.status IN (\(marks))"
        for status in statuses { arguments += [status] }
      }
      var values: [String: [String]] = [:]
      for facet in query.facets { values[facet.name, default: []].append(facet.value) }
      for name in values.keys.sorted() {
        let wanted = values[name] ?? []
        let marks = wanted.map { _ in "?" }.joined(separator: ", ")
        condition += """
           AND s.number IN (SELECT number FROM facet
            WHERE project = ? AND name = ? AND value IN (\(marks)))
          """
        arguments += [query.project.rawValue, name]
        for value in wanted { arguments += [value] }
      }
      if let ids = query.ids {
        condition += " AND s.id IN (SELECT value FROM json_each(?))"
        let list = (try? JSONEncoder().encode(ids.sorted())) ?? Data("[]".utf8)
        arguments += [String(decoding: list, as: UTF8.self)]
      }
      words = FoldedWords.words(query.text)
      match = nil
    }
  }

  private static func total(
    _ db: Database, _ query: SuggestionQuery, _ filter: inout Filter
  ) throws -> Int {
    if filter.words.isEmpty {
      if query.facets.isEmpty, query.ids == nil { return try tally(db, query) }
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM suggestion s WHERE \(filter.condition)",
        arguments: filter.arguments) ?? 0
    }
    let statuses = query.statuses.isEmpty ? Set(ReviewStatus.allCases) : query.statuses
    let scopes = statuses.map { "scope:\"\(scope(query.project, $0.rawValue))\"" }.sorted()
    let terms = filter.words.map { "text:\"\($0)\"*" }
    let match = (terms + ["(" + scopes.joined(separator: " OR ") + ")"]).joined(separator: " AND ")
    let count =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM word WHERE word MATCH ?", arguments: [match]) ?? 0
    if count < walkFrom {
      filter.match = match
      filter.condition += " AND s.number IN (SELECT rowid FROM word WHERE word MATCH ?)"
      filter.arguments += [match]
    } else {
      for word in filter.words {
        filter.condition += " AND instr(s.folded, ?) > 0"
        filter.arguments += [" " + word]
      }
    }
    guard !query.facets.isEmpty || query.ids != nil else { return count }
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM suggestion s WHERE \(filter.condition)",
      arguments: filter.arguments) ?? 0
  }

  private static func tally(_ db: Database, _ query: SuggestionQuery) throws -> Int {
    let rows = try Row.fetchAll(
      db, sql: "SELECT status, count FROM tally WHERE project = ?",
      arguments: [query.project.rawValue])
    return rows.reduce(0) { sum, row in
      let status: String = row["status"]
      let wanted =
        query.statuses.isEmpty
        || ReviewStatus(rawValue: status).map { query.statuses.contains($0) } ?? false
      let count: Int = row["count"]
      return wanted ? sum + count : sum
    }
  }

  /// The number of rows before a window: known at both ends, else counted along the index, which
  /// costs as much as the window lies deep.
  private static func before(
    _ db: Database, _ filter: Filter, _ anchor: WindowAnchor, _ rows: [SuggestionRow], _ total: Int
  ) throws -> Int {
    guard let key = rows.first?.key else { return 0 }
    switch anchor {
    case .start: return 0
    case .end: return max(0, total - rows.count)
    case .from, .before, .around:
      return try Int.fetchOne(
        db.cachedStatement(
          sql: "SELECT count(*) FROM suggestion s WHERE \(filter.condition)\(beforeKey)"),
        arguments: filter.arguments + arguments(key)) ?? 0
    }
  }

  private static func rows(
    _ db: Database, _ filter: Filter, _ anchor: WindowAnchor, _ limit: Int
  ) throws -> [SuggestionRow] {
    switch anchor {
    case .start: return try forward(db, filter, "", [], limit)
    case .end: return try backward(db, filter, "", [], limit)
    case .from(let key): return try from(db, filter, key, limit)
    case .before(let key): return try backward(db, filter, beforeKey, arguments(key), limit)
    case .around(let key):
      let first = try backward(db, filter, beforeKey, arguments(key), limit / 2)
      return try first + from(db, filter, key, limit - first.count)
    }
  }

  private static let beforeKey = " AND s.priority >= ? AND (s.priority > ? OR s.id < ?)"
  private static let fromKey = " AND s.priority <= ? AND (s.priority < ? OR s.id >= ?)"

  private static func arguments(_ key: SuggestionKey) -> StatementArguments {
    [key.priority, key.priority, key.id]
  }

  private static func from(
    _ db: Database, _ filter: Filter, _ key: SuggestionKey, _ limit: Int
  ) throws -> [SuggestionRow] {
    try forward(db, filter, fromKey, arguments(key), limit)
  }

  private static func forward(
    _ db: Database, _ filter: Filter, _ more: String, _ arguments: StatementArguments, _ limit: Int
  ) throws -> [SuggestionRow] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(columns) FROM suggestion s WHERE \(filter.condition)\(more)
            ORDER BY s.priority DESC, s.id LIMIT \(limit)
          """), arguments: filter.arguments + arguments
    ).map(row)
  }

  private static func backward(
    _ db: Database, _ filter: Filter, _ more: String, _ arguments: StatementArguments, _ limit: Int
  ) throws -> [SuggestionRow] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(columns) FROM suggestion s WHERE \(filter.condition)\(more)
            ORDER BY s.priority, s.id DESC LIMIT \(limit)
          """), arguments: filter.arguments + arguments
    ).map(row).reversed()
  }

  static func row(_ row: Row) -> SuggestionRow {
    let model: Int? = row["model"]
    let level: Int? = row["level"]
    let basis = model.map { Score.Basis.probability(model: $0) } ?? .rule(level: level ?? 1)
    let reason = Selection.Reason(rawValue: row["selection"]) ?? .best
    let date: String? = row["date"]
    let due: String? = row["due"]
    return SuggestionRow(
      id: row["id"], title: row["title"], place: row["place"],
      date: date.flatMap { CalendarDate(iso: $0) }, facets: FacetText.read(row["facets"]),
      score: Score(row["value"], low: row["low"], high: row["high"], basis: basis),
      priority: row["priority"], selection: Selection(reason, probability: row["probability"]),
      status: ReviewStatus(rawValue: row["status"]) ?? .open, followUp: row["follow_up"],
      due: due.flatMap { CalendarDate(iso: $0) }, noteCount: row["notes"])
  }

  /// How many suggestions stand where.
  public func counts(_ project: Project, today: CalendarDate) throws -> PanelCounts {
    try read { db in
      var counts = PanelCounts()
      let rows = try Row.fetchAll(
        db, sql: "SELECT status, count FROM tally WHERE project = ?", arguments: [project.rawValue])
      for row in rows {
        switch ReviewStatus(rawValue: row["status"]) {
        case .open: counts.open = row["count"]
        case .accepted: counts.accepted = row["count"]
        case .rejected: counts.rejected = row["count"]
        case .later: counts.later = row["count"]
        case nil: break
        }
      }
      counts.overdue =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM suggestion WHERE project = ? AND due < ?",
          arguments: [project.rawValue, today.iso]) ?? 0
      counts.decidedToday =
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(DISTINCT subject) FROM ledger
              WHERE project = ? AND kind = 'decision' AND time >= ?
                AND sequence NOT IN (SELECT cancels FROM ledger WHERE cancels IS NOT NULL)
            """,
          arguments: [project.rawValue, Int64(today.daysSinceEpoch) * 86_400_000]) ?? 0
      return counts
    }
  }

  /// The values of a facet.
  public func facetCounts(
    _ query: SuggestionQuery, facet: String, limit: Int
  ) throws -> [FacetCount] {
    try read { db in
      var filter = Filter(query)
      if !filter.words.isEmpty { _ = try Self.total(db, query, &filter) }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT f.value, count(*) AS n FROM facet f JOIN suggestion s ON s.number = f.number
            WHERE f.project = ? AND f.name = ? AND \(filter.condition)
            GROUP BY f.value ORDER BY n DESC, f.value LIMIT \(max(1, limit))
          """,
        arguments: [query.project.rawValue, facet] + filter.arguments
      ).map { FacetCount(name: facet, value: $0["value"], count: $0["n"]) }
    }
  }
}
