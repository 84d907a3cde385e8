import Review
import ReviewStore

/// Records what agents decide, after checking it against what the panel declares.
public struct DecisionService {
  private let store: any ReviewStore
  private let panel: Panel

  /// Makes a service for a store and a panel.
  public init(store: any ReviewStore, panel: Panel) {
    self.store = store
    self.panel = panel
  }

  /// Records a decision; accepting a whole suggestion also enters the first follow-up state.
  ///
  /// - Throws: `EngineError.invalid` when the reason or the part does not exist.
  public func record(
    _ decision: Decision, agent: String, now: Timestamp
  ) throws -> [LedgerEvent] {
    try record([decision], agent: agent, now: now)
  }

  /// Records decisions on several suggestions as one: all of them, or none.
  public func record(
    _ decisions: [Decision], agent: String, now: Timestamp
  ) throws -> [LedgerEvent] {
    var drafts: [LedgerDraft] = []
    for decision in decisions {
      try check(decision)
      drafts.append(LedgerDraft(time: now, agent: agent, payload: .decision(decision)))
      if let step = firstStep(after: decision, today: now.day) {
        drafts.append(LedgerDraft(time: now, agent: agent, payload: .followUp(step)))
      }
    }
    return try store.append(drafts)
  }

  private func check(_ decision: Decision) throws {
    let reasons = decision.part == nil ? panel.rejectionReasons : panel.partRejectionReasons
    if let reason = decision.reason, !reasons.contains(where: { $0.code == reason }) {
      let known = reasons.map(\.code).joined(separator: ", ")
      throw EngineError.invalid(
        LocalizedText(
          fr: "raison inconnue : « \(reason) » ; connues : \(known)",
          en: "unknown reason: “\(reason)”; known: \(known)"))
    }
    if decision.verdict == .reject, decision.reason == nil, !reasons.isEmpty {
      let known = reasons.map(\.code).joined(separator: ", ")
      throw EngineError.invalid(
        LocalizedText(
          fr: "un rejet a besoin d'une raison : \(known)",
          en: "a rejection needs a reason: \(known)"))
    }
    if decision.verdict == .annotate, decision.note?.isEmpty ?? true {
      throw EngineError.invalid(
        LocalizedText(fr: "une note a besoin d'un texte", en: "a note needs a text"))
    }
    guard let part = decision.part else { return }
    guard let detail = try store.detail(decision.suggestion),
      detail.suggestion.parts.contains(where: { $0.id == part })
    else {
      throw EngineError.invalid(
        LocalizedText(fr: "partie inconnue : \(part)", en: "unknown part: \(part)"))
    }
  }

  private func firstStep(after decision: Decision, today: CalendarDate) -> FollowUp? {
    guard decision.verdict == .accept, decision.part == nil,
      let state = panel.followUp.states.first
    else { return nil }
    return FollowUp(
      suggestion: decision.suggestion, project: decision.project, state: state.code,
      due: state.dueDays.map { today.adding(days: $0) })
  }

  /// Moves an accepted suggestion a step further.
  ///
  /// - Throws: `EngineError.invalid` when the move is not one that the panel declares.
  public func follow(
    _ suggestion: String, to code: String, from current: String?, note: String?, agent: String,
    now: Timestamp
  ) throws -> [LedgerEvent] {
    guard let state = panel.followUp.next(after: current).first(where: { $0.code == code }) else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "la suite « \(code) » n'est pas possible ici",
          en: "the follow-up “\(code)” is not possible here"))
    }
    let step = FollowUp(
      suggestion: suggestion, project: panel.project, state: code,
      due: state.dueDays.map { now.day.adding(days: $0) }, note: note)
    return try store.append([LedgerDraft(time: now, agent: agent, payload: .followUp(step))])
  }

  /// Takes back the agent's last event on a suggestion that is not undone yet.
  public func undoLast(
    of detail: SuggestionDetail, agent: String, now: Timestamp
  ) throws -> LedgerEvent {
    let own = detail.history.last { event in
      guard event.agent == agent, !detail.undone.contains(event.sequence) else { return false }
      switch event.payload {
      case .decision, .followUp: return true
      default: return false
      }
    }
    guard let own else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "rien à annuler ici pour \(agent)", en: "nothing to undo here for \(agent)"))
    }
    return try undo(own, agent: agent, now: now)
  }

  /// Takes back an event.
  public func undo(_ event: LedgerEvent, agent: String, now: Timestamp) throws -> LedgerEvent {
    let events = try store.append([
      LedgerDraft(
        time: now, agent: agent,
        payload: .undo(
          cancels: event.sequence, subject: event.payload.subject, project: event.payload.project))
    ])
    return events[0]
  }
}
