import Foundation
import GRDB
import Review

/// Writing what analyses make, in chunks so that nobody waits behind an import.
extension SQLiteStore {
  /// The number of rows of one transaction: well under 50 ms.
  private static let chunk = 400

  /// Saves texts.
  public func save(documents: [Document]) throws {
    let prepared = Parallel.map(documents) { document in
      Result { PreparedDocument(document, content: try BodyEncoder.encode(document)) }
    }
    let vocabulary = knownWords
    // A transaction that is undone takes the words it wrote with it.
    var isDone = false
    defer { if !isDone { vocabulary.forget() } }
    try inChunks(prepared) { db, result in
      let prepared = try result.get()
      let document = prepared.document
      let known = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT number FROM document WHERE id = ?"),
        arguments: [document.id])
      if let known {
        try Self.forget(db, document: known)
        try db.cachedStatement(
          sql: "UPDATE document SET kind = ?, title = ?, date = ?, content = ? WHERE number = ?"
        ).execute(arguments: [
          document.kind, document.title, document.date?.iso, prepared.content, known,
        ])
      } else {
        try db.cachedStatement(
          sql: """
            INSERT INTO document(id, project, kind, title, date, content) VALUES(?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
          document.id, document.project.rawValue, document.kind, document.title,
          document.date?.iso, prepared.content,
        ])
      }
      let number = known ?? db.lastInsertedRowID
      try Self.index(db, prepared, number: number, known: vocabulary)
    }
    isDone = true
  }

  /// Saves suggestions.
  public func save(suggestions: [Suggestion]) throws {
    let prepared = Parallel.map(suggestions) { suggestion in
      Result {
        PreparedSuggestion(
          suggestion: suggestion, content: try BodyEncoder.encode(suggestion),
          words: FoldedWords.text(of: suggestion))
      }
    }
    try inChunks(prepared) { db, result in
      let prepared = try result.get()
      let suggestion = prepared.suggestion
      let (number, isNew) = try Self.upsert(db, suggestion, words: prepared.words)
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO body VALUES(?, ?)").execute(arguments: [
        number, prepared.content,
      ])
      if !isNew {
        try db.cachedStatement(sql: "DELETE FROM facet WHERE number = ?").execute(arguments: [
          number
        ])
      }
      for facet in suggestion.facets {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO facet VALUES(?, ?, ?, ?)").execute(
          arguments: [suggestion.project.rawValue, facet.name, facet.value, number])
      }
    }
  }

  private static func upsert(
    _ db: Database, _ suggestion: Suggestion, words: String
  ) throws -> (number: Int64, isNew: Bool) {
    let values: [(any DatabaseValueConvertible)?] = [
      suggestion.priority, suggestion.title, suggestion.place, suggestion.date?.iso,
      suggestion.score.value, suggestion.score.low, suggestion.score.high, suggestion.score.model,
      level(suggestion.score), suggestion.selection.reason.rawValue,
      suggestion.selection.probability, FacetText.write(suggestion.facets), words,
    ]
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT number, folded, status FROM suggestion WHERE id = ?"),
      arguments: [suggestion.id])
    if let known, let number: Int64 = known["number"] {
      try db.cachedStatement(
        sql: """
          UPDATE suggestion SET priority = ?, title = ?, place = ?, date = ?, value = ?, low = ?,
            high = ?, model = ?, level = ?, selection = ?, probability = ?, facets = ?, folded = ?
            WHERE number = ?
          """
      ).execute(arguments: StatementArguments(values + [number]))
      let folded: String = known["folded"] ?? ""
      if folded != words {
        let status: String = known["status"] ?? "open"
        try index(db, number, words, scope: scope(suggestion.project, status), isNew: false)
      }
      return (number, false)
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO suggestion(priority, title, place, date, value, low, high, model, level,
          selection, probability, facets, folded, id, project)
          VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: StatementArguments(values + [suggestion.id, suggestion.project.rawValue]))
    let number = db.lastInsertedRowID
    try index(db, number, words, scope: scope(suggestion.project, "open"), isNew: true)
    return (number, true)
  }

  /// The word of the index that stands for a project and a status.
  static func scope(_ project: Project, _ status: String) -> String { project.rawValue + status }

  static func index(
    _ db: Database, _ number: Int64, _ words: String, scope: String, isNew: Bool
  ) throws {
    try db.cachedStatement(
      sql: isNew
        ? "INSERT INTO word(text, scope, rowid) VALUES(?, ?, ?)"
        : "UPDATE word SET text = ?, scope = ? WHERE rowid = ?"
    ).execute(arguments: [words, scope, number])
  }

  private static func level(_ score: Score) -> Int? {
    if case .rule(let level) = score.basis { return level }
    return nil
  }

  /// Saves rows to learn from.
  public func save(examples: [TrainingExample]) throws {
    try inChunks(examples) { db, example in
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO example VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
        .execute(arguments: [
          example.project.rawValue, example.task, example.key, example.group,
          example.features.schema, example.features.data, example.label, example.weight,
        ])
    }
  }

  /// Saves source records.
  public func save(records: [SourceRecord]) throws {
    try inChunks(records) { db, record in
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO record VALUES(?, ?, ?, ?)").execute(
        arguments: [record.project.rawValue, record.kind, record.key, record.content])
    }
  }

  private func inChunks<Item>(
    _ items: [Item], _ body: (Database, Item) throws -> Void
  ) throws {
    for start in stride(from: 0, to: items.count, by: Self.chunk) {
      try write { db in
        for item in items[start..<min(start + Self.chunk, items.count)] { try body(db, item) }
      }
    }
  }
}
