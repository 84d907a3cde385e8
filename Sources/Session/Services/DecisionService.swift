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
    if decision.verdict == .annotate, decision.note?.isEmpty ?? true,
      decision.correction.isEmpty
    {
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
    guard decision.verdict == .accept, decision.part == nil, decision.purpose.isDeciding,
      let state = panel.followUp.states.first
    else { return nil }
    return FollowUp(
      suggestion: decision.suggestion, project: decision.project, state: state.code,
      due: state.dueDays.map { today.adding(days: $0) })
  }

  /// Moves an accepted suggestion a step further.
  ///
  /// - Throws: `EngineError.invalid` when the move is not one that the panel declares, or the
  ///   suggestion does not stand (any more) where the agent saw it.
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
    try checkStanding(of: suggestion, at: current)
    let step = FollowUp(
      suggestion: suggestion, project: panel.project, state: code,
      due: state.dueDays.map { now.day.adding(days: $0) }, note: note)
    return try store.append([LedgerDraft(time: now, agent: agent, payload: .followUp(step))])
  }

  private func checkStanding(of suggestion: String, at state: String?) throws {
    guard let detail = try store.detail(suggestion) else { throw StoreError.unknown(suggestion) }
    let last = detail.history.last { event in
      guard case .followUp = event.payload else { return false }
      return !detail.undone.contains(event.sequence)
    }
    var standing: String?
    if case .followUp(let step) = last?.payload { standing = step.state }
    guard detail.status == .accepted, standing == state else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "cette suite a changé entre-temps", en: "this follow-up has changed meanwhile"))
    }
  }

  /// Takes back the agent's last decision or follow-up of the project.
  ///
  /// - Throws: `EngineError.invalid` when there is none left.
  public func undoLast(agent: String, now: Timestamp) throws -> [LedgerEvent] {
    let head = try store.head().sequence
    let events = try store.events(after: max(0, head - Self.undoReach), limit: Self.undoReach)
    return try undoLast(among: events, undone: Self.undone(events), agent: agent, now: now)
  }

  /// Takes back the agent's last decision or follow-up on a suggestion.
  public func undoLast(
    of detail: SuggestionDetail, agent: String, now: Timestamp
  ) throws -> [LedgerEvent] {
    try undoLast(among: detail.history, undone: detail.undone, agent: agent, now: now)
  }

  /// Takes back an event, with the follow-up step that came with it.
  public func undo(sequence: Int, agent: String, now: Timestamp) throws -> [LedgerEvent] {
    let events = try store.events(after: sequence - 1, limit: 2)
    guard let event = events.first, event.sequence == sequence else {
      throw StoreError.cannotUndo(sequence: sequence)
    }
    var undone = try event.payload.subject.flatMap { try store.detail($0)?.undone } ?? []
    // The store says why an event that was undone before cannot be undone again.
    undone.remove(sequence)
    return try undo(Self.group(event, in: events), except: undone, agent: agent, now: now)
  }

  /// The number of latest events among which the last own one is looked for.
  private static let undoReach = 5000

  private static func undone(_ events: [LedgerEvent]) -> Set<Int> {
    Set(
      events.compactMap { event in
        if case .undo(let cancels, _, _) = event.payload { return cancels }
        return nil
      })
  }

  private func undoLast(
    among events: [LedgerEvent], undone: Set<Int>, agent: String, now: Timestamp
  ) throws -> [LedgerEvent] {
    let own = events.last { event in
      guard event.agent == agent, !undone.contains(event.sequence),
        event.payload.project == panel.project
      else { return false }
      switch event.payload {
      case .decision, .followUp: return true
      default: return false
      }
    }
    guard var event = own else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "rien à annuler ici pour \(agent)", en: "nothing to undo here for \(agent)"))
    }
    // The step that an acceptance brought goes with it.
    if case .followUp = event.payload,
      let before = events.last(where: { $0.sequence == event.sequence - 1 }),
      Self.group(before, in: events).count == 2, !undone.contains(before.sequence)
    {
      event = before
    }
    return try undo(Self.group(event, in: events), except: undone, agent: agent, now: now)
  }

  /// An acceptance together with the follow-up step recorded in the same breath.
  private static func group(_ event: LedgerEvent, in events: [LedgerEvent]) -> [LedgerEvent] {
    guard case .decision(let decision) = event.payload, decision.verdict == .accept,
      decision.part == nil, let next = events.first(where: { $0.sequence == event.sequence + 1 }),
      case .followUp(let step) = next.payload, step.suggestion == decision.suggestion,
      next.time == event.time, next.agent == event.agent
    else { return [event] }
    return [event, next]
  }

  private func undo(
    _ events: [LedgerEvent], except undone: Set<Int>, agent: String, now: Timestamp
  ) throws -> [LedgerEvent] {
    let drafts = events.reversed().filter { !undone.contains($0.sequence) }.map { event in
      LedgerDraft(
        time: now, agent: agent,
        payload: .undo(
          cancels: event.sequence, subject: event.payload.subject, project: event.payload.project))
    }
    return try store.append(drafts)
  }
}
