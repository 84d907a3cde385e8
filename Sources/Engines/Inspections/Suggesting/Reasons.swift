import Review

/// Puts what columns add together under reasons, so that the sum stays exact.
enum Reasons {
  /// The most reasons told one by one; the rest is told as one.
  private static let limit = 9
  /// What is smaller is told with the rest.
  private static let least = 0.02

  /// The contributions of a score.
  ///
  /// - Parameter tell: the sentence and the source of a reason.
  static func contributions(
    base: Double, parts: [Double], columns: [FeatureColumn],
    tell: (String) -> (LocalizedText, LocalizedText?)
  ) -> ContributionsEvidence {
    var sums: [String: Double] = [:]
    for (part, column) in zip(parts, columns) { sums[column.reason, default: 0] += part }
    let order = sums.keys.sorted {
      let (left, right) = (abs(sums[$0] ?? 0), abs(sums[$1] ?? 0))
      return left != right ? left > right : $0 < $1
    }
    let told = order.prefix(limit).filter { abs(sums[$0] ?? 0) >= least }
    var reasons = told.map { key in
      let (label, source) = tell(key)
      return ContributionsEvidence.Reason(label: label, value: sums[key] ?? 0, source: source)
    }
    let rest = order.filter { !told.contains($0) }
    let sum = rest.reduce(0) { $0 + (sums[$1] ?? 0) }
    if !rest.isEmpty, sum != 0 {
      reasons.append(
        .init(
          label: LocalizedText(
            fr: Facts.count(rest.count, "raison plus faible", "raisons plus faibles"),
            en: Facts.count(rest.count, "weaker reason", "weaker reasons", .english)),
          value: sum))
    }
    return ContributionsEvidence(base: base, reasons: reasons)
  }
}
