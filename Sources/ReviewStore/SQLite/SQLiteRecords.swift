import Foundation
import GRDB
import Review

extension SQLiteStore {
  /// The read-only view for engines.
  public var records: any RecordSource { SQLiteRecords(store: self) }
}

/// What engines may read of the store.
struct SQLiteRecords: RecordSource {
  /// The number of suggestions decoded at once.
  private static let page = 500

  let store: SQLiteStore

  func forEachRecord(
    project: Project, kind: String, _ body: (SourceRecord) throws -> Bool
  ) throws {
    try each(
      "SELECT key, content FROM record WHERE project = ? AND kind = ? ORDER BY key",
      [project.rawValue, kind]
    ) { row in
      try body(
        SourceRecord(project: project, kind: kind, key: row["key"], content: row["content"]))
    }
  }

  func record(project: Project, kind: String, key: String) throws -> SourceRecord? {
    var found: SourceRecord?
    try each(
      "SELECT content FROM record WHERE project = ? AND kind = ? AND key = ?",
      [project.rawValue, kind, key]
    ) { row in
      found = SourceRecord(project: project, kind: kind, key: key, content: row["content"])
      return false
    }
    return found
  }

  func forEachDocument(
    project: Project, kind: String, _ body: (Document) throws -> Bool
  ) throws {
    let decoder = JSONDecoder()
    try each(
      "SELECT content FROM document WHERE project = ? AND kind = ? ORDER BY id",
      [project.rawValue, kind]
    ) { try body(try decoder.decode(Document.self, from: $0["content"] as Data)) }
  }

  func forEachExample(
    project: Project, task: String, _ body: (TrainingExample) throws -> Bool
  ) throws {
    try each(
      "SELECT * FROM example WHERE project = ? AND task = ? ORDER BY key",
      [project.rawValue, task]
    ) { row in
      let features = FrozenFeatures(schema: row["schema"], data: row["features"])
      return try body(
        TrainingExample(
          project: project, task: task, key: row["key"], group: row["grouping"],
          features: features, label: row["label"], weight: row["weight"]))
    }
  }

  func forEachSuggestion(
    _ query: SuggestionQuery, _ body: (Suggestion) throws -> Bool
  ) throws {
    let decoder = JSONDecoder()
    var anchor = WindowAnchor.start
    var last: String?
    while true {
      let window = try store.window(query, anchor: anchor, limit: Self.page)
      let rows = window.rows.first?.id == last ? Array(window.rows.dropFirst()) : window.rows
      guard let end = rows.last else { return }
      for row in rows {
        let data = try store.read { db in
          try Data.fetchOne(
            db.cachedStatement(
              sql: "SELECT b.content FROM suggestion s JOIN body b USING (number) WHERE s.id = ?"),
            arguments: [row.id])
        }
        guard let data else { continue }
        guard try body(try decoder.decode(Suggestion.self, from: data)) else { return }
      }
      last = end.id
      anchor = .from(end.key)
    }
  }

  func knowledge(project: Project, table: String) throws -> [KnowledgeRow] {
    try store.knowledge(project: project, table: table)
  }

  func document(_ id: String) throws -> Document? { try store.document(id) }

  func detail(_ suggestion: String) throws -> SuggestionDetail? { try store.detail(suggestion) }

  private func each(
    _ sql: String, _ arguments: StatementArguments, _ body: (Row) throws -> Bool
  ) throws {
    try store.read { db in
      let cursor = try Row.fetchCursor(db, sql: sql, arguments: arguments)
      while let row = try cursor.next() {
        guard try body(row) else { return }
      }
    }
  }
}
