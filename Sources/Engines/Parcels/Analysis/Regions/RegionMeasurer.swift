import Foundation
import Imagery
import Learning

/// Measures regions of a prepared pair; what does not depend on the region is worked out once.
struct RegionMeasurer {
  /// Pixels of the ring around a region, in metres.
  private static let ringMetres = 5.0
  /// A pixel this dark is in the shade, 0…255.
  private static let darkLevel: Float = 62

  let pair: PreparedPair
  private let before: PixelChannels
  private let after: PixelChannels
  private let edgesBefore: Plane
  private let edgesAfter: Plane
  private let spreadBefore: Plane
  private let spreadAfter: Plane
  private let rows: Plane
  private let usual: Float

  init(_ pair: PreparedPair) {
    self.pair = pair
    before = PixelChannels(pair.before)
    after = PixelChannels(pair.after)
    let gradients = (
      Gradient(before.brightness.smoothed(0.7)), Gradient(after.brightness.smoothed(0.7))
    )
    edgesBefore = gradients.0.magnitude
    edgesAfter = gradients.1.magnitude
    spreadBefore = before.brightness.deviation(2)
    spreadAfter = after.brightness.deviation(2)
    rows = gradients.0.structure(6).coherence.combined(gradients.1.structure(6).coherence, max)
    let difference = before.brightness.combined(after.brightness) { abs($0 - $1) }
    let sample = stride(from: 0, to: difference.count, by: 5).map { difference.values[$0] }.sorted()
    usual = max(3, sample.isEmpty ? 3 : sample[sample.count / 2])
  }

  /// The measures of a region, in the order of `RegionMeasure`.
  func measures(_ region: Region, building: Plane, other: Plane) -> [Float] {
    var values = [Float](repeating: 0, count: RegionMeasure.count)
    func set(_ measure: RegionMeasure, _ value: Double) {
      values[measure.rawValue] = value.isFinite ? Float(value) : 0
    }
    measureScores(region, building, other, set)
    measureShape(region, set)
    measureInside(region, set)
    measureAround(region, set)
    return values
  }

  /// The log-odds of a share, kept away from what nobody can be as sure of.
  static func odds(_ share: Double) -> Double { Logistic.logit(min(0.999, max(0.001, share))) }

  private func mean(_ plane: Plane, _ pixels: [Int]) -> Double {
    guard !pixels.isEmpty else { return 0 }
    return pixels.reduce(0.0) { $0 + Double(plane.values[$1]) } / Double(pixels.count)
  }

  private func measureScores(
    _ region: Region, _ building: Plane, _ other: Plane, _ set: (RegionMeasure, Double) -> Void
  ) {
    set(.networkMean, Self.odds(region.mean))
    set(.networkPeak, Self.odds(region.peak))
    set(
      .isBuildingLike,
      Self.odds(mean(building, region.pixels)) - Self.odds(mean(other, region.pixels)))
  }

