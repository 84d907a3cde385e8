import Foundation
import Imagery
import Learning

/// The drawn pixels of a labelled pair.
struct LabelledSample: Sendable {
  let pair: LabelledPair
  let columns: Int
  let values: [Float]
  let labels: [Bool]
  let weights: [Double]
  /// The prepared pictures with their truth, for the network to go on with: in the colours of the
  /// earlier, and in their own.
  let examples: [NetworkExample]

  /// Pairs coarser than this are another matter: a roof is less than a pixel.
  static let coarseMetres = 3.0

  var isCoarse: Bool { pair.metres > Self.coarseMetres }

  /// Reads the pair and draws; `nil` when there is no label.
  init?(_ pair: LabelledPair, seed: UInt64) throws {
    let pictures = try pair.pair()
    guard
      let label = try pair.label(width: pictures.before.width, height: pictures.before.height)
    else { return nil }
    let prepared = PreparedPair(pictures)
    let shrunk = Plane(
      width: pictures.before.width, height: pictures.before.height,
      values: label.map { $0 ? 1 : 0 }
    ).resized(width: prepared.width, height: prepared.height)
    let truth = shrunk.values.map { $0 >= 0.5 }
    let drawn = PixelSampling.pixels(truth, isPresent: prepared.isPresent, seed: seed)
    let features = PixelFeatures(prepared)
    self.pair = pair
    columns = features.planes.count
    values = features.rows(drawn.map(\.pixel))
    labels = drawn.map { truth[$0.pixel] }
    weights = drawn.map(\.weight)
    examples = [prepared.after, prepared.laid].map {
      NetworkExample(before: prepared.before, after: $0, truth: [truth, nil, nil, nil])
    }
  }

  /// A model of some samples; those of the sets to be predicted count more, because what counts as a
  /// change is a set's own matter.
  static func train(
    _ samples: [LabelledSample], favouring set: String
  ) throws(LearningError) -> PixelModel {
    var values: [Float] = []
    var labels: [Bool] = []
    var weights: [Double] = []
    for sample in samples {
      values += sample.values
      labels += sample.labels
      let factor = sample.pair.set == set ? Self.ownSetWeight : 1
      weights += sample.weights.map { $0 * factor }
    }
    return try PixelModel.train(
      values, columns: samples.first?.columns ?? 0, labels: labels, weights: weights)
  }

  private static let ownSetWeight = 3.0
}
