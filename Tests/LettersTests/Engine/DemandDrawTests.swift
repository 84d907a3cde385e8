import Review
import Testing

@testable import Letters

@Suite struct DemandDrawTests {
  @Test func aShareIsDrawnWithItsProbability() {
    let draw = DemandDraw(count: 20_000, salt: "sel")
    let places = (0..<20_000).map { draw.place("demande \($0)", score: 0.1) }
    let drawn = places.filter { $0.selection.reason == .random }
    #expect((850...1_150).contains(drawn.count))
    #expect(drawn.allSatisfy { $0.selection.probability == DemandDraw.share })
    #expect(drawn.allSatisfy { $0.priority >= 0.5 && $0.priority < 1 })
    let mean = drawn.reduce(0) { $0 + $1.priority } / Double(drawn.count)
    #expect(abs(mean - 0.75) < 0.03, "they lie anywhere in the upper half")
    #expect(places.filter { $0.selection.reason == .best }.allSatisfy { $0.priority == 0.1 })
  }

  @Test func theDrawStaysWhenLettersAreAddedAndIsTheStoresOwn() {
    let ids = (0..<2_000).map { "d\($0)" }
    func drawn(_ count: Int, _ salt: String) -> [String] {
      let draw = DemandDraw(count: count, salt: salt)
      return ids.filter { draw.place($0, score: 0).selection.reason == .random }
    }
    #expect(drawn(2_000, "a") == drawn(9_000, "a"))
    #expect(drawn(2_000, "a") != drawn(2_000, "b"))
  }

  @Test func aShortListIsReadWhole() {
    let draw = DemandDraw(count: DemandDraw.fewest - 1, salt: "sel")
    #expect((0..<500).allSatisfy { draw.place("d\($0)", score: 0.3).selection == Selection(.best) })
  }
}
