import Learning
import Review

/// The probability that an agent would check a demand on site.
///
/// A logistic regression over a dozen named features; it starts from weights set by the field's
/// rules and follows the agents' decisions.
struct ItemModel: Sendable {
  /// The pull of the first weights: it takes about this many clear decisions to move one.
  private static let strength = 3.0
  /// The fewest decisions of each kind to learn from.
  static let fewestOfKind = 3

  var logistic: DenseLogistic

  /// The model before anything was learned.
  static let shipped: ItemModel = {
    let features = ItemFeatures.Feature.allCases
    let zeros = [Double](repeating: 0, count: features.count)
    return ItemModel(
      logistic: DenseLogistic(
        coefficients: features.map(\.prior), intercept: ItemFeatures.intercept, means: zeros,
        deviations: zeros.map { _ in 1 }, fillings: zeros))
  }()

  /// A decision to learn from.
  struct Row: Sendable {
    var features: ItemFeatures
    var isToCheck: Bool
    var weight: Double
  }

  /// Learns from decisions; the shipped model when there are too few.
  static func train(_ rows: [Row]) throws(LearningError) -> ItemModel {
    let positives = rows.count { $0.isToCheck }
    guard positives >= fewestOfKind, rows.count - positives >= fewestOfKind else {
      return .shipped
    }
    let features = ItemFeatures.Feature.allCases
    return ItemModel(
      logistic: try DenseLogistic.train(
        try DenseMatrix(rows: rows.map(\.features.values)), labels: rows.map(\.isToCheck),
        weights: rows.map(\.weight),
        options: DenseLogisticOptions(
          strength: strength, priors: features.map(\.prior),
          isRaw: features.map { _ in true })))
  }

  /// The log-odds of a demand.
  func logOdds(_ features: ItemFeatures) -> Double { logistic.score(features.values) }

  /// The contributions of the features, strongest first; with the intercept they sum to the
  /// log-odds.
  func contributions(_ features: ItemFeatures) -> [(feature: ItemFeatures.Feature, value: Double)] {
    zip(ItemFeatures.Feature.allCases, logistic.contributions(features.values))
      .filter { $0.1 != 0 }.map { ($0.0, $0.1) }
      .sorted { (abs($0.1), $1.0.rawValue) > (abs($1.1), $0.0.rawValue) }
  }
}
