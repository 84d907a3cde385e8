import Learning
import Review

/// How decisions follow the score shown, and how they were taken: signs that people only nod.
///
/// A high agreement with the engine is no fault by itself; it becomes one when it goes with little
/// time, with no difference between good and bad suggestions, or with repeats judged otherwise.
public struct AutomationBias: Hashable, Sendable {
  /// Decisions whose shown score lay in one tenth.
  public struct Bin: Hashable, Sendable {
    /// How many.
    public var decided = 0
    /// How many of them accepted.
    public var accepted = 0

    /// Makes a bin.
    public init(decided: Int = 0, accepted: Int = 0) {
      self.decided = decided
      self.accepted = accepted
    }

    /// The share accepted, or `nil`.
    public var share: ValueInterval? { Proportion.wilson(accepted, of: decided) }
  }

  /// From so few decisions on nothing is concluded.
  public static let fewest = 30
  /// A score from which a suggestion counts as sure, whichever panel.
  public static let sure = 0.9
  /// Seconds below which a decision was hardly read.
  public static let hasty = 2.0

  /// The number of first readings.
  public var count: Int
  /// Acceptance by tenth of the score shown.
  public var bins: [Bin]
  /// The share of acceptances.
  public var acceptance: ValueInterval?
  /// The share of acceptances among suggestions shown as sure.
  public var sureAcceptance: ValueInterval?
  /// The probability that an accepted suggestion was shown with a higher score than a rejected one:
  /// a half when the score did not matter, 1 when only the score did.
  public var scoreSeparation: Double?
  /// Seconds on screen: the lower quartile, the median and the upper quartile.
  public var seconds: (low: Double, median: Double, high: Double)? {
    quartiles.count == 3 ? (quartiles[0], quartiles[1], quartiles[2]) : nil
  }
  private var quartiles: [Double]
  /// The share of decisions taken in less than `hasty` seconds.
  public var hastyShare: ValueInterval?
  /// Acceptance right after an acceptance, minus acceptance right after a rejection.
  public var orderEffect: Double?
  /// Acceptance in the last third of a run of decisions minus in its first third.
  public var drift: Double?
  /// The median seconds in the last third of a run divided by those in its first third.
  public var slackening: Double?

  /// The figures of judgements; only first readings count. Runs are an agent's decisions without a
  /// pause of half an hour.
  public init(_ judgements: [Judgement]) {
    let own = judgements.filter { $0.decision.purpose == .first }
    count = own.count
    bins = Array(repeating: Bin(), count: 10)
    for judgement in own {
      let place = min(9, max(0, Int(judgement.decision.seen.score * 10)))
      bins[place].decided += 1
      if judgement.isAccepting { bins[place].accepted += 1 }
    }
    acceptance = Proportion.wilson(own.count { $0.isAccepting }, of: own.count)
    let sure = own.filter { $0.decision.seen.score >= Self.sure }
    sureAcceptance = Proportion.wilson(sure.count { $0.isAccepting }, of: sure.count)
    scoreSeparation = Self.separation(own)
    let timed = own.map(\.decision.seen.seconds).filter { $0 > 0 }.sorted()
    quartiles =
      timed.isEmpty
      ? [] : [0.25, 0.5, 0.75].map { timed[Int((Double(timed.count - 1) * $0).rounded())] }
    hastyShare = Proportion.wilson(timed.count { $0 < Self.hasty }, of: timed.count)
    let runs = DecisionRun.runs(own)
    orderEffect = DecisionRun.orderEffect(runs)
    drift = DecisionRun.change(runs) { $0.isAccepting ? 1 : 0 }
    slackening = DecisionRun.slackening(runs)
  }

  private static func separation(_ own: [Judgement]) -> Double? {
    let metrics = try? BinaryMetrics(
      scores: own.map(\.decision.seen.score), labels: own.map(\.isAccepting))
    guard let metrics, metrics.positiveCount > 0, metrics.positiveCount < metrics.count else {
      return nil
    }
    return metrics[.auc]
  }
}
