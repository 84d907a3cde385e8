import Learning

/// The probability that a reader keeps a statement: a logistic regression started from expert
/// weights.
struct StatementRanker: Sendable, Hashable {
  var model: DenseLogistic

  private static let count = RecordStatement.Feature.allCases.count

  /// The expert weights.
  static var priors: [Double] {
    var weights = [Double](repeating: 0, count: count)
    func set(_ name: RecordStatement.Feature, _ value: Double) { weights[name.rawValue] = value }
    set(.documents, 0.25)
    set(.mentions, 0.03)
    set(.sourceWeight, 1.2)
    set(.age, -0.15)
    set(.certainty, 0.8)
    set(.hypothesis, -0.7)
    set(.negated, -0.3)
    set(.coded, 0.2)
    set(.specific, 0.7)
    set(.goodSection, 0.6)
    set(.conflict, -0.2)
    return weights
  }

  static let shipped = StatementRanker(
    model: DenseLogistic(
      coefficients: priors, intercept: -0.6, means: [Double](repeating: 0, count: count),
      deviations: [Double](repeating: 1, count: count),
      fillings: [Double](repeating: 0, count: count)))

  /// The probability of a statement's features; those of its qualifiers stand after them.
  func probability(_ features: [Float]) -> Double {
    guard features.count >= Self.count else { return 0.5 }
    return Logistic.sigmoid(model.score(features.prefix(Self.count)))
  }

  /// The log-odds each feature adds, in order.
  func contributions(_ features: [Float]) -> [Double] {
    model.contributions(Array(features.prefix(Self.count)))
  }

  /// Learns from kept and rejected statements; one class alone leaves the expert weights.
  static func train(
    _ rows: [(features: [Float], isKept: Bool, weight: Double)]
  ) throws(LearningError) -> StatementRanker {
    let usable = rows.filter { $0.features.count >= count }
    guard usable.contains(where: \.isKept), usable.contains(where: { !$0.isKept }) else {
      return shipped
    }
    let matrix = try DenseMatrix(rows: usable.map { Array($0.features.prefix(count)) })
    return StatementRanker(
      model: try DenseLogistic.train(
        matrix, labels: usable.map(\.isKept), weights: usable.map(\.weight),
        options: DenseLogisticOptions(
          strength: 3, priors: priors, isRaw: [Bool](repeating: true, count: count))))
  }
}
