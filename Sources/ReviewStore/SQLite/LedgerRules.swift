import GRDB
import Review

/// Who may record what, checked in the store so that no screen can forget it.
enum LedgerRules {
  /// Throws when the agent may not record the event.
  static func check(_ db: Database, _ draft: LedgerDraft) throws {
    let role = try role(db, draft.agent)
    if let needed = draft.payload.neededRole, role < needed {
      throw StoreError.notAllowed(agent: draft.agent, needs: needed)
    }
    switch draft.payload {
    case .undo(let cancels, _, _): try checkUndo(db, cancels, agent: draft.agent)
    case .decision(let decision): try checkKnown(db, decision.suggestion)
    case .followUp(let step): try checkKnown(db, step.suggestion)
    case .erasure(let sequence, _):
      let known = try Bool.fetchOne(
        db, sql: "SELECT 1 FROM ledger WHERE sequence = ?", arguments: [sequence])
      guard known != nil else { throw StoreError.unknown("event \(sequence)") }
    default: break
    }
  }

  static func role(_ db: Database, _ agent: String) throws -> Role {
    try String.fetchOne(db, sql: "SELECT role FROM agent WHERE id = ?", arguments: [agent])
      .flatMap { Role(rawValue: $0) } ?? .agent
  }

  private static func checkKnown(_ db: Database, _ suggestion: String) throws {
    let known = try Bool.fetchOne(
      db, sql: "SELECT 1 FROM suggestion WHERE id = ?", arguments: [suggestion])
    guard known != nil else { throw StoreError.unknown(suggestion) }
  }

  private static let undoable = ["decision", "follow-up", "knowledge"]

  private static func checkUndo(_ db: Database, _ sequence: Int, agent: String) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT agent, kind FROM ledger WHERE sequence = ?", arguments: [sequence])
    let undone = try Bool.fetchOne(
      db, sql: "SELECT 1 FROM ledger WHERE cancels = ?", arguments: [sequence])
    guard let row, row["agent"] == agent, undoable.contains(row["kind"]), undone == nil else {
      throw StoreError.cannotUndo(sequence: sequence)
    }
  }
}
