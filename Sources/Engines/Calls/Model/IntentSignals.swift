import Foundation
import Learning

/// What the scores of an utterance say about how sure its best intent is.
struct IntentSignals: Sendable {
  /// The class with the highest score among the intents.
  var best: String
  /// The second.
  var second: String
  /// The numbers that confidence is learned from.
  var values: [Float]
  /// The scores by class, in the order of the scorer's classes.
  var scores: [Double]

  /// The number of values.
  static let count = 6

  /// Reads signals off scores.
  ///
  /// - Parameter nearest: the greatest cosine to a training line, 0…1.
  init(scorer: IntentScorer, scores: [Double], knownShare: Double, nearest: Double) {
    var order = scorer.classes.indices.filter { scorer.classes[$0] != TrainingLine.none }
    order.sort { (scores[$0], $1) > (scores[$1], $0) }
    let top = scores[order[0]]
    let next = order.count > 1 ? scores[order[1]] : -10
    let none = scorer.classes.firstIndex(of: TrainingLine.none).map { scores[$0] }
    best = scorer.classes[order[0]]
    second = order.count > 1 ? scorer.classes[order[1]] : ""
    values = [
      Float(top), Float(top - next), Float(top - (none ?? top)), Float(knownShare),
      Float(nearest), Float(Self.share(of: order[0], scores)),
    ]
    self.scores = scores
  }

  /// The log-odds of a class in the softmax of all scores.
  private static func share(of index: Int, _ scores: [Double]) -> Double {
    let highest = scores.max() ?? 0
    let sum = scores.reduce(0) { $0 + exp($1 - highest) }
    return Logistic.logit(exp(scores[index] - highest) / sum)
  }
}
