/// What is known of diagnoses from the reports of a training: how often a code was the diagnosis, at
/// which sites, and beside which other codes.
struct DiagnosisCounts: Sendable, Hashable {
  /// A report: its codes, its main site, the codes of its diagnosis.
  struct Report: Sendable, Hashable {
    var codes: Set<String>
    /// The first three characters of the site named most often, or empty.
    var site: String
    var right: Set<String>
  }

  /// The weight of what is usual among all codes in the rate of one.
  private static let priorWeight = 2.0
  /// The most codes that are proposed although the report does not name them.
  static let proposals = 4

  private var present: [String: Double] = [:]
  private var presentAndRight: [String: Double] = [:]
  private var right: [String: Double] = [:]
  private var bySite: [String: [String: Double]] = [:]
  private var byCode: [String: [String: Double]] = [:]
  private var reports = 0.0

  init() {}

  /// Counts a report, or takes it away with a weight of −1.
  mutating func add(_ report: Report, weight: Double = 1) {
    reports += weight
    for code in report.codes {
      present[code, default: 0] += weight
      if report.right.contains(code) { presentAndRight[code, default: 0] += weight }
      for other in report.right { byCode[code, default: [:]][other, default: 0] += weight }
    }
    for code in report.right {
      right[code, default: 0] += weight
      if !report.site.isEmpty { bySite[report.site, default: [:]][code, default: 0] += weight }
    }
  }

  /// Codes that reports with such codes, or of such a site, had as diagnosis; likeliest first.
  func proposals(for codes: Set<String>, site: String) -> [String] {
    var scores: [String: Double] = bySite[site] ?? [:]
    for code in codes.sorted() {
      for (other, count) in byCode[code] ?? [:] { scores[other, default: 0] += 2 * count }
    }
    let sorted = scores.filter { $0.value > 0.5 && !codes.contains($0.key) }
      .sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    return sorted.prefix(Self.proposals).map(\.key)
  }

  /// The log-odds that a code is the diagnosis where it stands.
  func odds(_ code: String) -> Double {
    let yes = max(0, presentAndRight[code] ?? 0)
    let no = max(0, (present[code] ?? 0) - yes)
    return Logarithm.of((yes + Self.priorWeight) / (no + Self.priorWeight))
  }

  /// The logarithm of the share of a code among all diagnoses.
  func share(_ code: String) -> Double {
    Logarithm.of((max(0, right[code] ?? 0) + 0.5) / (max(0, reports) + 1))
  }

  /// The logarithm of the share of a code among the diagnoses of a site.
  func share(_ code: String, site: String) -> Double {
    let all = (bySite[site] ?? [:]).values.reduce(0) { $0 + max(0, $1) }
    return Logarithm.of((max(0, bySite[site]?[code] ?? 0) + 0.3) / (all + 3))
  }

  /// The greatest share that a code has among the diagnoses of reports that name another one.
  func association(_ code: String, beside codes: Set<String>) -> Double {
    codes.filter { $0 != code }.map { other in
      max(0, byCode[other]?[code] ?? 0) / (max(0, present[other] ?? 0) + 3)
    }
    .max() ?? 0
  }
}
