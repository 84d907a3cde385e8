import Foundation
import GRDB
import Review

/// Keeps the tables that screens read in step with the ledger.
enum Projection {
  /// Applies an event that was just recorded.
  static func apply(_ db: Database, _ event: LedgerEvent) throws {
    switch event.payload {
    case .decision, .followUp:
      if let subject = event.payload.subject { try rebuild(db, suggestion: subject) }
      try db.execute(
        sql: "DELETE FROM lease WHERE suggestion = ?", arguments: [event.payload.subject])
    case .undo(let cancels, _, _): try applyUndo(db, of: cancels)
    case .knowledge(let edit): try write(db, edit)
    case .promotion(let promotion): try activate(db, promotion)
    case .role(let agent):
      try db.execute(
        sql: "INSERT OR REPLACE INTO agent VALUES(?, ?, ?)",
        arguments: [agent.id, agent.name, agent.role.rawValue])
    case .candidate, .importing, .unmasking, .reading, .erasure: break
    }
  }

  private static func applyUndo(_ db: Database, of sequence: Int) throws {
    guard
      let event = try SQLiteStore.events(db, "sequence = ?", [sequence]).first
    else { return }
    if let subject = event.payload.subject { try rebuild(db, suggestion: subject) }
    guard case .knowledge(let edit) = event.payload else { return }
    let standing = try SQLiteStore.events(
      db,
      """
      kind = 'knowledge' AND project = ?
        AND sequence NOT IN (SELECT cancels FROM ledger WHERE cancels IS NOT NULL)
        ORDER BY sequence DESC
      """, [edit.project.rawValue])
    let last = standing.lazy.compactMap { event -> KnowledgeEdit? in
      guard case .knowledge(let old) = event.payload, old.table == edit.table, old.key == edit.key
      else { return nil }
      return old
    }.first
    try write(
      db,
      last ?? KnowledgeEdit(project: edit.project, table: edit.table, key: edit.key, values: nil))
  }

  /// Works out where a suggestion stands from its events that were not undone.
  static func rebuild(_ db: Database, suggestion: String) throws {
    let events = try SQLiteStore.events(
      db,
      """
      subject = ? AND kind IN ('decision', 'follow-up')
        AND sequence NOT IN (SELECT cancels FROM ledger WHERE cancels IS NOT NULL)
        ORDER BY sequence
      """, [suggestion])
    var standing = Standing()
    for event in events { standing.apply(event.payload) }
    try write(db, standing, suggestion)
  }

  private static func write(_ db: Database, _ standing: Standing, _ suggestion: String) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT number, status, project, folded FROM suggestion WHERE id = ?",
      arguments: [suggestion])
    guard let row, let number: Int64 = row["number"] else { return }
    let isAccepted = standing.status == .accepted
    try db.execute(
      sql: "UPDATE suggestion SET status = ?, follow_up = ?, due = ?, notes = ? WHERE number = ?",
      arguments: [
        standing.status.rawValue, isAccepted ? standing.followUp : nil,
        isAccepted ? standing.due?.iso : nil, standing.noteCount, number,
      ])
    if row["status"] != standing.status.rawValue {
      let project: String = row["project"]
      try SQLiteStore.index(
        db, number, row["folded"], scope: project + standing.status.rawValue, isNew: false)
    }
    try db.execute(sql: "DELETE FROM part WHERE suggestion = ?", arguments: [suggestion])
    for (part, status) in standing.parts {
      try db.execute(
        sql: "INSERT INTO part VALUES(?, ?, ?)", arguments: [suggestion, part, status.rawValue])
    }
  }

  private static func write(_ db: Database, _ edit: KnowledgeEdit) throws {
    guard let values = edit.values else {
      try db.execute(
        sql: "DELETE FROM knowledge WHERE project = ? AND name = ? AND key = ?",
        arguments: [edit.project.rawValue, edit.table, edit.key])
      return
    }
    let content = String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
    try db.execute(
      sql: "INSERT OR REPLACE INTO knowledge VALUES(?, ?, ?, ?)",
      arguments: [edit.project.rawValue, edit.table, edit.key, content])
  }

  private static func activate(_ db: Database, _ promotion: ModelEvent) throws {
    try db.execute(
      sql: "UPDATE model SET state = 'retired' WHERE project = ? AND state = 'active'",
      arguments: [promotion.project.rawValue])
    try db.execute(
      sql: "UPDATE model SET state = 'active' WHERE project = ? AND version = ?",
      arguments: [promotion.project.rawValue, promotion.version])
    guard db.changesCount > 0 else { throw StoreError.unknown("model \(promotion.version)") }
  }
}
