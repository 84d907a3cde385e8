import Learning
import Review

/// What the engine changes in the work.
public struct Impact: Hashable, Sendable {
  /// The median seconds on screen before a decision; `nil` when none was timed.
  public var medianSeconds: Double?
  /// How often a row of the list is right, divided by how often any row is: 1 when ranking changes
  /// nothing; `nil` when there are too few drawn rows.
  public var lift: Double?
  /// The visits or readings that the ranking spared: how many more rows taken at random would have
  /// been needed to find as many right ones; `nil` as above.
  public var spared: Int?
  /// Decisions in each of the last weeks, oldest first.
  public var weekly: [Int]
  /// The number of judged rows of the list.
  public var judgedCount: Int

  /// The weeks looked back on.
  public static let weeks = 12

  /// The impact that judgements show.
  public init(
    _ judgements: [Judgement], bias: AutomationBias, estimate: PropensityEstimate,
    today: CalendarDate
  ) {
    medianSeconds = bias.seconds?.median
    judgedCount = estimate.bestCount
    if let precision = estimate.precision?.value, let base = estimate.baseRate?.value, base > 0 {
      let gain = precision / base
      lift = gain
      spared = Int((Double(estimate.bestCount) * max(0, gain - 1)).rounded())
    }
    weekly = Array(repeating: 0, count: Self.weeks)
    for judgement in judgements {
      let age = today.days(since: judgement.time.day) / 7
      if (0..<Self.weeks).contains(age) { weekly[Self.weeks - 1 - age] += 1 }
    }
  }
}
