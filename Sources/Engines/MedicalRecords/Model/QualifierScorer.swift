import Learning

/// A small logistic regression for each qualifier, started from expert weights.
struct QualifierScorer: Sendable, Hashable {
  /// One model for each qualifier, in their order.
  var models: [DenseLogistic]

  /// The weights of the rules: what holds while nothing was learned.
  static let shipped = QualifierScorer(
    models: Qualifier.allCases.map { qualifier in
      DenseLogistic(
        coefficients: priors(qualifier), intercept: intercept,
        means: [Double](repeating: 0, count: count),
        deviations: [Double](repeating: 1, count: count),
        fillings: [Double](repeating: 0, count: count))
    })

  private static let count = QualifierFeatures.Name.allCases.count
  private static let intercept = -3.0
  /// How many mentions without any cue are taken for granted.
  private static let anchorWeight = 25.0

  /// Expert weights: a cue that reaches decides, far and weak ones less so.
  static func priors(_ qualifier: Qualifier) -> [Double] {
    var weights = [Double](repeating: 0, count: count)
    func set(_ name: QualifierFeatures.Name, _ value: Double) { weights[name.rawValue] = value }
    set(.before, 5.2)
    set(.after, 4.8)
    set(.weak, -0.8)
    set(.distance, -1.4)
    set(.comma, -0.5)
    set(.outside, 0.1)
    set(.excluded, -4)
    set(.adjacent, 0.4)
    switch qualifier {
    case .negated, .hypothesis: break
    case .family: set(.section, 3.6)
    case .history:
      set(.section, 3.8)
      set(.pastYear, 0.6)
    }
    return weights
  }

  /// The probability of a qualifier.
  func probability(_ qualifier: Qualifier, _ features: QualifierFeatures) -> Double {
    Logistic.sigmoid(models[qualifier.rawValue].score(features.values))
  }

  /// Learns one model for each qualifier; one with a single class keeps its expert weights.
  static func train(
    _ rows: [(qualifier: Qualifier, features: QualifierFeatures, label: Bool, weight: Double)],
    strength: Double = 20
  ) throws(LearningError) -> QualifierScorer {
    var scorer = shipped
    for qualifier in Qualifier.allCases {
      let own = rows.filter { $0.qualifier == qualifier }
      guard own.contains(where: \.label), own.contains(where: { !$0.label }) else { continue }
      // A mention without any cue has no qualifier: that is held against a drifting intercept.
      let rows = own.map(\.features.values) + [[Float](repeating: 0, count: count)]
      let matrix = try DenseMatrix(rows: rows)
      scorer.models[qualifier.rawValue] = try DenseLogistic.train(
        matrix, labels: own.map(\.label) + [false], weights: own.map(\.weight) + [anchorWeight],
        options: DenseLogisticOptions(
          strength: strength, priors: priors(qualifier),
          isRaw: [Bool](repeating: true, count: count)))
    }
    return scorer
  }
}
