import Learning
import Review

/// The figures of probabilities against outcomes.
enum Figures {
  private static let kinds: [(BinaryMetrics.Metric, String, LocalizedText)] = [
    (
      .auc, "AUC",
      LocalizedText(
        fr: "probabilité qu'un cas positif soit mieux classé qu'un négatif",
        en: "probability that a positive ranks above a negative")
    ),
    (
      .averagePrecision, "AP",
      LocalizedText(
        fr: "moyenne, sur les positifs par score décroissant, de la précision à chacun",
        en: "mean, over positives by descending score, of the precision at each")
    ),
    (
      .precisionAtTenth, "P@10 %",
      LocalizedText(
        fr: "part de positifs dans le premier dixième (n/10 arrondi au-dessus)",
        en: "share of positives in the top ceil(n/10)")
    ),
    (
      .brier, "Brier",
      LocalizedText(
        fr: "moyenne de (probabilité − résultat)²", en: "mean of (probability − outcome)²")
    ),
    (
      .calibrationError, "ECE",
      LocalizedText(
        fr: "écart moyen entre probabilité et part observée, dix classes d'égal effectif",
        en: "mean gap between probability and observed share, ten bins of equal count")
    ),
  ]

  /// All figures, each with its 95 % bootstrap interval; none when a class is absent.
  static func all(
    _ scores: [Double], _ labels: [Bool], suffix: String = ""
  ) -> [EvaluationReport.Figure] {
    guard labels.contains(true), labels.contains(false),
      let metrics = try? BinaryMetrics(scores: scores, labels: labels)
    else { return [] }
    return kinds.map { metric, name, definition in
      let interval = metrics.interval(metric, replicates: 300)
      return EvaluationReport.Figure(
        name: name + suffix, value: interval.value, low: interval.low, high: interval.high,
        definition: definition)
    }
  }

  /// The days gained, over positives, when the rows of a window are done in the order of the score
  /// instead of their own dates.
  static func daysEarlier(_ scores: [Double], _ labels: [Bool], _ days: [Int32]) -> Double? {
    let dates = days.sorted()
    let order = scores.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    var (sum, count) = (0.0, 0)
    for (place, row) in order.enumerated() where labels[row] {
      sum += Double(days[row] - dates[place])
      count += 1
    }
    return count > 0 ? sum / Double(count) : nil
  }

  /// The share of positives reached in the first half.
  static func firstHalf(_ scores: [Double], _ labels: [Bool]) -> Double? {
    let order = scores.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    let positives = labels.count { $0 }
    guard positives > 0 else { return nil }
    return Double(order.prefix(order.count / 2).count { labels[$0] }) / Double(positives)
  }

  /// The AUC inside one agent's list: per agent, weighted by the number of pairs.
  static func insideAgents(
    _ scores: [Double], _ labels: [Bool], _ agents: [String]
  ) -> Double? {
    var members: [String: [Int]] = [:]
    for row in agents.indices where !agents[row].isEmpty {
      members[agents[row], default: []].append(row)
    }
    var (sum, weight) = (0.0, 0.0)
    for agent in members.keys.sorted() {
      let rows = members[agent] ?? []
      let positives = rows.count { labels[$0] }
      let pairs = Double(positives * (rows.count - positives))
      guard pairs > 0,
        let metrics = try? BinaryMetrics(
          scores: rows.map { scores[$0] }, labels: rows.map { labels[$0] })
      else { continue }
      sum += pairs * metrics[.auc]
      weight += pairs
    }
    return weight > 0 ? sum / weight : nil
  }
}
