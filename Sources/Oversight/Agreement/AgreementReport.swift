import Learning
import Review

/// How far readers agree with each other, with the engine and with themselves.
public struct AgreementReport: Hashable, Sendable {
  /// From so few comparisons on nothing is said: a weak figure would deceive.
  public static let fewest = 20

  /// Agent against agent on second readings: κ, `nil` below `fewest` pairs.
  public var kappa: ValueInterval?
  /// All readers on doubly read units: α, `nil` below `fewest` units.
  public var alpha: ValueInterval?
  /// Agent against the engine (a score of a half or more is its yes): κ.
  public var engine: ValueInterval?
  /// The share of hidden repeats judged as the first time, with its 95 % interval.
  public var repeats: ValueInterval?
  /// The number of doubly read units.
  public var pairCount: Int
  /// The number of hidden repeats.
  public var repeatCount: Int
  /// The number of disagreements not settled yet.
  public var openDisagreements: Int

  /// The report on judgements of one project.
  public init(_ judgements: [Judgement], seed: UInt64 = 1) {
    let grouped = Dictionary(grouping: judgements, by: \.subject)
    let subjects = grouped.keys.sorted()
    let pairs = subjects.compactMap { Self.pair(grouped[$0] ?? []) }
    pairCount = pairs.count
    let isEnough = pairs.count >= Self.fewest
    kappa = isEnough ? CohenKappa.interval(pairs, seed: seed) : nil
    alpha =
      isEnough
      ? KrippendorffAlpha.interval(
        subjects.map { Self.readers(grouped[$0] ?? []) }.filter { $0.count >= 2 }, seed: seed)
      : nil
    let repeated = judgements.filter { $0.decision.purpose == .repeat }.compactMap { second in
      grouped[second.subject]?.last {
        $0.agent == second.agent && $0.sequence < second.sequence
          && $0.decision.purpose != .repeat
      }.map { $0.isAccepting == second.isAccepting }
    }
    repeatCount = repeated.count
    repeats =
      repeated.count >= Self.fewest
      ? Proportion.wilson(repeated.count { $0 }, of: repeated.count) : nil
    let withEngine = judgements.filter { $0.decision.purpose == .first }
      .map { ($0.isAccepting, $0.decision.seen.score >= 0.5) }
    engine =
      withEngine.count >= Self.fewest ? CohenKappa.interval(withEngine, seed: seed) : nil
    openDisagreements = Disagreement.all(in: judgements).count { $0.settlement == nil }
  }

  /// First against second reading of a unit by two agents.
  private static func pair(_ own: [Judgement]) -> (Bool, Bool)? {
    guard let second = own.last(where: { $0.decision.purpose == .second }),
      let first = own.last(where: {
        $0.decision.purpose == .first && $0.agent != second.agent && $0.sequence < second.sequence
      })
    else { return nil }
    return (first.isAccepting, second.isAccepting)
  }

  /// The last reading of each agent, repeats and settlements left out.
  private static func readers(_ own: [Judgement]) -> [Bool] {
    var last: [String: Bool] = [:]
    for judgement in own
    where judgement.decision.purpose == .first || judgement.decision.purpose == .second {
      last[judgement.agent] = judgement.isAccepting
    }
    return last.sorted { $0.key < $1.key }.map(\.value)
  }
}
