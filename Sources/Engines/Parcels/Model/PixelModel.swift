import Imagery
import Learning

/// How likely something changed at each pixel, by boosted trees on what is measured around it.
struct PixelModel: Sendable {
  /// Rows given to the trees at once, so that memory stays bounded.
  private static let chunk = 16_384
  static let options = TreeOptions(
    rounds: 100, depth: 4, learningRate: 0.1, rowShare: 0.7, columnShare: 0.4, leafWeight: 20,
    squaredPenalty: 5, binCount: 64, seed: 7)

  /// Where the network answers less, the trees are not asked.
  private static let asked: Float = 0.1
  /// The largest log-odds of an opinion.
  private static let surest = 3.0

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

  /// The model as bytes.
  func bytes() throws(LearningError) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(trees.columnCount)
    writer.write(try trees.bytes())
    return writer.bytes
  }

  /// Reads a model back.
  ///
  /// - Throws: `LearningError` when the bytes are not those of a model.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "pixel model")
    let columns = try reader.count(upTo: Self.columnLimit)
    trees = try BoostedTrees(bytes: try reader.content(), columnCount: columns)
  }

  private init(trees: BoostedTrees) { self.trees = trees }

  private static let columnLimit = 2000

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

  /// What network and trees say together of a pixel: their geometric mean, which nothing has to be
  /// learned for. Where the network sees nothing nothing is made up.
  static func together(_ network: Float, _ trees: Float) -> Float {
    network < asked ? network : (network * trees).squareRoot()
  }

  /// What trees say of an object: the log-odds of their mean answer inside it, within bounds, since
  /// pixels of one object are no independent witnesses.
  func opinion(_ rows: [Float], columns: Int) throws(LearningError) -> Double {
    guard columns == trees.columnCount, !rows.isEmpty else { return 0 }
    let scores = try trees.scores(try DenseMatrix(values: rows, columnCount: columns))
    let mean = scores.reduce(0) { $0 + Logistic.sigmoid($1) } / Double(scores.count)
    return max(-Self.surest, min(Self.surest, Logistic.logit(min(0.999, max(0.001, mean)))))
  }

  /// The network's map, less where the trees disagree and more where they agree: what agents decided
  /// sharpens the search.
  func sharpened(_ map: Plane, _ pair: PreparedPair) throws(LearningError) -> Plane {
    let pixels = map.values.indices.filter { map.values[$0] >= Self.asked }
    guard !pixels.isEmpty else { return map }
    let features = PixelFeatures(pair)
    guard features.planes.count == trees.columnCount else { return map }
    var result = map
    for start in stride(from: 0, to: pixels.count, by: Self.chunk) {
      let part = pixels[start..<min(start + Self.chunk, pixels.count)]
      let rows = try DenseMatrix(
        values: features.rows(part), columnCount: features.planes.count)
      for (pixel, score) in zip(part, try trees.scores(rows)) {
        result.values[pixel] = Self.together(map.values[pixel], Float(Logistic.sigmoid(score)))
      }
    }
    return result
  }
}
