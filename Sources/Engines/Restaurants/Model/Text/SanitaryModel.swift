import Foundation
import Learning
import Review

/// The probability that a review reports a sanitary problem.
///
/// A small logistic model over the recognised hits: the weights of the six types and of their total
/// can only raise it. Shipped with weights fitted on the project's own hand labels; agents'
/// decisions on passages move them.
struct SanitaryModel: Sendable {
  /// The strength of the penalty that draws to the prior weights.
  private static let strength = 2.0
  /// How much one agent's decision weighs beside a hand label.
  static let decisionWeight = 1.0

  /// The model.
  let logistic: DenseLogistic

  /// The weights the product is shipped with, per column; the last one is the intercept.
  static let shippedWeights: [Double] = [
    3.1, 3.0, 2.6, 2.9, 2.6, 2.7,
    1.3, 0.5, -0.6, 0.7, -1.6, 0.0, 0.1,
  ]
  /// The intercept the product is shipped with.
  static let shippedIntercept = -3.6

  /// The shipped model.
  static let shipped = SanitaryModel(
    logistic: DenseLogistic(
      coefficients: shippedWeights, intercept: shippedIntercept,
      means: [Double](repeating: 0, count: SanitaryFeatures.count),
      deviations: [Double](repeating: 1, count: SanitaryFeatures.count),
      fillings: [Double](repeating: 0, count: SanitaryFeatures.count)))

  /// The probability of features.
  func probability(_ features: [Float]) -> Double { Logistic.sigmoid(logistic.score(features)) }

  /// Learns from labelled features, drawn to the shipped weights.
  static func train(
    _ rows: [[Float]], labels: [Bool], weights: [Double]
  ) throws -> SanitaryModel {
    let matrix = try DenseMatrix(rows: rows)
    let raisers = SanitaryType.allCases.count + 1
    let options = DenseLogisticOptions(
      strength: strength, priors: shippedWeights,
      isNonNegative: (0..<SanitaryFeatures.count).map { $0 < raisers },
      isRaw: [Bool](repeating: true, count: SanitaryFeatures.count))
    return SanitaryModel(
      logistic: try DenseLogistic.train(
        matrix, labels: labels, weights: weights, options: options))
  }
}
