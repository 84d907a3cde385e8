import Foundation
import Imagery

/// Goes through a pair tile by tile and finds the regions worth looking at.
struct PairScanner {
  /// The side of a tile's own part, in pixels of the analysis.
  static let core = 448
  /// What a tile shows beyond its own part on each side, in pixels of the analysis.
  static let margin = 64
  /// The most regions kept of a pair.
  static let regionLimit = 4000

  /// A region found, in pixels of the analysis of the whole pair.
  struct Find: Sendable {
    var measures: [Float]
    var outline: [PixelPoint]
    /// The smallest rectangle around it, in metres.
    var length: Double
    var width: Double
    /// In pixels of the analysis, from the upper left corner of the pair.
    var centre: PixelPoint
    var score: Double
    var area: Double
    var residual: Double
  }

  let network: ChangeNetwork
  /// What decisions taught about pixels, if they did.
  var pixels: PixelModel?
  /// The score from which on pixels belong to a region: low, so that little is missed.
  var cut: Float = 0.2
  /// The smallest region, in square metres: a caravan's half.
  var smallest = 6.0

  /// The finds of a pair, best first.
  ///
  /// - Throws: `PNGError` when a picture is damaged, `CancellationError`.
  func scan(
    _ source: PairSource, isCancelled: () -> Bool, progressed: (Int, Int) -> Void
  ) throws -> [Find] {
    let scale = max(1, PreparedPair.metres / source.metres)
    let before = try AnalysisStream(source.before, rect: source.beforeRect, scale: scale)
    let after = try AnalysisStream(source.after, rect: source.afterRect, scale: scale)
    var finds: [Find] = []
    for top in stride(from: 0, to: before.height, by: Self.core) {
      let rows =
        max(0, top - Self.margin)..<min(before.height, top + Self.core + Self.margin)
      let bands = (try before.rows(rows), try after.rows(rows))
      for left in stride(from: 0, to: before.width, by: Self.core) {
        if isCancelled() { throw CancellationError() }
        let columns =
          max(0, left - Self.margin)..<min(before.width, left + Self.core + Self.margin)
        let cutting = PixelRect(
          x: columns.lowerBound, y: 0, width: columns.count, height: rows.count)
        let core = PixelRect(
          x: left, y: top, width: min(Self.core, before.width - left),
          height: min(Self.core, before.height - top))
        let pair = PicturePair(
          name: source.name, before: bands.0.cut(cutting), after: bands.1.cut(cutting),
          metres: source.metres * scale, world: nil)
        finds += tile(pair, at: (columns.lowerBound, rows.lowerBound), core: core)
      }
      progressed(min(top + Self.core, before.height), before.height)
    }
    return Array(finds.sorted { $0.score > $1.score }.prefix(Self.regionLimit))
  }

  /// The finds of a tile whose middle lies in its own part.
  private func tile(_ pair: PicturePair, at corner: (x: Int, y: Int), core: PixelRect) -> [Find] {
    let prepared = PreparedPair(pair)
    guard prepared.isPresent.contains(true) else { return [] }
    let answer = network.balanced(prepared.before, prepared.after)
    var map = answer.building.combined(answer.other, max)
    for (index, isPresent) in prepared.isPresent.enumerated() where !isPresent {
      map.values[index] = 0
    }
    if let pixels, let sharpened = try? pixels.sharpened(map, prepared) { map = sharpened }
    let regions = RegionFinder(cut: cut, smallest: smallest).regions(map, metres: prepared.metres)
    guard !regions.isEmpty else { return [] }
    let measurer = RegionMeasurer(prepared)
    return regions.compactMap { region in
      let sums = region.pixels.reduce(into: (0, 0)) {
        $0.0 += $1 % region.width
        $0.1 += $1 / region.width
      }
      let centre = PixelPoint(
        x: Double(sums.0) / Double(region.pixels.count) + 0.5 + Double(corner.x),
        y: Double(sums.1) / Double(region.pixels.count) + 0.5 + Double(corner.y))
      guard Int(centre.x) >= core.x, Int(centre.x) < core.maxX, Int(centre.y) >= core.y,
        Int(centre.y) < core.maxY
      else { return nil }
      let outline = region.outline
      let rectangle = MinimumRectangle(Contour.corners(region.pixels, width: region.width))
      return Find(
        measures: measurer.measures(region, building: answer.building, other: answer.other),
        outline: outline.map {
          PixelPoint(x: $0.x + Double(corner.x), y: $0.y + Double(corner.y))
        }, length: (rectangle?.length ?? 0) * prepared.metres,
        width: (rectangle?.width ?? 0) * prepared.metres, centre: centre, score: region.mean,
        area: Double(region.pixels.count) * prepared.metres * prepared.metres,
        residual: prepared.registration.residual * prepared.metres)
    }
  }
}
