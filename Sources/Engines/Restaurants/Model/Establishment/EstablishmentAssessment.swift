import Learning
import Review

/// What is said of an establishment: its score and the reasons that add up to it.
struct EstablishmentAssessment {
  var score: Score
  var contributions: ContributionsEvidence

  /// Reasons smaller than this are told together.
  private static let smallestReason = 0.02

  /// Orders the reasons, strongest first, and gathers small ones into one that keeps the sum exact.
  init(
    base: Double, reasons: [ContributionsEvidence.Reason], error: Double,
    basis: (Double) -> Score.Basis
  ) {
    let told = reasons.filter { abs($0.value) >= Self.smallestReason }
      .enumerated()
      .sorted { (abs($0.element.value), $1.offset) > (abs($1.element.value), $0.offset) }
      .map(\.element)
    let rest = reasons.filter { abs($0.value) < Self.smallestReason }
      .reduce(0) { $0 + $1.value }
    var all = told
    if rest != 0 {
      all.append(
        ContributionsEvidence.Reason(
          label: LocalizedText(fr: "autres éléments, chacun minime", en: "other minor elements"),
          value: rest))
    }
    contributions = ContributionsEvidence(base: base, reasons: all)
    let interval = ValueInterval.logOdds(contributions.total, standardError: error)
    score = Score(
      interval.value, low: interval.low, high: interval.high, basis: basis(interval.value))
  }
}
