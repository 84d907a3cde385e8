import Language
import Learning
import Review

/// Ranks the tumour codes of a report: which one is the main diagnosis.
struct DiagnosisRanker: Sendable, Hashable {
  /// A code with all its mentions in one report.
  struct Candidate: Sendable, Hashable {
    var code: String
    var mentions: [Range<Int>]
  }

  /// The number of features of a candidate.
  static let featureCount = 31

  var model: ListwiseModel
  var counts: DiagnosisCounts
  var words: DiagnosisWords

  /// The most codes that words propose although the report does not name them.
  static let proposals = 4

  /// Whether a code can be a main diagnosis: a tumour with a morphology of its own, no metastasis.
  static func mayBeDiagnosis(_ code: String) -> Bool {
    code.count >= 6 && code.contains("/") && !code.hasSuffix("/6") && !code.hasPrefix("8000")
  }

  /// The candidates of a report, by code: those it names, then those its words and its site suggest.
  static func candidates(
    _ mentions: [(tokens: Range<Int>, code: String)], site: String, counts: DiagnosisCounts,
    likely: [String: Double]
  ) -> [Candidate] {
    var places: [String: [Range<Int>]] = [:]
    for mention in mentions where mayBeDiagnosis(mention.code) {
      places[mention.code, default: []].append(mention.tokens)
    }
    let named = places.keys.sorted().map { Candidate(code: $0, mentions: places[$0] ?? []) }
    let byWords = likely.filter { places[$0.key] == nil && mayBeDiagnosis($0.key) }
      .sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(proposals).map(\.key)
    let bySite = counts.proposals(for: Set(places.keys), site: site)
      .filter { mayBeDiagnosis($0) && !byWords.contains($0) }
    // Words know more than the site alone; when there are none, the site has to do.
    let more = byWords.isEmpty ? bySite : byWords
    return named + more.map { Candidate(code: $0, mentions: []) }
  }

