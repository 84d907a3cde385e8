import Foundation
import Oversight
import Review
import ReviewStore

/// Reads from the store what supervision shows.
public struct OversightService {
  /// The most events of a project that are looked at.
  private static let eventLimit = 1_000_000

  private let store: any ReviewStore
  private let panel: Panel

  /// Makes a service for a store and a panel.
  public init(store: any ReviewStore, panel: Panel) {
    self.store = store
    self.panel = panel
  }

  /// The settings of the panel.
  public func settings() throws -> OversightSettings {
    OversightSettings(
      rows: try KnowledgeService(
        store: store, project: panel.project, table: OversightSettings.table
      ).rows())
  }

  /// Everything a supervisor is told of the panel.
  public func oversight(today: CalendarDate) throws -> ProjectOversight {
    try oversight(events(), today: today)
  }

  private func oversight(
    _ events: [LedgerEvent], today: CalendarDate
  ) throws -> ProjectOversight {
    ProjectOversight(
      project: panel.project, events: events,
      rows: try store.labelledDecisions(project: panel.project).compactMap { JudgedRow($0) },
      today: today)
  }

  /// What a supervisor is told of the panel, with the figures of each agent where the settings and the
  /// asker's role allow them; the ledger is read once for both.
  public func overview(
    today: CalendarDate, for asker: Agent
  ) throws -> (oversight: ProjectOversight, agents: [String: AutomationBias]) {
    let events = try events()
    let oversight = try oversight(events, today: today)
    guard asker.role >= .supervisor, try settings().isPerAgent else { return (oversight, [:]) }
    return (oversight, perAgent(events))
  }

  /// The bias figures of each agent, when the settings and the asker's role allow it.
  ///
  /// - Throws: `EngineError.invalid` when they do not.
  public func perAgent(for asker: Agent) throws -> [String: AutomationBias] {
    guard asker.role >= .supervisor else {
      throw StoreError.notAllowed(agent: asker.id, needs: .supervisor)
    }
    guard try settings().isPerAgent else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "les chiffres par agent sont désactivés ; la table « oversight » les permet pour une "
            + "finalité écrite",
          en: "figures by agent are off; the table “oversight” allows them for a written purpose"))
    }
    return perAgent(try events())
  }

  private func perAgent(_ events: [LedgerEvent]) -> [String: AutomationBias] {
    let judgements = Judgement.all(in: events, project: panel.project)
    return Dictionary(grouping: judgements, by: \.agent).mapValues { AutomationBias($0) }
  }

  /// The readings that wait for an agent.
  public func controls(for agent: String) throws -> ControlReadings {
    let settings = try settings()
    let secret = try store.pseudonymSalt()
    return ControlReadings(
      Judgement.all(in: try events(), project: panel.project), agent: agent,
      seconds: DrawnShare(settings.secondShare, purpose: "second", secret: secret),
      repeated: DrawnShare(settings.repeatShare, purpose: "repeat", secret: secret))
  }

  /// The decisions as they are to be recorded: a blind reading of a suggestion is a second one or a
  /// repeat, as the draw says.
  ///
  /// - Throws: `EngineError.invalid` when a blind reading was not asked for.
  public func withPurposes(_ decisions: [Decision], agent: String) throws -> [Decision] {
    guard decisions.contains(where: { $0.purpose == .second || $0.purpose == .repeat }) else {
      return decisions
    }
    let controls = try controls(for: agent)
    return try decisions.map { decision in
      guard decision.purpose == .second || decision.purpose == .repeat else { return decision }
      guard let purpose = controls.purpose(of: decision.suggestion) else {
        throw EngineError.invalid(
          LocalizedText(
            fr: "cette suggestion n'attend pas de lecture de contrôle de votre part",
            en: "this suggestion does not wait for a control reading of yours"))
      }
      var decision = decision
      decision.purpose = purpose
      return decision
    }
  }

  private func events() throws -> [LedgerEvent] {
    try store.events(
      of: [.decision, .undo], project: panel.project, after: 0, limit: Self.eventLimit)
  }
}
