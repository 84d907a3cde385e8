/// What happened: the content of a ledger event.
public enum LedgerPayload: Hashable, Sendable {
  /// An agent decided about a suggestion or a part.
  case decision(Decision)
  /// An agent took back one of their own events, named by its sequence number.
  case undo(cancels: Int, subject: String?, project: Project?)
  /// An accepted suggestion went a step further.
  case followUp(FollowUp)
  /// A row of a knowledge table was written or removed.
  case knowledge(KnowledgeEdit)
  /// Training made a candidate.
  case candidate(ModelEvent)
  /// A supervisor made a model the active one.
  case promotion(ModelEvent)
  /// Sources were read.
  case importing(ImportRecord)
  /// Masked personal data was shown, with the reason given.
  case unmasking(AccessRecord)
  /// A record was opened, where reading must be traced.
  case reading(AccessRecord)
  /// An agent's role was set.
  case role(Agent)
  /// Personal text of an event was erased, with the reason given.
  case erasure(sequence: Int, reason: String)

  /// The kind, as the ledger keeps it.
  public var kind: LedgerKind {
    switch self {
    case .decision: .decision
    case .undo: .undo
    case .followUp: .followUp
    case .knowledge: .knowledge
    case .candidate: .candidate
    case .promotion: .promotion
    case .importing: .importing
    case .unmasking: .unmasking
    case .reading: .reading
    case .role: .role
    case .erasure: .erasure
    }
  }

  /// The project it concerns, if only one.
  public var project: Project? {
    switch self {
    case .decision(let decision): decision.project
    case .undo(_, _, let project): project
    case .followUp(let step): step.project
    case .knowledge(let edit): edit.project
    case .candidate(let event), .promotion(let event): event.project
    case .importing(let record): record.project
    case .unmasking(let record), .reading(let record): record.project
    case .role, .erasure: nil
    }
  }

  /// The suggestion it concerns, if any.
  public var subject: String? {
    switch self {
    case .decision(let decision): decision.suggestion
    case .undo(_, let subject, _): subject
    case .followUp(let step): step.suggestion
    case .unmasking(let record), .reading(let record): record.subject
    default: nil
    }
  }
}
