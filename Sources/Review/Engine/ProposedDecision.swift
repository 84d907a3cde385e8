/// A decision that an action leads to: a correction of the type, the span, the intent.
///
/// The engine proposes it from what the agent entered; Session completes and records it.
public struct ProposedDecision: Hashable, Sendable {
  /// What is said.
  public var verdict: Verdict
  /// The part, or `nil` for the whole.
  public var part: String?
  /// The code of the reason, or `nil`.
  public var reason: String?
  /// The note, or `nil`.
  public var note: String?
  /// What is corrected (`type` → `mobile home`).
  public var correction: [String: String]

  /// Makes a proposal.
  public init(
    verdict: Verdict, part: String? = nil, reason: String? = nil, note: String? = nil,
    correction: [String: String] = [:]
  ) {
    self.verdict = verdict
    self.part = part
    self.reason = reason
    self.note = note
    self.correction = correction
  }

  /// The decision on a subject.
  public func decision(on subject: ActionSubject, project: Project) -> Decision {
    Decision(
      suggestion: subject.suggestion, part: part, project: project, verdict: verdict,
      reason: reason, note: note, correction: correction, seen: subject.seen)
  }
}
