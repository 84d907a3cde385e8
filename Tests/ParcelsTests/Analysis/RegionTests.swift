import Imagery
import Testing

@testable import Parcels

@Suite("Regions and their measures")
struct RegionTests {
  /// A pair in which a bright rectangle came.
  static func pair(isNew: Bool = true, side: Int = 80) -> PreparedPair {
    var random = NetworkRandom(seed: 9)
    var before = Picture(width: side, height: side)
    for pixel in 0..<before.count {
      let shade = UInt8(70 + random.below(30))
      before[pixel % side, pixel / side] = (shade, shade + 25, shade - 20)
    }
    var after = before
    for y in 30..<38 { for x in 20..<40 { after[x, y] = (235, 235, 230) } }
    let pictures = isNew ? (before, after) : (after, before)
    return PreparedPair(
      PicturePair(name: "", before: pictures.0, after: pictures.1, metres: 0.5, world: nil))
  }

  private static func map(_ side: Int) -> Plane {
    var map = Plane(width: side, height: side, value: 0.05)
    for y in 30..<38 { for x in 20..<40 { map[x, y] = 0.9 } }
    return map
  }

  private func measured(isNew: Bool) throws -> (Region, [Float]) {
    let pair = Self.pair(isNew: isNew)
    let map = Self.map(80)
    let region = try #require(RegionFinder(cut: 0.5).regions(map, metres: 0.5).first)
    let measures = RegionMeasurer(pair).measures(
      region, building: map, other: Plane(width: 80, height: 80, value: 0.1))
    return (region, measures)
  }

  @Test("a new white rectangle on grass is measured as one")
  func measures() throws {
    let (region, values) = try measured(isNew: true)
    func value(_ measure: RegionMeasure) -> Float { values[measure.rawValue] }
    #expect(region.pixels.count == 160)
    #expect(abs(value(.area) - 3.689) < 0.01)
    #expect(abs(value(.rectangularity) - 1) < 0.01)
    #expect(abs(value(.elongation) - 0.916) < 0.01)
    #expect(value(.vegetationLost) > 0.3 && value(.contrastAfter) > 1)
    #expect(abs(value(.contrastBefore)) < 0.2)
    #expect(value(.outlineAfter) > value(.outlineBefore) * 2)
    #expect(value(.whitenessAfter) > 1.5 && value(.isBuildingLike) > 2)
    #expect(value(.atBorder) == 0)
    #expect(values.allSatisfy { $0.isFinite })
  }

  @Test("what went away is measured the other way round")
  func gone() throws {
    let (_, values) = try measured(isNew: false)
    #expect(values[RegionMeasure.contrastBefore.rawValue] > 1)
    #expect(values[RegionMeasure.vegetationLost.rawValue] < -0.3)
  }

  @Test("small regions are left out, holes the size of a skylight are filled")
  func finding() {
    var map = Plane(width: 60, height: 60)
    for y in 10..<30 { for x in 10..<30 { map[x, y] = 1 } }
    map[20, 20] = 0
    map[50, 50] = 1
    let regions = RegionFinder(cut: 0.5, smallest: 5).regions(map, metres: 0.5)
    #expect(regions.count == 1)
    #expect(regions.first?.pixels.count == 400)
    #expect(RegionFinder(cut: 2).regions(map, metres: 0.5).isEmpty)
  }

  @Test("a region at the edge, one pixel wide or as large as the picture is measured too")
  func extremes() {
    let pair = Self.pair()
    let flat = Plane(width: 80, height: 80, value: 0.5)
    let measurer = RegionMeasurer(pair)
    for pixels in [[0], Array(0..<80), Array(0..<6400), (0..<80).map { $0 * 80 }] {
      let region = Region(pixels: pixels, width: 80, mean: 1, peak: 1)
      let values = measurer.measures(region, building: flat, other: flat)
      #expect(values.allSatisfy { $0.isFinite })
      #expect(values[RegionMeasure.atBorder.rawValue] == 1)
    }
  }

  @Test("every measure has a name in both languages, and a family that is one of them")
  func names() {
    for measure in RegionMeasure.allCases {
      #expect(!measure.title.fr.isEmpty && !measure.title.en.isEmpty)
      #expect(RegionMeasure.allCases.contains(measure.family))
    }
  }
}
