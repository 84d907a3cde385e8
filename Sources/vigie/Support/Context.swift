import Foundation
import Review
import ReviewStore
import Session

/// The store that a command works on, and the agent who runs it.
struct Context {
  /// The store.
  let store: any ReviewStore
  /// The agent, as the store knows them.
  let agent: Agent
  /// Where the store is.
  let path: String

  /// Opens the store that the options name; a reading command does not make one, and one that
  /// writes much (`isBulk`) takes more memory.
  init(_ options: GlobalOptions, readOnly: Bool = false, isBulk: Bool = false) throws {
    path = options.storePath
    if readOnly, !FileManager.default.fileExists(atPath: path) {
      throw Failure(
        "pas de magasin à \(path) ; « vigie analyse » en crée un, « vigie demo » en montre un",
        "no store at \(path); “vigie analyse” makes one, “vigie demo” shows one")
    }
    store = try SQLiteStore(
      path: path, agent: options.agentName, now: Clock.now, isBulk: isBulk)
    agent = try store.agent(options.agentName)
  }

  /// The circumstances of an analysis or a training, now.
  func circumstances(_ project: Project) throws -> AnalysisRequest {
    try Circumstances.of(Engines.engine(project).panel, in: store, at: Clock.now)
  }

  /// One line about the store.
  func storeSummary() throws -> String {
    let head = try store.head()
    return Tongue.say(
      "ouvert, \(head.sequence) événements, agent \(agent.id) (\(agent.role.title.fr))",
      "open, \(head.sequence) events, agent \(agent.id) (\(agent.role.title.en))")
  }

  /// Records that something of a confidential panel is shown.
  func noteReading(of subject: String, _ panel: Panel, reason: String? = nil) throws {
    try AccessService(store: store, panel: panel).noteReading(
      of: subject, reason: reason, agent: agent.id, now: Clock.now)
  }

  /// The full identifier that a prefix stands for.
  func resolve(_ prefix: String) throws -> String {
    guard let id = try store.resolve(prefix) else {
      throw Failure(
        "aucune suggestion, ou plusieurs, dont l'identifiant commence par « \(prefix) »",
        "no suggestion, or several, whose identifier begins with “\(prefix)”")
    }
    return id
  }

  /// The detail of a suggestion.
  func detail(_ prefix: String) throws -> SuggestionDetail {
    let id = try resolve(prefix)
    guard let detail = try store.detail(id) else {
      throw Failure("suggestion inconnue : \(id)", "unknown suggestion: \(id)")
    }
    return detail
  }
}
