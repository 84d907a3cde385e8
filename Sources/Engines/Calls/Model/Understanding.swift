import Foundation
import Learning

/// What the model makes of an utterance.
public struct Understanding: Sendable {
  /// The utterance, normalised.
  public var utterance: Utterance
  /// The best intent, in scope.
  public var intent: String
  /// The probability, calibrated out of fold, that it is right.
  public var confidence: Double
  /// The second intent.
  public var runnerUp: String
  /// The score of each class, in log-odds.
  public var scores: [String: Double]

  /// Whether the class of what is out of scope beats every intent.
  public var isOutOfScope: Bool {
    guard let none = scores[TrainingLine.none] else { return false }
    return none > (scores[intent] ?? 0)
  }

  /// How much less probable the second intent is, as a share of the first (0 = as probable).
  public var margin: Double {
    guard let first = scores[intent], let second = scores[runnerUp] else { return 1 }
    return 1 - exp(min(0, second - first))
  }
}
