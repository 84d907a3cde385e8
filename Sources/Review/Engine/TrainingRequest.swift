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

  /// A follow-up step with the features of the suggestion it is about: what was found on site.
  public struct LabelledFollowUp: Hashable, Sendable {
    /// The place of the step in the ledger.
    public var sequence: Int
    /// When it was recorded.
    public var time: Timestamp
    /// The step.
    public var step: FollowUp
    /// The suggestion's natural key.
    public var naturalKey: String
    /// The features of the suggestion.
    public var features: FrozenFeatures?
    /// Why the suggestion was in the list.
    public var selection: Selection

    /// Makes a labelled step.
    public init(
      sequence: Int, time: Timestamp, step: FollowUp, naturalKey: String,
      features: FrozenFeatures?, selection: Selection
    ) {
      self.sequence = sequence
      self.time = time
      self.step = step
      self.naturalKey = naturalKey
      self.features = features
      self.selection = selection
    }
  }

  /// The decisions that were not undone, oldest first; the last one for each suggestion or part.
  public var decisions: [LabelledDecision]
  /// The follow-up steps that were not undone, oldest first; the last one for each suggestion.
  public var followUps: [LabelledFollowUp]
  /// The circumstances; its model is the one in use, to compare with.
  public var circumstances: AnalysisRequest
  /// The sequence number of the last ledger event taken into account.
  public var lastSequence: Int

  /// Makes a request.
  public init(
    decisions: [LabelledDecision], followUps: [LabelledFollowUp] = [],
    circumstances: AnalysisRequest, lastSequence: Int
  ) {
    self.decisions = decisions
    self.followUps = followUps
    self.circumstances = circumstances
    self.lastSequence = lastSequence
  }
}
