import Crypto
import Foundation
import GRDB
import Review

/// Agents, knowledge tables, models, and what training learns from.
extension SQLiteStore {
  /// An agent; somebody unknown is an agent without further rights.
  public func agent(_ id: String) throws -> Agent {
    try agents().first { $0.id == id } ?? Agent(id: id)
  }

  /// All agents.
  public func agents() throws -> [Agent] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT id, name, role FROM agent ORDER BY id").map {
        Agent(id: $0["id"], name: $0["name"], role: Role(rawValue: $0["role"]) ?? .agent)
      }
    }
  }

  /// The rows of a knowledge table, by key.
  public func knowledge(project: Project, table: String) throws -> [KnowledgeRow] {
    try read { try Self.knowledge($0, project, table) }
  }

  static func knowledge(
    _ db: Database, _ project: Project, _ table: String
  ) throws -> [KnowledgeRow] {
    try Row.fetchAll(
      db, sql: "SELECT key, content FROM knowledge WHERE project = ? AND name = ? ORDER BY key",
      arguments: [project.rawValue, table]
    ).map { row in
      let content: String = row["content"]
      return KnowledgeRow(
        key: row["key"],
        values: try JSONDecoder().decode([String: String].self, from: Data(content.utf8)))
    }
  }

  /// The versions of a model, newest first.
  public func models(_ project: Project) throws -> [ModelRecord] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM model WHERE project = ? ORDER BY version DESC",
        arguments: [project.rawValue]
      ).map { try Self.model($0) }
    }
  }

  /// The version in use.
  public func activeModel(_ project: Project) throws -> ModelRecord? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM model WHERE project = ? AND state = 'active'",
        arguments: [project.rawValue]
      ).map { try Self.model($0) }
    }
  }

  private static func model(_ row: Row) throws -> ModelRecord {
    let summary: String = row["summary"]
    return ModelRecord(
      project: Project(rawValue: row["project"]) ?? .restaurants, version: row["version"],
      state: ModelRecord.State(rawValue: row["state"]) ?? .retired,
      created: Timestamp(milliseconds: row["created"]), content: row["content"],
      sha256: row["sha256"],
      summary: try JSONDecoder().decode(TrainingSummary.self, from: Data(summary.utf8)))
  }

  /// Saves a candidate under the next version.
  public func saveCandidate(
    project: Project, content: Data, summary: TrainingSummary, agent: String, now: Timestamp
  ) throws -> ModelRecord {
    let hash = Hexadecimal.string(SHA256.hash(data: content))
    return try write { db in
      let last = try Int.fetchOne(
        db, sql: "SELECT max(version) FROM model WHERE project = ?", arguments: [project.rawValue])
      let record = ModelRecord(
        project: project, version: (last ?? 0) + 1, state: .candidate, created: now,
        content: content, sha256: hash, summary: summary)
      let text = String(decoding: try JSONEncoder().encode(summary), as: UTF8.self)
      try db.execute(
        sql: "INSERT INTO model VALUES(?, ?, 'candidate', ?, ?, ?, ?)",
        arguments: [
          project.rawValue, record.version, now.milliseconds, hash, text, content,
        ])
      let active = try Int.fetchOne(
        db, sql: "SELECT version FROM model WHERE project = ? AND state = 'active'",
        arguments: [project.rawValue])
      _ = try Self.append(
        db,
        LedgerDraft(
          time: now, agent: agent,
          payload: .candidate(
            ModelEvent(
              project: project, version: record.version, sha256: hash, previous: active))))
      return record
    }
  }

  /// The decisions to learn from.
  public func labelledDecisions(
    project: Project
  ) throws -> [TrainingRequest.LabelledDecision] {
    try lastEvents(project, kind: "decision") { event, suggestion in
      guard case .decision(let decision) = event.payload, decision.verdict != .annotate,
        decision.purpose.isDeciding
      else { return nil }
      return (
        decision.suggestion + "|" + (decision.part ?? ""),
        TrainingRequest.LabelledDecision(event: event, decision: decision, suggestion: suggestion)
      )
    }.sorted { $0.sequence < $1.sequence }
  }

  /// The follow-up steps to learn from.
  public func labelledFollowUps(
    project: Project
  ) throws -> [TrainingRequest.LabelledFollowUp] {
    try lastEvents(project, kind: "follow-up") { event, suggestion in
      guard case .followUp(let step) = event.payload else { return nil }
      return (
        step.suggestion,
        TrainingRequest.LabelledFollowUp(event: event, step: step, suggestion: suggestion)
      )
    }.sorted { $0.sequence < $1.sequence }
  }

  private func lastEvents<Value>(
    _ project: Project, kind: String,
    _ make: (LedgerEvent, Suggestion) -> (key: String, value: Value)?
  ) throws -> [Value] {
    try read { db in
      let events = try Self.events(
        db,
        """
        project = ? AND kind = ?
          AND sequence NOT IN (SELECT cancels FROM ledger WHERE cancels IS NOT NULL)
          ORDER BY sequence
        """, [project.rawValue, kind])
      var suggestions: [String: Suggestion] = [:]
      var last: [String: Value] = [:]
      for event in events {
        guard let id = event.payload.subject else { continue }
        if suggestions[id] == nil { suggestions[id] = try Self.suggestion(db, id) }
        guard let suggestion = suggestions[id], let found = make(event, suggestion) else {
          continue
        }
        last[found.key] = found.value
      }
      return Array(last.values)
    }
  }

  static func suggestion(_ db: Database, _ id: String) throws -> Suggestion? {
    let data = try Data.fetchOne(
      db,
      sql: "SELECT b.content FROM suggestion s JOIN body b USING (number) WHERE s.id = ?",
      arguments: [id])
    return try data.map { try JSONDecoder().decode(Suggestion.self, from: $0) }
  }
}
