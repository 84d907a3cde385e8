import Foundation

/// What a training gave.
public enum TrainingOutcome: Sendable {
  /// A candidate, in the engine's own form, with its figures.
  case candidate(content: Data, summary: TrainingSummary)
  /// There is too little to learn from; the sentence says what is missing.
  case tooLittle(LocalizedText)
}
