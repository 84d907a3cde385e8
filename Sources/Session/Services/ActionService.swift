import Review
import ReviewStore

/// Runs the actions that a panel declares.
public struct ActionService {
  private let store: any ReviewStore
  private let engine: any AnalysisEngine

  /// Makes a service for a store and an engine.
  public init(store: any ReviewStore, engine: any AnalysisEngine) {
    self.store = store
    self.engine = engine
  }

  /// Runs an action; what it gives back for the store is stored.
  ///
  /// - Throws: `EngineError` when there is no such action, a parameter is wrong, a suggestion is
  ///   needed, or the agent's role does not allow it.
  public func run(
    _ name: String, parameters: [String: String], on subject: ActionSubject?,
    circumstances: AnalysisRequest, agent: Agent, language: InterfaceLanguage
  ) throws -> ActionResult {
    let panel = engine.panel
    guard let action = panel.actions.first(where: { $0.name == name }) else {
      throw EngineError.unknownName(name)
    }
    guard agent.role >= action.minimumRole else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "cette action demande le rôle « \(action.minimumRole.title.fr) »",
          en: "this action needs the role “\(action.minimumRole.title.en)”"))
    }
    let suggestion = try subject.flatMap { try store.detail($0.suggestion)?.suggestion }
    if action.scope == .suggestion, suggestion == nil {
      throw EngineError.invalid(
        LocalizedText(
          fr: "cette action porte sur une suggestion", en: "this action needs a suggestion"))
    }
    let result = try engine.perform(
      ActionRequest(
        name: name, parameters: try Self.checked(parameters, of: action), suggestion: suggestion,
        part: subject?.part, circumstances: circumstances, agent: agent, language: language),
      records: store.records)
    try keep(result, of: name, on: subject, agent: agent.id, now: circumstances.now)
    return result
  }

  private static func checked(
    _ given: [String: String], of action: ActionDescription
  ) throws -> [String: String] {
    if let unknown = given.keys.sorted().first(where: { name in
      !action.parameters.contains { $0.name == name }
    }) {
      throw EngineError.unknownName(unknown)
    }
    var values: [String: String] = [:]
    for parameter in action.parameters {
      let text = given[parameter.name] ?? parameter.initial
      guard let canonical = parameter.type.canonical(text) else {
        throw KnowledgeError.invalidValue(
          column: parameter.name, found: text, expected: parameter.type.expectation)
      }
      values[parameter.name] = canonical
    }
    return values
  }

  private func keep(
    _ result: ActionResult, of name: String, on subject: ActionSubject?, agent: String,
    now: Timestamp
  ) throws {
    switch result {
    case .decision(let proposal):
      guard let subject else { throw EngineError.unknownName("suggestion") }
      _ = try DecisionService(store: store, panel: engine.panel).record(
        proposal.decision(on: subject, project: engine.panel.project), agent: agent, now: now)
    case .suggestions(let suggestions): try store.save(suggestions: suggestions)
    case .knowledge(let title, let rows):
      guard let table = engine.panel.tables.first(where: { $0.name == title }) else {
        throw KnowledgeError.unknownTable(title)
      }
      let service = KnowledgeService(
        store: store, project: engine.panel.project, table: table)
      for row in rows { try service.set(row.values, agent: agent, now: now) }
      if table.marksList { try rankAgain(now: now) }
    case .disclosure(_, let reason):
      let record = AccessRecord(
        project: engine.panel.project, subject: subject?.suggestion ?? "", reason: reason)
      _ = try store.append([LedgerDraft(time: now, agent: agent, payload: .unmasking(record))])
    case .text, .file, .hits:
      try AccessService(store: store, panel: engine.panel).noteReading(
        of: subject?.suggestion ?? "", reason: name, agent: agent, now: now)
    case .sound: break
    }
  }

  /// What was just written shows at once.
  private func rankAgain(now: Timestamp) throws {
    try TrainingService(store: store, engine: engine).refresh(
      circumstances: try Circumstances.of(engine.panel, in: store, at: now),
      observer: SilentObserver())
  }
}

/// Hears nothing and never stops.
private final class SilentObserver: AnalysisObserver {
  var isCancelled: Bool { false }
  func progressed(_ progress: AnalysisProgress) {}
  func refused(_ refusal: Refusal) {}
}
