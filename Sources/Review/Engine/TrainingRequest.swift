/// What a training may learn from.
public struct TrainingRequest: Sendable {
  /// A decision with the features of what it is about.
  public struct LabelledDecision: Hashable, Sendable {
    /// The place of the decision in the ledger.
    public var sequence: Int
    /// Who decided.
    public var agent: String
    /// When it was decided.
    public var time: Timestamp
    /// The decision.
    public var decision: Decision
    /// The suggestion's natural key.
    public var naturalKey: String
    /// The features of the suggestion, or of the part when a part was decided.
    public var features: FrozenFeatures?
    /// Why the suggestion was in the list.
    public var selection: Selection

    /// Makes a labelled decision.
    public init(
      sequence: Int, agent: String, time: Timestamp, decision: Decision, naturalKey: String,
      features: FrozenFeatures?, selection: Selection
    ) {
      self.sequence = sequence
      self.agent = agent
      self.time = time
      self.decision = decision
      self.naturalKey = naturalKey
      self.features = features
      self.selection = selection
    }
  }

  /// The decisions that were not undone, oldest first; the last one for each suggestion or part.
  public var decisions: [LabelledDecision]
  /// The circumstances; its model is the one in use, to compare with.
  public var circumstances: AnalysisRequest
  /// The sequence number of the last ledger event taken into account.
  public var lastSequence: Int

  /// Makes a request.
  public init(
    decisions: [LabelledDecision], circumstances: AnalysisRequest, lastSequence: Int
  ) {
    self.decisions = decisions
    self.circumstances = circumstances
    self.lastSequence = lastSequence
  }
}
