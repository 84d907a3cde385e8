import Learning

/// The weights the cue model starts with, so that a first letter can be ranked without any label.
///
/// They were fitted once on sentences judged by the developers while writing the lexicon and are
/// pulled towards, not replaced, when labels and decisions come.
enum VigilanceWeights {
  /// The weight of one occurrence of each cue, then of the length, in log-odds.
  static let weights: [VigilanceCue: Double] = [
    .contrast: 1.35, .request: 3.0, .duty: 1.8, .unmet: 2.0, .without: 1.2, .noProblem: -1.5,
    .absence: 1.0, .deviation: 0.7, .degraded: 0.7, .notSuch: 0.5, .repetition: 0.8,
    .urgency: 0.2, .late: 0.4, .safety: 0.1, .praise: -0.9, .agenda: -1.4, .rule: -0.4,
    .statement: -0.2, .condition: -0.1, .finding: 0.9, .concern: 1.0, .purpose: 0.5,
    .reference: -0.7,
  ]
  /// The weight of 200 code points.
  static let lengthWeight = -0.4
  /// The log-odds of an empty sentence.
  static let intercept = -0.9

  /// The weights in the order of the features.
  static var ordered: [Double] {
    VigilanceCue.allCases.map { weights[$0] ?? 0 } + [lengthWeight]
  }

  /// The model before anything was learned.
  static var shipped: DenseLogistic {
    let count = PassageReading.featureCount
    return DenseLogistic(
      coefficients: ordered, intercept: intercept,
      means: [Double](repeating: 0, count: count),
      deviations: [Double](repeating: 1, count: count),
      fillings: [Double](repeating: 0, count: count))
  }
}
