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

  @Test("regions carry one value, by which they are ranked; the rest stays below the cut")
  func finishing() {
    let choice = CutChoice(cut: 0.3, smallest: 4)
    let map = choice.finisher.finished(
      Self.map(), width: 60, height: 40, metres: 0.5)
    #expect(map[10, 10] == MapFinisher.score(0.8) && map[35, 25] == MapFinisher.score(0.4))
    #expect(map[50, 5] < 128)
    #expect(MapFinisher.score(0) == 128 && MapFinisher.score(1) == 255)
    #expect(MapFinisher.score(-3) == 128 && MapFinisher.score(9) == 255)
  }

  @Test("what is below the cut, or too small, is not looked at")
  func keeping() {
    func count(_ choice: CutChoice) -> Int {
      let map = choice.finisher.finished(
        Self.map(), width: 60, height: 40, metres: 0.5)
      return Components(map.values.map { $0 >= 128 }, width: 60).count
    }
    #expect(count(CutChoice(cut: 0.3, smallest: 4)) == 2)
    #expect(count(CutChoice(cut: 0.5, smallest: 4)) == 1)
    #expect(count(CutChoice(cut: 0.3, smallest: 60)) == 0)
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
    #expect(scores.plane(.mean).count == 0)
    scores.trees = trees
    #expect(scores.plane(.network) == trees && scores.mixtures.count == 1)
    scores.network = network
    #expect(scores.mixtures.count == 4 && scores.mixtures.first == .agreement)
    #expect(scores.plane(.mean).values == [0.4, 0.6])
    #expect(scores.plane(.trees) == trees && scores.plane(.network) == network)
    let agreed = scores.plane(.agreement).values
    #expect(abs(agreed[0] - 0.3464) < 1e-3 && abs(agreed[1] - 0.5657) < 1e-3)
    // What only one of both sees counts less than their mean.
    #expect(zip(agreed, [0.4, 0.6]).allSatisfy { $0 < $1 })
  }
}
