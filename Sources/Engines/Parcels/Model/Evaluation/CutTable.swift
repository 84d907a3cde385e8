import Imagery
import Review

/// The counts of labelled predictions at every cut, so that the best cut is found for any part of
/// them without counting again.
struct CutTable {
  private static let cuts: [Float] = [
    0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8,
  ]
  /// The candidates for each true object beyond which looking at them costs too much.
  private static let patience = 1.7
  /// By how much another mixture than the usual one must be better.
  private static let doubt = 0.05

  private let scenes: [String]
  private let choices: [CutChoice]
  /// For each prediction, the counts at each choice.
  private let counts: [[ChangeCounts]]

  init(_ predictions: [ChangePrediction]) {
    let isCoarse = (predictions.first?.pair.metres ?? 0) > LabelledSample.coarseMetres
    let sizes: [Double] = isCoarse ? [400] : [12, 24]
    let mixtures = predictions.first?.scores.mixtures ?? [.agreement]
    let choices = mixtures.flatMap { mixture in
      Self.cuts.flatMap { cut in
        sizes.map { CutChoice(cut: cut, smallest: $0, mixture: mixture) }
      }
    }
    self.choices = choices
    scenes = predictions.map(\.pair.scene)
    counts = Parallel.map(predictions) { prediction in
      let enlarged = prediction.enlarged
      return choices.map { enlarged.finished($0).counts ?? ChangeCounts() }
    }
  }

  /// The choice that serves best over pooled counts of all scenes but one.
  func best(without scene: String? = nil) -> CutChoice {
    let others = scenes.indices.filter { scenes[$0] != scene }
    let used = others.isEmpty ? Array(scenes.indices) : others
    guard !used.isEmpty else { return .unknown }
    var best = (value: -1.0, choice: CutChoice.unknown)
    for (number, choice) in choices.enumerated() {
      let pooled = used.reduce(ChangeCounts()) { $0 + counts[$1][number] }
      // Another mixture than the usual one must be clearly better: there are few scenes to tell.
      let value = Self.value(pooled) - (choice.mixture == .agreement ? 0 : Self.doubt)
      if value > best.value { best = (value, choice) }
    }
    return best.choice
  }

  /// What figures are worth together: the pixels, the objects and their order, less what an agent
  /// would look at in vain.
  private static func value(_ counts: ChangeCounts) -> Double {
    let excess = Double(counts.candidates.count) / Double(max(1, counts.objects)) - patience
    return counts.pixelF1 + 0.5 * counts.objectF1 + 0.5 * counts.averagePrecision
      - 0.1 * max(0, excess)
  }
}
