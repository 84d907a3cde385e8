import Imagery
import Testing

@testable import Parcels

@Suite("Roofs laid on other ground")
struct PastedRoofTests {
  @Test("more changes than before, the same for a seed, and no change beside them")
  func pasting() throws {
    let real = (0..<3 as Range<UInt64>).map { NetworkTests.example(seed: $0) }
    let pasted = PastedRoofs(real).examples(6, seed: 5)
    #expect(pasted.count == 6)
    for (number, example) in pasted.enumerated() {
      let source = real[number % 3]
      let before = try #require(source.truth[0])
      let after = try #require(example.truth[0])
      #expect(zip(before, after).allSatisfy { !$0 || $1 })
      #expect(after.count { $0 } >= before.count { $0 })
      // What is new was painted at one of the dates only.
      let added = after.indices.filter { after[$0] && !before[$0] }
      let changed = added.count { pixel in
        let place = pixel * 4
        return source.before.bytes[place] != example.before.bytes[place]
          || source.after.bytes[place] != example.after.bytes[place]
      }
      #expect(changed * 10 >= added.count * 9)
    }
    #expect(pasted.contains { ($0.truth[0] ?? []).count { $0 } > 150 })
    let again = PastedRoofs(real).examples(6, seed: 5)
    #expect(zip(pasted, again).allSatisfy { $0.after == $1.after && $0.before == $1.before })
  }

  @Test("without any change there is nothing to lay down")
  func nothing() {
    var example = NetworkTests.example(seed: 1)
    example.truth = [[Bool](repeating: false, count: 48 * 48), nil, nil, nil]
    #expect(PastedRoofs([example]).examples(3, seed: 1).isEmpty)
    #expect(PastedRoofs([]).examples(3, seed: 1).isEmpty)
  }
}
