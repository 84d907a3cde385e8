import Review
import ReviewStore

/// Reads and edits one knowledge table.
public struct KnowledgeService {
  private let store: any ReviewStore
  private let project: Project
  private let table: KnowledgeTable

  /// Makes a service for a table of a project.
  public init(store: any ReviewStore, project: Project, table: KnowledgeTable) {
    self.store = store
    self.project = project
    self.table = table
  }

  /// The rows: those the table starts with, and what people wrote over them.
  ///
  /// A row without values stands for one of the first rows that was removed.
  public func rows() throws -> [KnowledgeRow] {
    let written = try store.knowledge(project: project, table: table.name)
    let keys = Set(written.map(\.key))
    return (table.initialRows.filter { !keys.contains($0.key) } + written)
      .filter { !$0.values.isEmpty }.sorted { $0.key < $1.key }
  }

  /// Writes a row after checking its values; a ledger event.
  ///
  /// - Throws: `KnowledgeError` when a value is not of its column's type.
  @discardableResult
  public func set(
    _ values: [String: String], agent: String, now: Timestamp
  ) throws -> [LedgerEvent] {
    let row = try table.validated(KnowledgeRow(key: "", values: values))
    return try append(row.key, row.values, agent, now)
  }

  /// Removes a row; a ledger event.
  ///
  /// - Throws: `EngineError.invalid` when there is no such row.
  @discardableResult
  public func remove(_ key: String, agent: String, now: Timestamp) throws -> [LedgerEvent] {
    guard try rows().contains(where: { $0.key == key }) else {
      throw EngineError.invalid(
        LocalizedText(fr: "pas de ligne « \(key) »", en: "no row “\(key)”"))
    }
    // What the table starts with is not in the store: an empty row says that it is gone.
    let isInitial = table.initialRows.contains { $0.key == key }
    return try append(key, isInitial ? [:] : nil, agent, now)
  }

  private func append(
    _ key: String, _ values: [String: String]?, _ agent: String, _ now: Timestamp
  ) throws -> [LedgerEvent] {
    let role = try store.agent(agent).role
    guard role >= table.editableBy else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "cette table demande le rôle « \(table.editableBy.title.fr) »",
          en: "this table needs the role “\(table.editableBy.title.en)”"))
    }
    return try store.append([
      LedgerDraft(
        time: now, agent: agent,
        payload: .knowledge(
          KnowledgeEdit(project: project, table: table.name, key: key, values: values)))
    ])
  }
}
