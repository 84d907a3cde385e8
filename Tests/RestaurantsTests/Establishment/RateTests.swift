import Foundation
import Learning
import Review
import Testing

@testable import Restaurants

@Suite("Rates by key and by distance")
struct RateTests {
  @Test("a fold left out is not counted; unknown keys say nothing")
  func folds() {
    var table = RateTable(keyCount: 2)
    let expected = [Float](repeating: 0.1, count: RateTable.foldCount + 1)[...]
    for row in 0..<10 { table.add(1, event: row < 5, expectations: expected, fold: row % 5) }
    table.add(-1, event: true, expectations: expected, fold: 0)
    #expect(table.count(1, without: RateTable.all) == 10)
    #expect(table.count(1, without: 2) == 8)
    let ratio = table.logRatio(1, strength: 1, without: RateTable.all)
    #expect(abs(ratio - log(6.0 / 2)) < 1e-6)
    #expect(abs(table.logRatio(1, strength: 1, without: 0) - log(5.0 / 1.8)) < 1e-6)
    #expect(table.logRatio(0, strength: 1, without: 0) == 0)
    #expect(table.logRatio(-1, strength: 1, without: 0) == 0)
    #expect(table.share(0, prior: 0.2, strength: 10, without: 0) == 0.2)
  }

  @Test("strength draws towards what is expected")
  func strength() {
    var table = RateTable(keyCount: 1)
    let expected = [Float](repeating: 0.05, count: RateTable.foldCount + 1)[...]
    table.add(0, event: true, expectations: expected, fold: 1)
    let weak = table.logRatio(0, strength: 0.1, without: RateTable.all)
    let strong = table.logRatio(0, strength: 10, without: RateTable.all)
    #expect(weak > strong && strong > 0 && strong < 0.1)
  }

  private func points(_ count: Int) -> [NeighbourMap.Point] {
    var generator = SplitMix64(seed: 2)
    return (0..<count).map { number in
      NeighbourMap.Point(
        latitude: Float(48.8 + generator.unit() / 10),
        longitude: Float(2.3 + generator.unit() / 10),
        isNonCompliant: generator.unit() < 0.1, isBelowBest: generator.unit() < 0.5,
        row: number, fold: UInt8(number % RateTable.foldCount))
    }
  }

  private func map(_ points: [NeighbourMap.Point]) -> NeighbourMap {
    let count = points.count * (RateTable.foldCount + 1)
    return NeighbourMap(
      points, expected: [Float](repeating: 0.1, count: count),
      expectedBelow: [Float](repeating: 0.5, count: count))
  }

  @Test("sums by cells agree with a sum over all points", arguments: [0, 3, RateTable.all])
  func bruteForce(fold: Int) throws {
    let points = points(2000)
    let map = map(points)
    let place = try #require(Coordinate(latitude: 48.85, longitude: 2.35))
    let found = map.surroundings(place, without: fold)
    for (scale, (reach, strength)) in [(0.3, 0.5), (1.5, 1.0)].enumerated() {
      var (seen, expected) = (strength, strength)
      for point in points where Int(point.fold) != fold {
        let north = (Double(point.latitude) - 48.85) * 111.195
        let east =
          (Double(point.longitude) - 2.35) * 111.195 * cos(Double(48.85) * .pi / 180)
        let distance = (north * north + east * east).squareRoot()
        guard distance < 3 * reach else { continue }
        seen += point.isNonCompliant ? exp(-distance / reach) : 0
        expected += 0.1 * exp(-distance / reach)
      }
      #expect(abs(found.ratios[scale] - log(seen / expected)) < 2e-3)
    }
    #expect(found.densities[2] > found.densities[1])
    // By cells the large scale is an approximation; few points are far from all.
    #expect(abs(found.ratios[2]) < 0.5)
  }

  @Test("far from everything nothing is expected and nothing found")
  func nowhere() throws {
    let map = map(points(50))
    let place = try #require(Coordinate(latitude: -21, longitude: 55.5))
    #expect(map.surroundings(place, without: RateTable.all) == NeighbourMap.Surroundings())
  }
}
