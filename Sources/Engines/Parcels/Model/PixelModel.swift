import Imagery
import Learning

/// How likely something changed at each pixel, by boosted trees on what is measured around it.
struct PixelModel: Sendable {
  /// Rows given to the trees at once, so that memory stays bounded.
  private static let chunk = 16_384
  static let options = TreeOptions(
    rounds: 100, depth: 4, learningRate: 0.1, rowShare: 0.7, columnShare: 0.4, leafWeight: 20,
    squaredPenalty: 5, binCount: 64, seed: 7)

  let trees: BoostedTrees

  /// Learns from rows of measures.
  ///
  /// - Throws: `LearningError` when there are no rows or only one class.
  static func train(
    _ values: [Float], columns: Int, labels: [Bool], weights: [Double]
  ) throws(LearningError) -> PixelModel {
    PixelModel(
      trees: try BoostedTrees.train(
        try DenseMatrix(values: values, columnCount: columns), labels: labels, weights: weights,
        options: options))
  }

  /// The probability at each pixel.
  func map(_ features: PixelFeatures, width: Int, height: Int) throws(LearningError) -> Plane {
    var result = Plane(width: width, height: height)
    for start in stride(from: 0, to: result.count, by: Self.chunk) {
      let pixels = start..<min(start + Self.chunk, result.count)
      let rows = try DenseMatrix(
        values: features.rows(pixels), columnCount: features.planes.count)
      for (pixel, score) in zip(pixels, try trees.scores(rows)) {
        result.values[pixel] = Float(Logistic.sigmoid(score))
      }
    }
    return result
  }
}
