import Learning
import Review

/// What is said of an establishment: its score and the reasons that add up to it.
struct EstablishmentAssessment {
  var score: Score
  var contributions: ContributionsEvidence

  /// Reasons smaller than this are told together.
  private static let smallestReason = 0.02

  /// A reason whose sentence is made only when it is told: most are too small.
  struct Draft {
    var value: Double
    var source: LocalizedText?
    var label: () -> LocalizedText

    init(_ value: Double, source: LocalizedText? = nil, label: @escaping () -> LocalizedText) {
      self.value = value
      self.source = source
      self.label = label
    }
  }

  /// Orders the reasons, strongest first, and gathers small ones into one that keeps the sum exact.
  ///
  /// - Parameters:
  ///   - error: the standard error of the log-odds.
  ///   - basis: what a score of some value rests on.
  init(
    base: Double, reasons drafts: [Draft], error: Double, basis: (Double) -> Score.Basis
  ) {
    var told: [(offset: Int, draft: Draft)] = []
    var rest = 0.0
    for (offset, draft) in drafts.enumerated() {
      if abs(draft.value) >= Self.smallestReason {
        told.append((offset, draft))
      } else {
        rest += draft.value
      }
    }
    told.sort { (abs($1.draft.value), $0.offset) < (abs($0.draft.value), $1.offset) }
    var reasons = told.map { _, draft in
      ContributionsEvidence.Reason(
        label: draft.label(), value: draft.value, source: draft.source)
    }
    if rest != 0 {
      let label = LocalizedText(
        fr: "autres éléments, chacun minime", en: "other elements, each minor")
      reasons.append(ContributionsEvidence.Reason(label: label, value: rest))
    }
    contributions = ContributionsEvidence(base: base, reasons: reasons)
    let interval = ValueInterval.logOdds(contributions.total, standardError: error)
    score = Score(
      interval.value, low: interval.low, high: interval.high, basis: basis(interval.value))
  }
}
