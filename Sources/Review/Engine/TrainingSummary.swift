/// What a training learned from, and its figures beside those of the model in use.
public struct TrainingSummary: Hashable, Sendable, Codable {
  /// One figure, before and after.
  public struct Figure: Hashable, Sendable, Codable {
    /// The name, with its definition (« AP, 5 plis par établissement »).
    public var name: LocalizedText
    /// The figure of the model in use on the same rows, or `nil` when there is none.
    public var before: Double?
    /// The figure of the candidate.
    public var after: Double
    /// The lower end of the 95 % interval of the candidate's figure, or `nil`.
    public var low: Double?
    /// The upper end of the 95 % interval of the candidate's figure, or `nil`.
    public var high: Double?
    /// Whether more is better.
    public var higherIsBetter: Bool
    /// Whether a candidate whose figure is worse than that of the model in use stays a candidate;
    /// `nil` as `false`.
    public var isGuard: Bool?

    /// Whether the figure forbids putting its candidate into use.
    public var isFall: Bool {
      guard isGuard == true, let before, after != before else { return false }
      return (after > before) != higherIsBetter
    }

    /// Makes a figure.
    public init(
      name: LocalizedText, before: Double?, after: Double, low: Double? = nil,
      high: Double? = nil, higherIsBetter: Bool = true
    ) {
      self.name = name
      self.before = before
      self.after = after
      self.low = low
      self.high = high
      self.higherIsBetter = higherIsBetter
    }
  }

  /// The number of base examples.
  public var exampleCount: Int
  /// The number of agents' decisions.
  public var decisionCount: Int
  /// The sequence number of the last ledger event that was taken into account.
  public var lastSequence: Int
  /// The figures.
  public var figures: [Figure]
  /// Remarks for the supervisor (what was too little, what was left out).
  public var remarks: [LocalizedText]

  /// Makes a summary.
  public init(
    exampleCount: Int, decisionCount: Int, lastSequence: Int, figures: [Figure],
    remarks: [LocalizedText] = []
  ) {
    self.exampleCount = exampleCount
    self.decisionCount = decisionCount
    self.lastSequence = lastSequence
    self.figures = figures
    self.remarks = remarks
  }
}
