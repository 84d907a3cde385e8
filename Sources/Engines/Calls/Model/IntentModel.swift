import Foundation
import Learning
import Review

/// Understands what a caller wants: an intent, how sure that is, and why.
public struct IntentModel: Sendable {
  let scorer: IntentScorer
  let confidence: ConfidenceModel?
  /// Above which confidence the bot answers, asks, or asks again.
  public internal(set) var thresholds: DecisionThresholds
  /// The lines it learned from.
  let lines: [TrainingLine]
  let index: LineIndex
  private let extractor = FeatureExtractor()

  init(
    scorer: IntentScorer, confidence: ConfidenceModel?, thresholds: DecisionThresholds,
    lines: [TrainingLine], index: LineIndex? = nil
  ) {
    self.scorer = scorer
    self.confidence = confidence
    self.thresholds = thresholds
    self.lines = lines
    let extractor = FeatureExtractor()
    self.index =
      index
      ?? LineIndex(
        Parallel.map(lines) { scorer.space.row(extractor.features(Utterance($0.text))) })
  }

  /// The intents, without the class of what is out of scope.
  public var intents: [String] { scorer.classes.filter { $0 != TrainingLine.none } }

  /// Understands an utterance.
  public func understand(_ text: String) -> Understanding { understand(Utterance(text)) }

  /// Understands a normalised utterance.
  public func understand(_ utterance: Utterance) -> Understanding {
    let features = extractor.features(utterance)
    let row = scorer.space.row(features)
    let cosines = index.cosines(row)
    let signals = IntentSignals(
      scorer: scorer, scores: scorer.scores(row), nearest: Double(cosines.max() ?? 0))
    let sure =
      confidence?.probability(signals) ?? Logistic.sigmoid(signals.scores.max() ?? -5)
    // What shares no word with anything learned was not understood, whatever the prior says.
    let probability = row.columns.isEmpty ? 0 : sure
    return Understanding(
      utterance: utterance, intent: signals.best, confidence: probability,
      runnerUp: signals.second,
      scores: Dictionary(
        uniqueKeysWithValues: zip(scorer.classes, signals.scores)))
  }
}
