/// Named reasons that add up exactly to the score in log-odds.
public struct ContributionsEvidence: Hashable, Codable, Sendable {
  /// One reason.
  public struct Reason: Hashable, Codable, Sendable {
    /// The reason as a sentence, with its values and dates.
    public var label: LocalizedText
    /// What it adds to the log-odds; negative when it speaks against.
    public var value: Double
    /// What the reason rests on (a file, a table, a rule), or `nil`.
    public var source: LocalizedText?

    /// Makes a reason.
    public init(label: LocalizedText, value: Double, source: LocalizedText? = nil) {
      self.label = label
      self.value = value
      self.source = source
    }
  }

  /// The log-odds before any reason: what is expected of any item of the kind.
  public var base: Double
  /// The reasons, strongest first.
  public var reasons: [Reason]

  /// Makes contributions.
  public init(base: Double, reasons: [Reason]) {
    self.base = base
    self.reasons = reasons
  }

  /// The sum, in log-odds; its logistic is the score.
  public var total: Double { reasons.reduce(base) { $0 + $1.value } }
}
