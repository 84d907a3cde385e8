import Imagery
import Testing

@testable import Parcels

@Suite("From a map to what is looked at")
struct CutTests {
  /// Two squares: one likely, one less so.
  private static func map() -> Plane {
    var map = Plane(width: 60, height: 40, value: 0.02)
    for y in 5..<17 { for x in 5..<17 { map[x, y] = 0.8 } }
    for y in 20..<32 { for x in 30..<42 { map[x, y] = 0.4 } }
    return map
  }

  private static func ranking() -> Plane {
    var ranking = Plane(width: 60, height: 40)
    for y in 5..<17 { for x in 5..<17 { ranking[x, y] = 0.3 } }
    for y in 20..<32 { for x in 30..<42 { ranking[x, y] = 0.9 } }
    return ranking
  }

  @Test("regions carry one value, by which they are ranked; the rest stays below the cut")
  func finishing() {
    let choice = CutChoice(cut: 0.3, smallest: 4)
    let map = choice.finisher.finished(
      Self.map(), ranking: Self.ranking(), width: 60, height: 40, metres: 0.5)
    #expect(map[10, 10] == MapFinisher.score(0.3) && map[35, 25] == MapFinisher.score(0.9))
    #expect(map[50, 5] < 128)
    #expect(MapFinisher.score(0) == 128 && MapFinisher.score(1) == 255)
    #expect(MapFinisher.score(-3) == 128 && MapFinisher.score(9) == 255)
  }

  @Test("what ranks too low, or is too small, is not looked at")
  func keeping() {
    func count(_ choice: CutChoice) -> Int {
      let map = choice.finisher.finished(
        Self.map(), ranking: Self.ranking(), width: 60, height: 40, metres: 0.5)
      return Components(map.values.map { $0 >= 128 }, width: 60).count
    }
    #expect(count(CutChoice(cut: 0.3, smallest: 4)) == 2)
    #expect(count(CutChoice(cut: 0.3, smallest: 4, keep: 0.5)) == 1)
    #expect(count(CutChoice(cut: 0.5, smallest: 4)) == 1)
    #expect(count(CutChoice(cut: 0.3, smallest: 60)) == 0)
  }

  @Test("dropping candidates counts as never having found them")
  func dropping() {
    var map = Plane(width: 60, height: 40)
    for y in 5..<17 { for x in 5..<17 { map[x, y] = 200 } }
    for y in 20..<32 { for x in 30..<42 { map[x, y] = 140 } }
    var label = [Bool](repeating: false, count: 2400)
    for y in 20..<32 { for x in 30..<42 { label[y * 60 + x] = true } }
    let counts = ChangeCounts(map: map, label: label, smallest: 16)
    #expect(counts.matched == 1 && counts.candidates.count == 2)
    let high = counts.keeping(from: 150)
    #expect(high.matched == 0 && high.candidates.count == 1)
    #expect(high.truePixels == 0 && high.missedPixels == 144 && high.falsePixels == 144)
    // What is not shown covers nothing.
    #expect(counts.loose == 1 && high.loose == 0)
    let both = high + counts
    #expect(both.objects == 2 && both.loose == 1 && (counts + counts).loose == 2)
    let all = counts.keeping(from: 0)
    #expect(all.pixelF1 == counts.pixelF1 && all.averagePrecision == counts.averagePrecision)
  }

  @Test("turning a plane four times changes nothing, and once moves its corners")
  func turning() {
    let plane = Plane(width: 3, height: 2, values: [1, 2, 3, 4, 5, 6])
    #expect(plane.turned(1) == Plane(width: 2, height: 3, values: [4, 1, 5, 2, 6, 3]))
    #expect(plane.turned(2).values == [6, 5, 4, 3, 2, 1])
    #expect(plane.turned(1).turned(3) == plane && plane.turned(-1) == plane.turned(3))
    #expect(plane.turned(1).turned(1) == plane.turned(2) && plane.turned(4) == plane)
  }

  @Test("trees and network are mixed as the choice says; alone, each is all there is")
  func mixtures() {
    let trees = Plane(width: 2, height: 1, values: [0.2, 0.8])
    let network = Plane(width: 2, height: 1, values: [0.6, 0.4])
    var scores = PairScores()
    #expect(scores.mean.count == 0)
    scores.trees = trees
    #expect(scores.planes(.network).finding == trees && scores.mixtures.count == 1)
    scores.network = network
    #expect(scores.mixtures.count == 4)
    let usual = scores.planes(.meanByNetwork)
    #expect(usual.finding.values == [0.4, 0.6] && usual.ranking == network)
    #expect(scores.planes(.mean).ranking.values == [0.4, 0.6])
    #expect(scores.planes(.trees).finding == trees && scores.planes(.trees).ranking == trees)
    #expect(scores.planes(.network).finding == network)
  }
}
