import Learning
import Review

/// What is said of establishments before any outcome is known: levels, not probabilities.
///
/// Base rates by activity and by last outcome are those of the developers' part of Alim'confiance
/// (previous outcome two to four years earlier: 2.4 %, 4.6 %, 9.2 %; unknown 5.6 %).
enum ColdStartRules {
  /// The overall share of non-compliant inspections.
  private static let overall = 0.054
  /// The share without a known past, which the others are compared with.
  private static let unknownPast = 0.056
  /// The standard error of a rule in log-odds: one level up or down is quite possible.
  private static let error = 0.8
  /// From these values on the level is 2 and 3.
  private static let levels = (0.06, 0.12)

  /// Assesses establishments by rules.
  static func assess(_ cases: [EstablishmentCase]) -> [EstablishmentAssessment] {
    cases.map { assess($0) }
  }

  private static func assess(_ known: EstablishmentCase) -> EstablishmentAssessment {
    let base = Logistic.logit(overall)
    let rates = ActivityGroup.groups(of: known.subject.activities).map(\.baseRate)
    let rate = rates.max() ?? overall
    let source = LocalizedText(fr: "règle", en: "rule")
    var reasons = [
      EstablishmentAssessment.Draft(Logistic.logit(rate) - base, source: source) {
        EstablishmentSentences.activity(known.subject.activities, rate: rate)
      }
    ]
    if let past = known.past {
      let share = pastShare(past.last)
      reasons.append(
        EstablishmentAssessment.Draft(
          Logistic.logit(share) - Logistic.logit(unknownPast), source: source
        ) {
          EstablishmentSentences.label(.past, known)
        })
    }
    reasons += ReviewSentences.reasons(known, .expert)
    let open = ReviewRule.expert.variance(known.signals)
    return EstablishmentAssessment(
      base: base, reasons: reasons, error: (error * error + open).squareRoot()
    ) { .rule(level: $0 >= levels.1 ? 3 : $0 >= levels.0 ? 2 : 1) }
  }

  private static func pastShare(_ outcome: Inspection.Outcome) -> Double {
    switch outcome {
    case .verySatisfactory: 0.024
    case .satisfactory: 0.046
    case .toImprove: 0.092
    // Not measured apart for want of cases: as grave as the level before, and half as much again.
    case .urgent: 0.14
    }
  }
}
