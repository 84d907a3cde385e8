import Foundation
import Imagery
import Testing

@testable import Parcels

@Suite("The network")
struct NetworkTests {
  /// Bright squares come up on grey ground.
  static func example(seed: UInt64) -> NetworkExample {
    var random = NetworkRandom(seed: seed)
    let side = 48
    var before = Picture(width: side, height: side)
    for pixel in 0..<before.count {
      let grey = UInt8(100 + random.below(40))
      before[pixel % side, pixel / side] = (grey, grey, grey)
    }
    var after = before
    var mask = [Bool](repeating: false, count: side * side)
    let (x, y) = (random.below(side - 14), random.below(side - 14))
    for row in y..<y + 12 {
      for column in x..<x + 12 {
        after[column, row] = (230, 220, 210)
        mask[row * side + column] = true
      }
    }
    return NetworkExample(before: before, after: after, truth: [mask, nil, nil, mask])
  }

  private func trained(steps: Int) -> NetworkTrainer {
    var options = NetworkTrainer.Options()
    options.steps = steps
    options.batch = 2
    options.side = 32
    return NetworkTrainer(options)
  }

  @Test("it learns to find squares, and the same bytes come out each time")
  func learning() throws {
    let examples = (0..<8 as Range<UInt64>).map { Self.example(seed: $0) }
    func run() -> (bytes: [UInt8], first: Double, last: Double) {
      let trainer = trained(steps: 60)
      var losses: [Double] = []
      trainer.train(examples) { _, loss in
        losses.append(loss)
        return true
      }
      return (
        trainer.bytes, losses.prefix(5).reduce(0, +) / 5, losses.suffix(5).reduce(0, +) / 5
      )
    }
    let first = run()
    #expect(first.last < first.first * 0.65)
    #expect(first.bytes == run().bytes)
    let network = ChangeNetwork(try NetworkWeights(bytes: first.bytes))
    let example = Self.example(seed: 77)
    let answer = network.balanced(example.before, example.after).building
    let mask = try #require(example.truth[0])
    func mean(_ inside: Bool) -> Float {
      let chosen = mask.indices.filter { mask[$0] == inside }
      return chosen.reduce(0) { $0 + answer.values[$1] } / Float(chosen.count)
    }
    #expect(mean(true) > mean(false) + 0.2)
  }

  @Test("exchanging the dates changes nothing in the balanced answer")
  func balanced() throws {
    let trainer = trained(steps: 3)
    trainer.train([Self.example(seed: 1)])
    let network = ChangeNetwork(try NetworkWeights(bytes: trainer.bytes))
    let example = Self.example(seed: 2)
    let there = network.balanced(example.before, example.after)
    let back = network.balanced(example.after, example.before)
    #expect(zip(there.building.values, back.building.values).allSatisfy { abs($0 - $1) < 1e-5 })
  }

  @Test("damaged weights are refused")
  func damaged() {
    let bytes = trained(steps: 0).bytes
    #expect(throws: (any Error).self) { try NetworkWeights(bytes: []) }
    #expect(throws: (any Error).self) { try NetworkWeights(bytes: Array(bytes.dropLast(9))) }
    #expect(throws: (any Error).self) { try NetworkWeights(bytes: Array(bytes.dropFirst(3))) }
    var other = bytes
    // A weight that is not a number.
    for index in 40..<120 { other[index] = 0xFF }
    #expect(throws: (any Error).self) { try NetworkWeights(bytes: other) }
  }

  @Test(
    "pictures of any size get an answer of their size", arguments: [(1, 1), (17, 33), (64, 16)])
  func sizes(_ width: Int, _ height: Int) throws {
    let network = ChangeNetwork(try NetworkWeights(bytes: trained(steps: 0).bytes))
    let picture = Picture(width: width, height: height, red: 100, green: 100, blue: 100)
    let answer = network.balanced(picture, picture)
    #expect(answer.building.width == width && answer.building.height == height)
    #expect(answer.building.values.allSatisfy { $0 >= 0 && $0 <= 1 })
  }
}
