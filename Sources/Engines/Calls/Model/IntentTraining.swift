import Foundation
import Learning
import Review

/// Learns a model of intents: scorer on all lines, confidence and thresholds out of fold.
struct IntentTraining {
  static let foldCount = 4
  /// With fewer real out-of-scope utterances than this, some are made by withholding intents.
  static let fewestOutside = 12
  /// The fewest classes from which some can be withheld.
  static let fewestClasses = 10

  var lines: [TrainingLine]
  /// Withheld intents are easier to tell than real strangers: so much of the share is allowed.
  static let withheldShare = 0.5

  var target = DecisionThresholds.usualFalseAnswers
  var seed: UInt64 = 20_181_107
  /// Intents that the bot never answers by itself; they cannot be false answers.
  var unanswered: Set<String> = []

  /// A model and what was measured out of fold.
  struct Outcome {
    var model: IntentModel
    /// The utterances learned from, each with what a model that never saw it made of it.
    var outOfFold: [(line: TrainingLine, best: String, confidence: Double)]
  }

  /// - Throws: `LearningError` when there is too little to learn from.
  func run() throws(LearningError) -> Outcome {
    let extractor = FeatureExtractor()
    let features = Parallel.map(lines) { extractor.features(Utterance($0.text)) }
    let scorer = try IntentScorer(lines, features: features, seed: seed)
    let measured = Parallel.map(Array(0..<Self.foldCount)) { fold in
      self.measure(fold, features)
    }.flatMap { $0 }
    let confidence = try? ConfidenceModel(measured.map(\.item))
    let outOfFold = measured.filter { !$0.isSimulated }.map { entry in
      (
        line: lines[entry.line], best: entry.best,
        confidence: confidence?.probability(entry.item.signals) ?? 0
      )
    }
    let cases = measured.map { entry in
      let signals = entry.item.signals
      // What is sent elsewhere or handed over whatever the confidence is never answered falsely.
      let isAnswered = !isStranger(signals, scorer.classes) && !unanswered.contains(signals.best)
      return DecisionThresholds.Case(
        confidence: isAnswered ? confidence?.probability(signals) ?? 0 : -1,
        isRight: entry.item.isRight == true, isOutside: entry.item.isRight == nil)
    }
    let thresholds =
      confidence == nil
      ? DecisionThresholds.cautious
      : DecisionThresholds.derive(
        cases, target: target,
        strangers: min(target, DecisionThresholds.usualStrangers)
          * (measured.contains { $0.isSimulated } ? Self.withheldShare : 1))
    let rows = features.map { scorer.space.row($0) }
    return Outcome(
      model: IntentModel(
        scorer: scorer, confidence: confidence, thresholds: thresholds, lines: lines,
        index: LineIndex(rows)),
      outOfFold: outOfFold)
  }

  private func isStranger(_ signals: IntentSignals, _ classes: [String]) -> Bool {
    guard let none = classes.firstIndex(of: TrainingLine.none),
      let best = classes.firstIndex(of: signals.best), signals.scores.count == classes.count
    else { return false }
    return signals.scores[none] > signals.scores[best]
  }

  // MARK: Out of fold

  private struct Measured {
    var line: Int
    var best: String
    var item: ConfidenceModel.Case
    var isSimulated: Bool
  }

  private var spoken: [Int] { lines.indices.filter { lines[$0].origin != .knowledge } }

  private var folds: [Int: Int] {
    let spoken = spoken
    let numbers = Folds.stratified(
      spoken.map { lines[$0].label }, folds: Self.foldCount, seed: seed)
    return Dictionary(uniqueKeysWithValues: zip(spoken, numbers))
  }

  /// Intents withheld from a fold, so that their lines play strangers; none when real ones suffice.
  private func withheld(_ fold: Int) -> Set<String> {
    let outside = lines.count { $0.label == TrainingLine.none && $0.origin != .knowledge }
    let names = Set(lines.map(\.label)).subtracting([TrainingLine.none]).sorted()
    guard outside < Self.fewestOutside, names.count >= Self.fewestClasses else { return [] }
    var generator = SplitMix64(seed: seed)
    let order = generator.permutation(names.count)
    return Set(
      order.enumerated().filter { $0.offset % Self.foldCount == fold }.map { names[$0.element] })
  }

  private func measure(_ fold: Int, _ features: [[FeatureExtractor.Feature]]) -> [Measured] {
    let folds = folds
    let withheld = withheld(fold)
    let inside = lines.indices.filter {
      folds[$0] != fold && !withheld.contains(lines[$0].label)
    }
    let chosen = inside.map { features[$0] }
    guard let scorer = try? IntentScorer(inside.map { lines[$0] }, features: chosen, seed: seed)
    else { return [] }
    let index = LineIndex(chosen.map { scorer.space.row($0) })
    return spoken.compactMap { line in
      let isStranger = withheld.contains(lines[line].label)
      guard folds[line] == fold || isStranger else { return nil }
      let row = scorer.space.row(features[line])
      let signals = IntentSignals(
        scorer: scorer, scores: scorer.scores(row),
        nearest: Double(index.cosines(row).max() ?? 0))
      let label = lines[line].label
      let isOutside = isStranger || label == TrainingLine.none
      return Measured(
        line: line, best: signals.best,
        item: ConfidenceModel.Case(
          signals: signals, isRight: isOutside ? nil : signals.best == label),
        isSimulated: isStranger)
    }
  }
}
