import Learning
import Review

/// Figures shared by the tasks.
enum EvaluationFigures {
  /// A share with its exact 95 % interval (Clopper–Pearson).
  static func share(
    _ name: String, _ part: Int, _ whole: Int, _ definition: LocalizedText
  ) -> EvaluationReport.Figure {
    let value = whole > 0 ? Double(part) / Double(whole) : .nan
    let low =
      part == 0
      ? 0 : BetaDistribution(alpha: Double(part), beta: Double(whole - part) + 1).quantile(0.025)
    let high =
      part == whole
      ? 1
      : BetaDistribution(alpha: Double(part) + 1, beta: Double(whole - part)).quantile(0.975)
    return EvaluationReport.Figure(
      name: name, value: value, low: low, high: high, definition: definition)
  }

  /// A figure of rows with a percentile bootstrap interval over them.
  static func bootstrap(
    _ name: String, count: Int, definition: LocalizedText, replicates: Int = 200,
    _ figure: ([Int]) -> Double
  ) -> EvaluationReport.Figure {
    var generator = SplitMix64(seed: 1)
    let value = figure(Array(0..<count))
    let drawn = (0..<replicates).map { _ in
      figure((0..<count).map { _ in generator.below(count) })
    }
    let interval = ValueInterval.replicates(value, drawn)
    return EvaluationReport.Figure(
      name: name, value: value, low: interval.low, high: interval.high, definition: definition)
  }
}
