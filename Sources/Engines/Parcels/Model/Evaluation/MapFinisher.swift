import Imagery

/// Turns a map of scores into what is shown and written: 0…127 where nothing is to be looked at,
/// 128…255 inside regions, each region with one value, by which regions are ranked.
struct MapFinisher {
  /// The score from which on something is looked at.
  var cut: Float
  /// The smallest region kept, in square metres.
  var smallest: Double

  /// The score that a rank of 0…1 becomes.
  static func score(_ rank: Float) -> Float { (128 + 127 * max(0, min(1, rank))).rounded() }

  /// The finished map at the size of the pictures.
  func finished(_ map: Plane, width: Int, height: Int, metres: Double) -> Plane {
    let fine = map.resized(width: width, height: height)
    var result = fine.mapped { min(127, max(0, $0 / max(cut, 1e-6) * 127)) }
    let finder = RegionFinder(cut: cut, smallest: smallest, largest: .infinity)
    for region in finder.regions(fine, metres: metres) {
      let value = Self.score(Float(region.mean))
      for pixel in region.pixels { result.values[pixel] = value }
    }
    return result
  }
}
