import Imagery

/// The cut that serves best on pairs whose labels are known.
struct CutChoice: Hashable, Sendable {
  /// The score from which on something is looked at.
  var cut: Float
  /// The smallest region kept, in square metres.
  var smallest: Double

  var finisher: MapFinisher { MapFinisher(cut: cut, smallest: smallest) }

  /// Without any label to choose by.
  static let unknown = CutChoice(cut: 0.5, smallest: 12)

  private static let cuts: [Float] = [
    0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8,
  ]

  /// The cut with the best sum of pixel F1 and half the object F1, over pooled counts.
  static func best(_ predictions: [ChangePrediction]) -> CutChoice {
    var best = (value: -1.0, choice: unknown)
    guard let first = predictions.first else { return unknown }
    let sizes = first.pair.metres > LabelledSample.coarseMetres ? [400.0] : [12, 24]
    for cut in cuts {
      for smallest in sizes {
        let choice = CutChoice(cut: cut, smallest: smallest)
        let counts = predictions.compactMap { $0.finished(choice).counts }
          .reduce(ChangeCounts(), +)
        let value = counts.pixelF1 + 0.5 * counts.objectF1
        if value > best.value { best = (value, choice) }
      }
    }
    return best.choice
  }
}
