import Review

/// A suggestion's standing judgement with what is needed to learn from it about the engine.
public struct JudgedRow: Hashable, Sendable {
  /// The judgement.
  public var judgement: Judgement
  /// Why the suggestion was in the list.
  public var selection: Selection

  /// Makes a row.
  public init(judgement: Judgement, selection: Selection) {
    self.judgement = judgement
    self.selection = selection
  }

  /// The row of a decision to learn from; `nil` when it judges nothing, or only a part.
  public init?(_ decision: TrainingRequest.LabelledDecision) {
    guard decision.decision.part == nil,
      decision.decision.verdict == .accept || decision.decision.verdict == .reject
    else { return nil }
    self.init(
      judgement: Judgement(
        sequence: decision.sequence, agent: decision.agent, time: decision.time,
        decision: decision.decision), selection: decision.selection)
  }
}
