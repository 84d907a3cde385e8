/// How many rows were called positive and were, and so on; sums of weights when there are some.
public struct Confusion: Hashable, Sendable {
  /// Positive and called so.
  public var truePositives = 0.0
  /// Negative but called positive.
  public var falsePositives = 0.0
  /// Positive but called negative.
  public var falseNegatives = 0.0
  /// Negative and called so.
  public var trueNegatives = 0.0

  /// Makes an empty count.
  public init() {}

  /// Makes a count from its parts.
  public init(
    truePositives: Double, falsePositives: Double, falseNegatives: Double, trueNegatives: Double = 0
  ) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }

  /// Counts one row.
  public mutating func add(predicted: Bool, label: Bool, weight: Double = 1) {
    switch (predicted, label) {
    case (true, true): truePositives += weight
    case (true, false): falsePositives += weight
    case (false, true): falseNegatives += weight
    case (false, false): trueNegatives += weight
    }
  }

  private static func ratio(_ part: Double, _ whole: Double) -> Double {
    whole > 0 ? part / whole : 0
  }

  /// The share of rows called positive that are; 0 when none is called so.
  public var precision: Double { Self.ratio(truePositives, truePositives + falsePositives) }

  /// The share of positive rows called so; 0 when there is none.
  public var recall: Double { Self.ratio(truePositives, truePositives + falseNegatives) }

  /// The harmonic mean of precision and recall; 0 when nothing is found.
  public var f1: Double {
    Self.ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives)
  }

  /// The share of rows called rightly.
  public var accuracy: Double {
    Self.ratio(
      truePositives + trueNegatives,
      truePositives + trueNegatives + falsePositives + falseNegatives)
  }

  /// The same with the classes exchanged.
  public var swapped: Confusion {
    Confusion(
      truePositives: trueNegatives, falsePositives: falseNegatives,
      falseNegatives: falsePositives, trueNegatives: truePositives)
  }
}

extension BinaryMetrics {
  /// The counts at the cut of 0.5.
  public var confusion: Confusion { confusion(weights) }

  func confusion(_ weights: [Double]) -> Confusion {
    var result = Confusion()
    for row in 0..<count {
      result.add(predicted: scores[row] >= Self.cut, label: labels[row], weight: weights[row])
    }
    return result
  }
}
