import Learning
import Review

/// What the model in use says of a candidate.
struct Judgement: Sendable {
  var score: Score
  var contributions: ContributionsEvidence
  var type: ObjectType
  var typeShare: Double
  var priority: Priority

  /// How far the log-odds may be off, for the interval: what scenes cannot teach about a place.
  private static let spread = 0.8

  init(
    _ candidate: Candidate, judge: RegionJudge, opinion: Double = 0, weights: PriorityWeights,
    today: CalendarDate
  ) {
    guard !candidate.measures.isEmpty, candidate.measures.count == RegionMeasure.count else {
      // Nothing was found there: what a blind tile is expected to hold.
      let odds = Logistic.logit(RegionJudge.tileShare)
      score = judge.score(odds, spread: 1.5)
      contributions = ContributionsEvidence(base: odds, reasons: [])
      type = .other
      typeShare = 0
      priority = Priority(
        candidate, share: RegionJudge.tileShare, type: .other, weights: weights, today: today)
      return
    }
    let (start, parts, said) = judge.contributions(candidate.measures, opinion: opinion)
    contributions = Self.evidence(start, parts, said)
    score = judge.score(contributions.total, spread: Self.spread)
    let best = judge.regions.types(candidate.measures).first
    type = best?.type ?? .other
    typeShare = best?.share ?? 0
    priority = Priority(
      candidate, share: score.value, type: type, weights: weights, today: today)
  }

  /// Reasons by family, strongest first; those too small to see are one.
  private static func evidence(
    _ start: Double, _ parts: [Double], _ opinion: Double
  ) -> ContributionsEvidence {
    var sums: [RegionMeasure: Double] = [:]
    for measure in RegionMeasure.allCases {
      sums[measure.family, default: 0] += parts[measure.rawValue]
    }
    var reasons: [ContributionsEvidence.Reason] = []
    var rest = 0.0
    if abs(opinion) >= 0.05 {
      reasons.append(
        .init(
          label: LocalizedText(
            fr: "ressemble à ce qui a été décidé (pixels)", en: "like what was decided (pixels)"),
          value: opinion))
    } else {
      rest += opinion
    }
    let order = RegionMeasure.allCases.filter { sums[$0] != nil }
      .sorted { (abs(sums[$1] ?? 0), $0.rawValue) < (abs(sums[$0] ?? 0), $1.rawValue) }
    for (place, measure) in order.enumerated() {
      let value = sums[measure] ?? 0
      guard place < 7, abs(value) >= 0.05 else {
        rest += value
        continue
      }
      reasons.append(.init(label: measure.title, value: value))
    }
    reasons.sort { abs($0.value) > abs($1.value) }
    if abs(rest) >= 0.005 {
      reasons.append(
        .init(
          label: LocalizedText(fr: "autres mesures", en: "other measures"), value: rest))
    } else {
      return ContributionsEvidence(base: start + rest, reasons: reasons)
    }
    return ContributionsEvidence(base: start, reasons: reasons)
  }
}
