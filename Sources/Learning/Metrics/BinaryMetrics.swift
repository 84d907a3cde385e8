import Foundation

/// The figures of scores against labels.
///
/// Rows are ordered once, by descending score with ties in file order; all figures, and their
/// bootstrap replicates, are read off that order.
public struct BinaryMetrics: Sendable {
  /// A figure by its name.
  public enum Metric: String, CaseIterable, Hashable, Sendable {
    /// The mean over positives, in descending score, of the precision at each; ties in file order.
    case averagePrecision
    /// The probability that a positive is above a negative, ties counting half.
    case auc
    /// The share of positives in the top tenth (ceil(n / 10)).
    case precisionAtTenth
    /// The share of positives in the top tenth, divided by the share overall.
    case lift
    /// The harmonic mean of precision and recall, cut at 0.5.
    case f1
    /// The share of positives among rows scored 0.5 or more.
    case precision
    /// The share of positives scored 0.5 or more.
    case recall
    /// The mean of F1 for the positive and for the negative class, cut at 0.5.
    case macroF1
    /// The share of rows on the right side of 0.5.
    case accuracy
    /// The mean of (probability − label)².
    case brier
    /// The mean of −ln(probability of the label), probabilities held inside 1e-15…1 − 1e-15.
    case logLoss
    /// The mean, over ten bins of equal count by score, of |mean probability − share of positives|.
    case calibrationError
  }

  /// The number of rows.
  public let count: Int
  /// The number of positives.
  public let positiveCount: Int
  /// Scores in descending order.
  let scores: [Double]
  /// Labels in that order.
  let labels: [Bool]
  /// Weights in that order.
  let weights: [Double]
  /// The place in the file of each row of that order.
  let places: [Int]

  /// The cut of F1, precision, recall and accuracy.
  public static let cut = 0.5

  /// Orders scores and labels.
  ///
  /// - Parameters:
  ///   - scores: the scores; probabilities for the figures that need them.
  ///   - labels: whether each row is positive.
  ///   - weights: how much each row counts (sampling weights), all 1 when `nil`.
  /// - Throws: `LearningError` when sizes disagree, there is no row or a score is not a number.
  public init(
    scores: [Double], labels: [Bool], weights: [Double]? = nil
  ) throws(LearningError) {
    guard !scores.isEmpty else { throw .noRows }
    guard labels.count == scores.count else {
      throw .shape(what: "labels", found: labels.count, expected: scores.count)
    }
    if let weights, weights.count != scores.count {
      throw .shape(what: "weights of rows", found: weights.count, expected: scores.count)
    }
    if let bad = scores.firstIndex(where: \.isNaN) { throw .value(what: "score", row: bad) }
    let order = scores.indices.sorted { left, right in
      scores[left] != scores[right] ? scores[left] > scores[right] : left < right
    }
    count = scores.count
    positiveCount = labels.count(where: { $0 })
    places = order
    self.scores = order.map { scores[$0] }
    self.labels = order.map { labels[$0] }
    self.weights = order.map { weights?[$0] ?? 1 }
  }

  /// The value of a figure; not-a-number where it is not defined (no positive, say).
  public subscript(_ metric: Metric) -> Double { value(metric, weights) }

  /// The figure with a percentile bootstrap interval.
  ///
  /// - Parameters:
  ///   - replicates: how many times rows are drawn with replacement.
  ///   - level: the share the interval is to hold.
  ///   - seed: the seed of the draws.
  public func interval(
    _ metric: Metric, replicates: Int = 1000, level: Double = 0.95, seed: UInt64 = 1
  ) -> ValueInterval {
    var generator = SplitMix64(seed: seed)
    var values: [Double] = []
    values.reserveCapacity(replicates)
    var drawn = [Double](repeating: 0, count: count)
    for _ in 0..<replicates {
      for row in 0..<count { drawn[row] = 0 }
      for _ in 0..<count {
        let row = generator.below(count)
        drawn[row] += weights[row]
      }
      values.append(value(metric, drawn))
    }
    return ValueInterval.replicates(self[metric], values, level: level)
  }

  private func value(_ metric: Metric, _ weights: [Double]) -> Double {
    switch metric {
    case .averagePrecision: averagePrecision(weights)
    case .auc: auc(weights)
    case .precisionAtTenth: topTenth(weights)
    case .lift: topTenth(weights) / share(weights)
    case .f1: confusion(weights).f1
    case .precision: confusion(weights).precision
    case .recall: confusion(weights).recall
    case .macroF1: (confusion(weights).f1 + confusion(weights).swapped.f1) / 2
    case .accuracy: confusion(weights).accuracy
    case .brier: mean(weights) { ($0 - ($1 ? 1 : 0)) * ($0 - ($1 ? 1 : 0)) }
    case .logLoss:
      mean(weights) { score, label in
        -log(max(Logistic.smallestProbability, label ? score : 1 - score))
      }
    case .calibrationError: calibrationError(weights)
    }
  }

  private func mean(_ weights: [Double], _ value: (Double, Bool) -> Double) -> Double {
    var sum = 0.0
    var total = 0.0
    for row in 0..<count where weights[row] > 0 {
      sum += weights[row] * value(scores[row], labels[row])
      total += weights[row]
    }
    return sum / total
  }

  func share(_ weights: [Double]) -> Double { mean(weights) { $1 ? 1 : 0 } }
}
