import Imagery
import Review

/// The counts of labelled predictions at every cut, so that the best cut is found for any part of
/// them without counting again.
struct CutTable {
  private static let cuts: [Float] = [
    0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8,
  ]

  private let scenes: [String]
  private let choices: [CutChoice]
  /// For each prediction, the counts at each choice.
  private let counts: [[ChangeCounts]]

  init(_ predictions: [ChangePrediction]) {
    let isCoarse = (predictions.first?.pair.metres ?? 0) > LabelledSample.coarseMetres
    let sizes: [Double] = isCoarse ? [400] : [12, 24]
    let choices = Self.cuts.flatMap { cut in sizes.map { CutChoice(cut: cut, smallest: $0) } }
    self.choices = choices
    scenes = predictions.map(\.pair.scene)
    counts = Parallel.map(predictions) { prediction in
      choices.map { prediction.finished($0).counts ?? ChangeCounts() }
    }
  }

  /// The choice with the best sum of pixel F1 and half the object F1, over pooled counts of all
  /// scenes but one.
  func best(without scene: String? = nil) -> CutChoice {
    let others = scenes.indices.filter { scenes[$0] != scene }
    let used = others.isEmpty ? Array(scenes.indices) : others
    guard !used.isEmpty else { return .unknown }
    var best = (value: -1.0, choice: CutChoice.unknown)
    for (number, choice) in choices.enumerated() {
      let pooled = used.reduce(ChangeCounts()) { $0 + counts[$1][number] }
      let value = pooled.pixelF1 + 0.5 * pooled.objectF1
      if value > best.value { best = (value, choice) }
    }
    return best.choice
  }
}
