import Testing

@testable import Learning

@Suite("Folds and random numbers")
struct FoldsTests {
  @Test("the generator's published vector")
  func vector() {
    // The first outputs for the seed 1234567 (the reference implementation in C).
    var generator = SplitMix64(seed: 1_234_567)
    let values = (0..<3).map { _ in generator.next() }
    #expect(
      values == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test("shuffles keep every element and repeat for a seed")
  func shuffle() {
    var first = SplitMix64(seed: 1)
    var second = SplitMix64(seed: 1)
    let order = first.permutation(100)
    #expect(order == second.permutation(100))
    #expect(order.sorted() == Array(0..<100))
    #expect(order != Array(0..<100))
    #expect((0..<1000).allSatisfy { _ in (0..<7).contains(first.below(7)) })
    #expect((0..<1000).allSatisfy { _ in (0..<1).contains(first.unit()) })
  }

  @Test("plain folds differ by one row at most")
  func plain() {
    let folds = Folds.plain(23, folds: 5, seed: 1)
    let sizes = (0..<5).map { fold in folds.count { $0 == fold } }
    #expect(sizes.max() == 5 && sizes.min() == 4)
  }

  @Test("stratified folds have their share of each class")
  func stratified() {
    let labels = (0..<100).map { $0 % 10 == 0 }
    let folds = Folds.stratified(labels, folds: 5, seed: 3)
    for fold in 0..<5 {
      #expect(folds.indices.count { folds[$0] == fold && labels[$0] } == 2)
      #expect(folds.count { $0 == fold } == 20)
    }
    #expect(folds == Folds.stratified(labels, folds: 5, seed: 3))
    #expect(folds != Folds.stratified(labels, folds: 5, seed: 4))
  }

  @Test("a group is never apart; folds are even in rows and positives")
  func grouped() {
    var generator = SplitMix64(seed: 9)
    let groups = (0..<1000).map { _ in "g\(generator.below(300))" }
    let labels = groups.map { $0.hasSuffix("7") }
    let folds = Folds.stratifiedByGroup(groups, labels: labels, folds: 4, seed: 2)
    var seen: [String: Int] = [:]
    for (group, fold) in zip(groups, folds) {
      #expect(seen.updateValue(fold, forKey: group) ?? fold == fold)
    }
    let positives = (0..<4).map { fold in folds.indices.count { folds[$0] == fold && labels[$0] } }
    let sizes = (0..<4).map { fold in folds.count { $0 == fold } }
    #expect((positives.max() ?? 0) - (positives.min() ?? 0) <= 3)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 10)
    let plain = Folds.grouped(groups, folds: 4, seed: 2)
    #expect(Set(zip(groups, plain).map { "\($0)|\($1)" }).count == Set(groups).count)
  }
}
