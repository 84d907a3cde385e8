import Imagery
import Learning

/// What is predicted for one listed pair.
struct ChangePrediction: Sendable {
  /// How often the network looks at the ground turned.
  private static let turns = 4

  let pair: LabelledPair
  /// The scores at the scale of the analysis.
  private(set) var scores: PairScores
  /// Pixels of the pair.
  let width: Int
  let height: Int
  /// The label, if there is one.
  let label: [Bool]?
  /// The finished map, once a cut was chosen.
  private(set) var map: Plane?

  /// Reads and scores a pair; without any model the classical difference scores it.
  ///
  /// - Throws: `PNGError`, `PairError`, `LearningError`.
  init(_ pair: LabelledPair, model: PixelModel?, network: ChangeNetwork?) throws {
    let pictures = try pair.pair()
    let prepared = PreparedPair(pictures)
    var scores = PairScores()
    if let model {
      scores.trees = try model.map(
        PixelFeatures(prepared), width: prepared.width, height: prepared.height
      )
      .smoothed(1)
    } else if network == nil {
      scores.trees = ClassicalDifference.map(prepared)
    }
    if let network {
      scores.network = network.thorough(
        prepared.before, later: [prepared.after, prepared.laid], turns: Self.turns)
    }
    self.pair = pair
    self.scores = scores
    width = pictures.before.width
    height = pictures.before.height
    label = try pair.label(width: width, height: height)
  }

  /// The prediction with its finished map.
  func finished(_ choice: CutChoice) -> ChangePrediction {
    var result = self
    result.map = choice.finisher.finished(
      scores.plane(choice.mixture), width: width, height: height, metres: pair.metres)
    return result
  }

  /// The same with its scores at the size of the pictures, to be finished at many cuts.
  var enlarged: ChangePrediction {
    var result = self
    result.scores.trees = scores.trees?.resized(width: width, height: height)
    result.scores.network = scores.network?.resized(width: width, height: height)
    return result
  }

  /// The counts of the finished map against the label.
  var counts: ChangeCounts? {
    guard let map, let label else { return nil }
    return ChangeCounts(map: map, label: label, smallest: ChangeCounts.smallest(pair.set))
  }
}
