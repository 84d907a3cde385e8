import Foundation
import Review

/// The reasons that come from customers' reviews, as sentences in both languages.
enum ReviewSentences {
  /// The reasons of a case's reviews; none when there are no reviews.
  static func reasons(
    _ known: EstablishmentCase, _ rule: ReviewRule
  ) -> [EstablishmentAssessment.Draft] {
    guard let tally = known.tally, let signals = known.signals, tally.count > 0 else { return [] }
    let values = rule.contributions(known.features.reviewValues)
    let source = rule.isRule ? LocalizedText(fr: "règle", en: "rule") : nil
    return ReviewColumn.allCases.compactMap { column in
      let value = values[column.rawValue]
      guard value != 0 else { return nil }
      return EstablishmentAssessment.Draft(value, source: source) {
        label(column, tally, signals)
      }
    }
  }

  private static func label(
    _ column: ReviewColumn, _ tally: ReviewTally, _ signals: ReviewSignals
  ) -> LocalizedText {
    switch column {
    case .count:
      return LocalizedText(fr: "\(tally.count) avis", en: "\(tally.count) reviews")
    case .rate: return rate(tally, signals)
    case .illness: return problem(.illness, tally)
    case .pest: return problem(.pest, tally)
    case .spoiled: return problem(.spoiled, tally)
    case .dirt: return problem(.dirt, tally)
    case .negative:
      return signals[.negative] > 0
        ? LocalizedText(
          fr: "plus d'avis négatifs que d'ordinaire", en: "more negative reviews than usual")
        : LocalizedText(
          fr: "moins d'avis négatifs que d'ordinaire", en: "fewer negative reviews than usual")
    case .burst:
      let count = tally.recentAuthors.count
      return LocalizedText(
        fr: "signalements soudains : \(count) auteurs en deux mois",
        en: "sudden reports: \(count) authors within two months")
    case .authors:
      let count = tally.yearAuthors.count
      return LocalizedText(
        fr: "\(count) auteurs de signalements en douze mois",
        en: "\(count) authors of reports within twelve months")
    }
  }

  private static func rate(_ tally: ReviewTally, _ signals: ReviewSignals) -> LocalizedText {
    let ratio = Decimals(exp(signals[.rate]))
    return LocalizedText(
      fr: "signalements sanitaires : \(ratio.fr) fois la fréquence usuelle sur \(tally.count) avis",
      en: "sanitary reports: \(ratio.en) times the usual frequency over "
        + (tally.count == 1 ? "1 review" : "\(tally.count) reviews"))
  }

  /// « 3 avis sur 12 mois signalent de la saleté, dernier le 2024-12-05 ».
  private static func problem(_ problem: ReportedProblem, _ tally: ReviewTally) -> LocalizedText {
    let count = tally.recent[problem.rawValue]
    let last = tally.lastDays[problem.rawValue]?.iso
    let when = last.map { LocalizedText(fr: ", dernier le \($0)", en: ", last on \($0)") }
    switch count {
    case 0:
      return LocalizedText(
        fr: "des avis anciens ou incertains signalent \(problem.object.fr)\(when?.fr ?? "")",
        en: "old or uncertain reviews report \(problem.object.en)\(when?.en ?? "")")
    case 1:
      return LocalizedText(
        fr: "1 avis sur 12 mois signale \(problem.object.fr)\(when?.fr ?? "")",
        en: "1 review within 12 months reports \(problem.object.en)\(when?.en ?? "")")
    default:
      return LocalizedText(
        fr: "\(count) avis sur 12 mois signalent \(problem.object.fr)\(when?.fr ?? "")",
        en: "\(count) reviews within 12 months report \(problem.object.en)\(when?.en ?? "")")
    }
  }
}
