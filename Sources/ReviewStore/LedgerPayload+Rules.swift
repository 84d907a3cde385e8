import Review

/// Who may record what; the stores check it so that no screen can forget it.
extension LedgerPayload {
  /// The role an event needs, or `nil` when anybody may record it.
  var neededRole: Role? {
    switch self {
    case .promotion: .supervisor
    case .decision(let decision) where decision.purpose == .adjudication: .supervisor
    case .role, .erasure: .administrator
    default: nil
    }
  }

  /// The undo of an event, about what that event is about, whatever its author said.
  static func undo(of event: LedgerEvent) -> LedgerPayload {
    .undo(
      cancels: event.sequence, subject: event.payload.subject, project: event.payload.project)
  }

  /// Whether its author may take it back.
  var isUndoable: Bool {
    switch self {
    case .decision, .followUp, .knowledge: true
    default: false
    }
  }
}

extension LedgerPayload {
  /// The payload with what its decision saw.
  func seeing(_ content: String?) -> LedgerPayload {
    guard case .decision(var decision) = self else { return self }
    decision.seen.content = content
    return .decision(decision)
  }
}

extension TrainingRequest.LabelledDecision {
  /// A decision with the features of what it is about.
  init(event: LedgerEvent, decision: Decision, suggestion: Suggestion) {
    let part = decision.part.flatMap { id in suggestion.parts.first { $0.id == id } }
    self.init(
      sequence: event.sequence, agent: event.agent, time: event.time, decision: decision,
      naturalKey: suggestion.naturalKey,
      features: decision.part == nil ? suggestion.features : part?.features,
      selection: suggestion.selection)
  }
}

extension TrainingRequest.LabelledFollowUp {
  /// A step with the features of its suggestion.
  init(event: LedgerEvent, step: FollowUp, suggestion: Suggestion) {
    self.init(
      sequence: event.sequence, time: event.time, step: step, naturalKey: suggestion.naturalKey,
      features: suggestion.features, selection: suggestion.selection)
  }
}
