import Foundation
import Learning

/// Turns the signals of an utterance into a calibrated probability that its best intent is right.
struct ConfidenceModel: Sendable, Hashable {
  /// One utterance scored by a model that never saw it.
  struct Case {
    var signals: [Float]
    /// Whether the best intent is right; `nil` when the utterance is out of scope.
    var isRight: Bool?
    /// How much the case counts.
    var weight = 1.0
  }

  /// The weight of a case whose intent was in scope but misread: less than an out-of-scope one.
  private static let misreadWeight = 0.35
  /// The fewest cases of a kind to learn from.
  static let fewest = 8

  private let ranking: DenseLogistic
  private let scaling: PlattScaling

  /// Learns from out-of-fold cases: the rank from in-scope against out-of-scope, the probability from
  /// right against wrong among those in scope.
  ///
  /// - Throws: `LearningError` when the cases are all right or all wrong.
  init(_ cases: [Case]) throws(LearningError) {
    let outside = cases.count { $0.isRight == nil }
    let hasOutside = outside >= Self.fewest
    let rows = try DenseMatrix(rows: cases.map(\.signals))
    // Right answers against everything else; a misreading weighs less than a stranger.
    let labels = cases.map { $0.isRight == true }
    let weights = cases.map { item in
      item.weight * (item.isRight == false && hasOutside ? Self.misreadWeight : 1)
    }
    let ranking = try DenseLogistic.train(
      rows, labels: labels, weights: weights,
      options: DenseLogisticOptions(
        strength: 2, priors: [0.5, 0.2, 0.8, 0.2, 0.2, 0.2],
        isNonNegative: Array(repeating: true, count: IntentSignals.count)))
    let inside = cases.filter { $0.isRight != nil }
    scaling = try PlattScaling(
      fitting: inside.map { ranking.score($0.signals) }, labels: inside.map { $0.isRight == true })
    self.ranking = ranking
  }

  /// The probability that the best intent is right, if the call is in scope.
  func probability(_ signals: [Float]) -> Double {
    scaling.probability(ranking.score(signals))
  }
}

extension ConfidenceModel {
  /// The model as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(ranking.bytes)
    writer.write(scaling.bytes)
    return writer.bytes
  }

  /// Reads a model back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "confidence")
    ranking = try DenseLogistic(bytes: try reader.content())
    scaling = try PlattScaling(bytes: try reader.content())
    guard ranking.coefficients.count == IntentSignals.count, reader.isAtEnd else {
      throw .damaged(what: "confidence: lengths")
    }
  }
}
