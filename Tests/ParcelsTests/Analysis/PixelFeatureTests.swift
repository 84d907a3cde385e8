import Imagery
import Testing

@testable import Parcels

@Suite("What is measured around a pixel")
struct PixelFeatureTests {
  @Test("names and planes go together, all numbers are finite")
  func names() {
    let features = PixelFeatures(RegionTests.pair(side: 60))
    #expect(features.names.count == features.planes.count)
    #expect(Set(features.names).count == features.names.count)
    #expect(features.planes.allSatisfy { $0.values.allSatisfy { $0.isFinite } })
    let rows = features.rows([5, 100])
    #expect(rows.count == 2 * features.planes.count)
    #expect(rows[1] == features.planes[1].values[5])
  }

  @Test("exchanging the dates turns the signs of changes and nothing else")
  func symmetric() {
    let pair = RegionTests.pair(side: 60)
    let there = PixelFeatures(pair)
    let back = PixelFeatures(
      PreparedPair(
        PicturePair(
          name: "", before: pair.after, after: pair.before, metres: 0.5, world: nil)))
    for (number, name) in there.names.enumerated() where name.hasPrefix("unevenness") {
      let sign: Float = name.hasSuffix("change") ? -1 : 1
      let (a, b) = (there.planes[number].values[1800], back.planes[number].values[1800])
      #expect(abs(a - sign * b) < 1.5)
    }
  }

  @Test("the classical difference is highest where something came, and low where nothing did")
  func classical() {
    let map = ClassicalDifference.map(RegionTests.pair())
    #expect(map[30, 34] > 0.5)
    #expect(map[60, 60] < 0.4)
  }

  @Test("drawn pixels are the same each time, present, and of both kinds")
  func sampling() {
    let label = (0..<10_000).map { $0 % 10 == 0 }
    let isPresent = (0..<10_000).map { $0 < 9000 }
    let drawn = PixelSampling.pixels(label, isPresent: isPresent, seed: 3)
    #expect(
      drawn.map(\.pixel) == PixelSampling.pixels(label, isPresent: isPresent, seed: 3).map(\.pixel))
    #expect(drawn.allSatisfy { $0.pixel < 9000 && $0.weight >= 1 })
    #expect(drawn.count { label[$0.pixel] } == 900)
    #expect(drawn.count { !label[$0.pixel] } == PixelSampling.unchangedLimit)
  }
}
