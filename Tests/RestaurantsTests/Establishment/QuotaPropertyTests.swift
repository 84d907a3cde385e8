import Learning
import Review
import Testing

@testable import Restaurants

@Suite struct QuotaPropertyTests {
  static func candidates(_ count: Int) -> [ExplorationQuota.Candidate] {
    (0..<count).map { number in
      ExplorationQuota.Candidate(
        priority: Double(number * 7919 % 1000) / 1000, department: "\(number % 4)",
        activity: ActivityGroup.allCases[number % ActivityGroup.allCases.count],
        hasReviews: number % 3 == 0)
    }
  }

  @Test(arguments: [(100, 40), (100, 1), (100, 99), (50, 20), (7, 3), (1000, 200)])
  func theListHasItsLengthAndItsShareIsDrawn(count: Int, size: Int) {
    let selections = ExplorationQuota.select(Self.candidates(count), size: size, seed: 3)
    let drawn = selections.compactMap { $0 }.filter { $0.reason == .random }
    #expect(selections.count == count)
    #expect(selections.count { $0 != nil } == size)
    #expect(drawn.count == Int((Double(size) * ExplorationQuota.share).rounded()))
    let rest = count - (size - drawn.count)
    for selection in drawn {
      #expect(abs(selection.probability - Double(drawn.count) / Double(rest)) < 1e-12)
    }
    #expect(selections.allSatisfy { $0?.reason != .best || $0?.probability == 1 })
  }

  @Test(arguments: [(10, 10), (10, 50), (0, 5), (3, Int.max)])
  func aShortFileIsWhollyListed(count: Int, size: Int) {
    let selections = ExplorationQuota.select(Self.candidates(count), size: size, seed: 1)
    #expect(selections.allSatisfy { $0 == Selection(.best) })
  }

  @Test(arguments: [0, -5, Int.min])
  func noListHasNobody(size: Int) {
    let selections = ExplorationQuota.select(Self.candidates(20), size: size, seed: 1)
    #expect(selections.allSatisfy { $0 == nil })
  }

  @Test func theBestAreNeverLeftToChance() {
    let candidates = Self.candidates(200)
    for seed in UInt64(0)..<20 {
      let selections = ExplorationQuota.select(candidates, size: 60, seed: seed)
      let best = selections.indices.filter { selections[$0]?.reason == .best }
      let worstOfBest = best.map { candidates[$0].priority }.min() ?? 0
      let others = selections.indices.filter { selections[$0]?.reason != .best }
      #expect(others.allSatisfy { candidates[$0].priority <= worstOfBest })
    }
  }

  /// Over many draws everyone comes as often as the probability that is written down says: the
  /// estimates without bias rest on it.
  @Test func theWrittenProbabilityIsTheTrueOne() {
    let candidates = Self.candidates(60)
    let draws = 3000
    var counts = [Int](repeating: 0, count: candidates.count)
    var probability = 0.0
    for seed in 0..<draws {
      let selections = ExplorationQuota.select(candidates, size: 20, seed: UInt64(seed))
      for (place, selection) in selections.enumerated() where selection?.reason == .random {
        counts[place] += 1
        probability = selection?.probability ?? 0
      }
    }
    // Five standard deviations of a binomial count.
    let expected = Double(draws) * probability
    let reach = 5 * (expected * (1 - probability)).squareRoot()
    let drawable = counts.filter { $0 > 0 }
    #expect(drawable.count == 60 - 17)
    #expect(drawable.allSatisfy { abs(Double($0) - expected) < reach }, "\(counts)")
  }

  @Test func theSameSeedDrawsTheSame() {
    let candidates = Self.candidates(120)
    let one = ExplorationQuota.select(candidates, size: 40, seed: 9)
    #expect(one == ExplorationQuota.select(candidates, size: 40, seed: 9))
    #expect(one != ExplorationQuota.select(candidates, size: 40, seed: 10))
  }
}

@Suite struct CalibrationErrorTests {
  /// Ten rows a level; the errors are √(1/(p + ½) + 1/(n − p + ½)), worked out by hand.
  @Test func levelsHaveTheErrorOfTheirCounts() {
    let scores = (0..<40).map { Double($0) }
    let labels = (0..<40).map { $0 >= 30 || ($0 >= 20 && $0 % 2 == 0) }
    let error = CalibrationError(scores: scores, labels: labels)
    #expect(error.edges == [10, 20, 30] && error.errors.count == 4)
    // 0 of 10: √(1/0.5 + 1/10.5) = 1.44748…; 5 of 10: √(2/5.5) = 0.60302…
    #expect(abs(error.error(at: 3) - 1.4474937289) < 1e-9)
    #expect(abs(error.error(at: 25) - 0.6030226892) < 1e-9)
    #expect(abs(error.error(at: 1000) - 1.4474937289) < 1e-9)
    #expect(error.error(at: 9.99) == error.errors[0] && error.error(at: 10) == error.errors[1])
  }

  @Test(arguments: [0, 1, 9, 19])
  func fewRowsHaveOneLevel(count: Int) {
    let error = CalibrationError(
      scores: (0..<count).map { Double($0) }, labels: (0..<count).map { $0 % 2 == 0 })
    #expect(error.edges.isEmpty && error.errors.count == 1)
    #expect(error.error(at: 0).isFinite && error.error(at: .infinity) > 0)
  }

  @Test func theOrderOfRowsChangesNothing() {
    let scores = (0..<200).map { Double($0 * 37 % 200) }
    let labels = scores.map { $0 > 150 }
    let sorted = scores.indices.sorted { scores[$0] < scores[$1] }
    #expect(
      CalibrationError(scores: scores, labels: labels)
        == CalibrationError(scores: sorted.map { scores[$0] }, labels: sorted.map { labels[$0] }))
  }

  @Test func bytesAreReadBackOrRefused() throws {
    let error = CalibrationError(
      scores: (0..<300).map { Double($0) }, labels: (0..<300).map { $0 % 3 == 0 })
    var writer = ByteWriter()
    error.write(to: &writer)
    var reader = ByteReader(writer.bytes, of: "test")
    #expect(try CalibrationError(from: &reader) == error)
    for length in stride(from: 0, to: writer.bytes.count, by: 5) {
      var cut = ByteReader(Array(writer.bytes.prefix(length)), of: "test")
      #expect(throws: LearningError.self) { try CalibrationError(from: &cut) }
    }
    var uneven = ByteWriter()
    uneven.write([1.0, 2.0])
    uneven.write([1.0])
    var other = ByteReader(uneven.bytes, of: "test")
    #expect(throws: LearningError.self) { try CalibrationError(from: &other) }
  }
}