  private func measureShape(_ region: Region, _ set: (RegionMeasure, Double) -> Void) {
    let metres = pair.metres
    let area = Double(region.pixels.count) * metres * metres
    let corners = Contour.corners(region.pixels, width: region.width)
    set(.area, log(area))
    let bounds = region.bounds
    let isAtBorder =
      bounds.x == 0 || bounds.y == 0 || bounds.maxX == pair.width || bounds.maxY == pair.height
    set(.atBorder, isAtBorder ? 1 : 0)
    var around = 0.0
    for (first, second) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      around += hypot(second.x - first.x, second.y - first.y)
    }
    guard let rectangle = MinimumRectangle(corners) else { return }
    set(.length, log(max(0.5, rectangle.length * metres)))
    set(.width, log(max(0.5, rectangle.width * metres)))
    set(.elongation, log(rectangle.length / max(1, rectangle.width)))
    set(.rectangularity, Double(region.pixels.count) / max(1, rectangle.area))
    // Along pixel edges, a slanting side is longer by up to √2.
    set(.raggedness, log(around / max(1, 2 * (rectangle.length + rectangle.width))))
    set(.residual, pair.registration.residual)
  }

  private func measureInside(_ region: Region, _ set: (RegionMeasure, Double) -> Void) {
    let pixels = region.pixels
    let count = Double(pixels.count)
    var change = 0.0
    var (both, first, second) = (0.0, 0.0, 0.0)
    var (dark, darkBefore) = (0.0, 0.0)
    let means = (mean(before.brightness, pixels), mean(after.brightness, pixels))
    for pixel in pixels {
      for channel in 0..<3 {
        change += Double(
          abs(before.planes[channel].values[pixel] - after.planes[channel].values[pixel]))
      }
      let a = Double(before.brightness.values[pixel]) - means.0
      let b = Double(after.brightness.values[pixel]) - means.1
      both += a * b
      first += a * a
      second += b * b
      if after.brightness.values[pixel] < Self.darkLevel { dark += 1 }
      if before.brightness.values[pixel] < Self.darkLevel { darkBefore += 1 }
    }
    set(.colourChange, log(1 + change / count / Double(usual)))
    set(.correlation, both / max(1, (first * second).squareRoot()))
    set(.darkAfter, dark / count)
    set(.darkBefore, darkBefore / count)
    set(.greennessBefore, mean(before.planes[3], pixels) / 50)
    set(.vegetationLost, (mean(before.planes[3], pixels) - mean(after.planes[3], pixels)) / 50)
    set(.evennessGained, (mean(spreadBefore, pixels) - mean(spreadAfter, pixels)) / 10)
    let hue = abs(mean(after.planes[1], pixels)) + abs(mean(after.planes[2], pixels))
    set(.whitenessAfter, (means.1 - hue * 2) / 100)
    set(.turquoiseAfter, (mean(after.planes[4], pixels) - 85 - mean(after.planes[1], pixels)) / 50)
  }

  private func measureAround(_ region: Region, _ set: (RegionMeasure, Double) -> Void) {
    let (ring, edge) = surroundings(region)
    let pixels = region.pixels
    func contrast(_ plane: Plane) -> Double { (mean(plane, pixels) - mean(plane, ring)) / 40 }
    set(.contrastBefore, contrast(before.brightness))
    set(.contrastAfter, contrast(after.brightness))
    set(.outlineBefore, mean(edgesBefore, edge) / 10)
    set(.outlineAfter, mean(edgesAfter, edge) / 10)
    var (newShade, lostShade, moved) = (0.0, 0.0, 0.0)
    for pixel in ring {
      let (a, b) = (before.brightness.values[pixel], after.brightness.values[pixel])
      if b < Self.darkLevel, a > b + 25 { newShade += 1 }
      if a < Self.darkLevel, b > a + 25 { lostShade += 1 }
      moved += Double(abs(a - b))
    }
    let count = max(1, Double(ring.count))
    set(.shadowAfter, newShade / count * 4)
    set(.shadowBefore, lostShade / count * 4)
    set(.changeAround, log(1 + moved / count / Double(usual)))
    set(.rowsAround, mean(rows, ring))
  }

  /// The pixels of a ring around a region, and those of its own edge.
  private func surroundings(_ region: Region) -> (ring: [Int], edge: [Int]) {
    let reach = max(2, Int((Self.ringMetres / pair.metres).rounded()))
    let frame = PixelRect(x: 0, y: 0, width: pair.width, height: pair.height)
    let box = region.bounds.grown(by: reach).intersection(frame)
    var inside = [Bool](repeating: false, count: box.width * box.height)
    for pixel in region.pixels {
      inside[(pixel / pair.width - box.y) * box.width + pixel % pair.width - box.x] = true
    }
    var plane = Plane(width: box.width, height: box.height, values: inside.map { $0 ? 1 : 0 })
    let near = plane.boxMean(1)
    plane = plane.boxMean(reach)
    var ring: [Int] = []
    var edge: [Int] = []
    for index in inside.indices {
      let pixel = (index / box.width + box.y) * pair.width + index % box.width + box.x
      if !inside[index], plane.values[index] > 1e-4, near.values[index] < 1e-4 {
        ring.append(pixel)
      }
      if inside[index], near.values[index] < 0.999 { edge.append(pixel) }
    }
    return (ring, edge)
  }
}
