/// The figures of an evaluation.
public struct EvaluationReport: Sendable, Codable {
  /// One figure.
  public struct Figure: Hashable, Sendable, Codable {
    /// The short name (`F1`, `AP`).
    public var name: String
    /// The value.
    public var value: Double
    /// The lower end of the 95 % interval, or `nil`.
    public var low: Double?
    /// The upper end of the 95 % interval, or `nil`.
    public var high: Double?
    /// What exactly is measured.
    public var definition: LocalizedText

    /// Makes a figure.
    public init(
      name: String, value: Double, low: Double? = nil, high: Double? = nil,
      definition: LocalizedText
    ) {
      self.name = name
      self.value = value
      self.low = low
      self.high = high
      self.definition = definition
    }
  }

  /// The task.
  public var task: String
  /// The number of rows learned from.
  public var trainCount: Int
  /// The number of rows predicted.
  public var testCount: Int
  /// The number of labelled rows among those predicted, and of positives among these.
  public var labelledCount: Int
  /// The number of positives among the labelled rows.
  public var positiveCount: Int
  /// The figures.
  public var figures: [Figure]
  /// Remarks (what was left out, how folds were made).
  public var remarks: [LocalizedText]

  /// Makes a report.
  public init(
    task: String, trainCount: Int, testCount: Int, labelledCount: Int, positiveCount: Int,
    figures: [Figure], remarks: [LocalizedText] = []
  ) {
    self.task = task
    self.trainCount = trainCount
    self.testCount = testCount
    self.labelledCount = labelledCount
    self.positiveCount = positiveCount
    self.figures = figures
    self.remarks = remarks
  }
}
