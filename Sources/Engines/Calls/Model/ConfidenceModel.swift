import Foundation
import Learning

/// Turns the signals of an utterance into a calibrated probability that its best intent is right.
///
/// The rank is a fixed sum: learned sums of more signals did worse on intents they had not seen. Only
/// the probability is fitted, out of fold, on utterances in scope.
struct ConfidenceModel: Sendable, Hashable {
  /// One utterance scored by a model that never saw it.
  struct Case {
    var signals: IntentSignals
    /// Whether the best intent is right; `nil` when the utterance is out of scope.
    var isRight: Bool?
  }

  private let scaling: PlattScaling

  /// Learns from out-of-fold cases.
  ///
  /// - Throws: `LearningError` when no case is in scope.
  init(_ cases: [Case]) throws(LearningError) {
    let inside = cases.filter { $0.isRight != nil }
    var ranks = inside.map(\.signals.rank)
    var labels = inside.map { $0.isRight == true }
    // All right, or all wrong: one made-up case beyond the end keeps the map from being flat.
    if !labels.contains(false), let lowest = ranks.min() {
      ranks.append(lowest - 1)
      labels.append(false)
    } else if !labels.contains(true), let highest = ranks.max() {
      ranks.append(highest + 1)
      labels.append(true)
    }
    scaling = try PlattScaling(fitting: ranks, labels: labels)
  }

  /// The probability that the best intent is right, if the call is in scope.
  func probability(_ signals: IntentSignals) -> Double { scaling.probability(signals.rank) }
}

extension ConfidenceModel {
  /// The model as bytes.
  var bytes: [UInt8] { scaling.bytes }

  /// Reads a model back.
  init(bytes: [UInt8]) throws(LearningError) { scaling = try PlattScaling(bytes: bytes) }
}
