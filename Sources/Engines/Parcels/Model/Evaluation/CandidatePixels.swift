import Imagery
import Learning

/// Pixels of a candidate whose decision is simulated: what trees learn from it, and what they say of
/// it.
struct CandidatePixels: Sendable {
  /// The most pixels kept inside a candidate.
  private static let kept = 240

  /// What is measured at pixels inside, row after row, and what the network answers there.
  private var inside: [Float]
  private var network: [Float]
  /// What is measured at pixels around it.
  private var around: [Float]
  private var columns: Int

  init(
    _ region: Region, map: Plane, _ features: PixelFeatures, _ pair: PreparedPair, seed: UInt64
  ) {
    var random = SplitMix64(seed: seed ^ UInt64(region.pixels.first ?? 0))
    func drawn(_ pixels: [Int], _ count: Int) -> [Int] {
      var pixels = pixels
      random.shuffle(&pixels)
      return Array(pixels.prefix(count))
    }
    var mask = [Bool](repeating: false, count: pair.width * pair.height)
    for pixel in region.pixels { mask[pixel] = true }
    let chosen = drawn(region.pixels, Self.kept)
    inside = features.rows(chosen)
    network = chosen.map { map.values[$0] }
    around = features.rows(drawn(DecidedPixels.ring(mask, pair), DecidedPixels.drawn))
    columns = features.planes.count
  }

  /// What decisions teach, once there are enough of them of both kinds.
  static func model(_ decided: [(pixels: CandidatePixels, isNew: Bool)]) -> PixelModel? {
    let real = decided.count(where: \.isNew)
    guard min(real, decided.count - real) >= DecidedPixels.fewest,
      let columns = decided.first?.pixels.columns
    else { return nil }
    var values: [Float] = []
    var labels: [Bool] = []
    for (pixels, isNew) in decided {
      let rows = pixels.inside.prefix(DecidedPixels.drawn * columns)
      values += rows
      labels += [Bool](repeating: isNew, count: rows.count / columns)
      guard isNew else { continue }
      values += pixels.around
      labels += [Bool](repeating: false, count: pixels.around.count / columns)
    }
    return try? PixelModel.train(
      values, columns: columns, labels: labels,
      weights: [Double](repeating: 1, count: labels.count))
  }

  /// The measures as they are when the search is sharpened.
  func sharpened(_ measures: [Float], by model: PixelModel?) throws -> [Float] {
    guard let model, !network.isEmpty else { return measures }
    let scores = try model.trees.scores(try DenseMatrix(values: inside, columnCount: columns))
    let together = zip(network, scores).map {
      Double(PixelModel.together($0, Float(Logistic.sigmoid($1))))
    }
    var result = measures
    result[RegionMeasure.networkMean.rawValue] = Float(
      RegionMeasurer.odds(together.reduce(0, +) / Double(together.count)))
    result[RegionMeasure.networkPeak.rawValue] = Float(
      RegionMeasurer.odds(together.max() ?? 0))
    return result
  }
}
