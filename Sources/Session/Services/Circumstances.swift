import Oversight
import Review
import ReviewStore

/// What an engine is told of the store and of the moment.
public enum Circumstances {
  /// The circumstances of a panel's work at an instant.
  public static func of(
    _ panel: Panel, in store: any ReviewStore, at now: Timestamp
  ) throws -> AnalysisRequest {
    var knowledge: [String: [KnowledgeRow]] = [:]
    for table in panel.allTables {
      knowledge[table.name] = try KnowledgeService(
        store: store, project: panel.project, table: table
      ).rows()
    }
    return AnalysisRequest(
      today: now.day, now: now, model: try store.activeModel(panel.project),
      pseudonymSalt: try store.pseudonymSalt(), knowledge: knowledge)
  }
}