  /// The first three characters of the site named most often, or empty.
  static func mainSite(_ codes: [String]) -> String {
    var counts: [String: Int] = [:]
    for code in codes where code.count >= 3 { counts[String(code.prefix(3)), default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }

  private static let announcing: Set<UInt64> = Set(
    [
      "diagnostic", "diagnostique", "compatible", "biopsie", "anatomopathologique", "pathologique",
      "histologique", "confirme", "conclusion", "anatomie", "definitif", "resultat",
    ].map { WordStem.hash(Array($0.utf8)) })

  /// The features of all candidates of a report.
  static func features(
    _ candidates: [Candidate], _ report: DiagnosisTraining.Case, scorer: QualifierScorer,
    counts known: DiagnosisCounts, likely: [String: Double]
  ) -> [[Float]] {
    let text = report.text
    let site = report.site
    let named = Set(candidates.filter { !$0.mentions.isEmpty }.map(\.code))
    let counts = candidates.map { $0.mentions.count }
    let total = Float(max(1, counts.reduce(0, +)))
    // A report may name no code at all.
    let most = Float(max(1, counts.max() ?? 1))
    let length = Float(max(1, text.tokens.count))
    return candidates.map { candidate in
      let count = Float(candidate.mentions.count)
      var row = [Float](repeating: 0, count: featureCount)
      row[0] = logBase2(1 + count)
      row[1] = count / total
      row[2] = count / most
      row[3] = candidate.mentions.first.map { Float($0.lowerBound) / length } ?? 1
      row[4] = candidate.mentions.last.map { Float($0.lowerBound) / length } ?? 1
      row[5] = candidate.mentions.isEmpty ? 0 : Float(known.odds(candidate.code))
      row[6] = candidate.code.hasSuffix("/3") ? 1 : 0
      row[7] = candidate.code.hasSuffix("/0") || candidate.code.hasSuffix("/1") ? 1 : 0
      row[8] = isBroad(candidate.code) ? 1 : 0
      row[9] = candidates.contains { isNarrower($0.code, than: candidate.code) } ? 1 : 0
      row[10] = Float(candidate.mentions.map(\.count).max() ?? 1)
      row[18] = candidate.mentions.isEmpty ? 0 : 1
      row[19] = Float(known.share(candidate.code))
      row[20] = Float(known.share(candidate.code, site: site))
      row[21] = Float(known.association(candidate.code, beside: named))
      row[22] =
        named.contains { $0 != candidate.code && $0.prefix(3) == candidate.code.prefix(3) }
        ? 1 : 0
      row[23] = named.count == 1 && named.contains(candidate.code) ? 1 : 0
      let isNamed = !candidate.mentions.isEmpty
      let probability = Float(Logarithm.of((likely[candidate.code] ?? 0) + leastLikely))
      row[24] = probability
      row[25] = isNamed ? probability : 0
      row[26] = isNamed ? 0 : probability
      let others = report.mentions.lazy.map(\.code).filter { $0 != candidate.code }
      row[27] = others.contains { $0.prefix(4) == candidate.code.prefix(4) } ? 1 : 0
      row[28] = others.contains { $0 == candidate.code.prefix(4) + "/6" } ? 1 : 0
      let more = counts.count { $0 > candidate.mentions.count }
      row[29] = isNamed && more == 0 ? 1 : 0
      row[30] = isNamed && more == 1 ? 1 : 0
      addContext(&row, candidate, text, report.finder, scorer)
      return row
    }
  }

  /// What is added to a probability before its logarithm is taken.
  private static let leastLikely = 1e-4

  private static func logBase2(_ value: Float) -> Float {
    var log: Float = 0
    var rest = value
    while rest >= 2 {
      rest /= 2
      log += 1
    }
    return log + rest - 1
  }

  /// « 8010/3 », « 8140/3 »: carcinoma, adenocarcinoma without more.
  private static func isBroad(_ code: String) -> Bool {
    ["8010", "8140", "8720", "8800", "9590", "8070"].contains(String(code.prefix(4)))
  }

  private static func isNarrower(_ code: String, than other: String) -> Bool {
    code != other && code.prefix(2) == other.prefix(2) && isBroad(other) && !isBroad(code)
  }

  private static func addContext(
    _ row: inout [Float], _ candidate: Candidate, _ text: ClinicalText, _ finder: QualifierFinder,
    _ scorer: QualifierScorer
  ) {
    let share = 1 / Float(max(1, candidate.mentions.count))
    for mention in candidate.mentions.prefix(40) {
      switch text.sectionOfToken[mention.lowerBound] {
      case .tests, .pathology, .biology, .operation: row[11] += share
      case .evolution, .treatment, .postoperative: row[12] += share
      case .history, .none: row[13] += share
      default: break
      }
      let before = max(
        text.sentence(around: mention.lowerBound).lowerBound, mention.lowerBound - 14)
      if (before..<mention.lowerBound).contains(where: { announcing.contains(text.stems[$0]) }) {
        row[14] += share
      }
      let cues = finder.cues(in: text.sentence(around: mention.lowerBound))
      let findings = finder.findings(mention, cues: cues)
      for qualifier in Qualifier.allCases {
        let isSet = scorer.probability(qualifier, findings[qualifier.rawValue].features) >= 0.5
        guard isSet else { continue }
        switch qualifier {
        case .negated, .hypothesis: row[15] += share
        case .family: row[16] += share
        case .history: row[17] += share
        }
      }
    }
  }

  /// The candidates of a report, most probable first.
  func ranked(
    _ report: DiagnosisTraining.Case, scorer: QualifierScorer
  ) -> [(candidate: Candidate, score: Double)] {
    let likely = words.probabilities(report.bag)
    let candidates = Self.candidates(
      report.mentions, site: report.site, counts: counts, likely: likely)
    let rows = Self.features(candidates, report, scorer: scorer, counts: counts, likely: likely)
    return zip(candidates, rows).map { ($0, model.score($1)) }
      .sorted { ($0.1, $1.0.code) > ($1.1, $0.0.code) }
      .map { (candidate: $0.0, score: $0.1) }
  }
}
