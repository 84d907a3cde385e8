import Imagery

/// Cuts a map of scores into regions.
struct RegionFinder {
  /// The score from which on pixels belong to a region.
  var cut: Float
  /// The smallest region, in square metres.
  var smallest: Double = 8
  /// The largest region, in square metres.
  var largest: Double = 60_000

  /// The regions of a map, in the order of their first pixels. Small holes are filled.
  func regions(_ map: Plane, metres: Double) -> [Region] {
    var mask = map.values.map { $0 >= cut }
    Self.fillHoles(&mask, width: map.width, limit: Int(16 / (metres * metres)))
    let components = Components(mask, width: map.width)
    let area = metres * metres
    return components.pixels.compactMap { pixels in
      let size = Double(pixels.count) * area
      guard size >= smallest, size <= largest else { return nil }
      var sum = 0.0
      var peak = 0.0
      for pixel in pixels {
        sum += Double(map.values[pixel])
        peak = max(peak, Double(map.values[pixel]))
      }
      return Region(
        pixels: pixels, width: map.width, mean: sum / Double(pixels.count), peak: peak)
    }
  }

  /// Fills what lies inside a region and is no larger than a skylight or a chimney.
  static func fillHoles(_ mask: inout [Bool], width: Int, limit: Int) {
    let outside = Components(mask.map { !$0 }, width: width)
    let height = width > 0 ? mask.count / width : 0
    for component in 0..<outside.count where outside.pixels[component].count <= limit {
      let bounds = outside.bounds(component)
      guard bounds.x > 0, bounds.y > 0, bounds.maxX < width, bounds.maxY < height else { continue }
      for pixel in outside.pixels[component] { mask[pixel] = true }
    }
  }
}
