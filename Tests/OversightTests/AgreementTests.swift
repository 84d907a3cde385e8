import Learning
import Oversight
import Testing

/// Reference values: scikit-learn 1.9 (`cohen_kappa_score`) and krippendorff 0.8.
@Suite struct AgreementTests {
  @Test func kappaOfTwoCategoriesEqualsTheReference() throws {
    let pairs = (0..<40).map { i -> (Bool, Bool) in
      let first = (i * 7 + 3) % 10 < 6
      return (first, i % 5 == 0 ? !first : first)
    }
    #expect(abs(try #require(CohenKappa.value(pairs)) - 0.5833333333333333) < 1e-9)
  }

  @Test func kappaOfThreeCategoriesEqualsTheReference() throws {
    let pairs = (0..<60).map { i in ((i * i + 1) % 3, i % 4 == 0 ? i % 3 : (i * i + 1) % 3) }
    #expect(abs(try #require(CohenKappa.value(pairs)) - 0.6666666666666667) < 1e-9)
  }

  @Test func alphaWithMissingReadingsEqualsTheReference() throws {
    let readers: [[Int?]] = [
      [nil, nil, nil, nil, nil, 3, 4, 1, 2, 1, 1, 3, 3, nil, 3],
      [1, nil, 2, 1, 3, 3, 4, 3, nil, nil, nil, nil, nil, nil, nil],
      [nil, nil, 2, 1, 3, 4, 4, nil, 2, 1, 1, 3, 3, nil, 4],
    ]
    let units = (0..<15).map { unit in readers.compactMap { $0[unit] } }
    #expect(abs(try #require(KrippendorffAlpha.value(units)) - 0.691358024691358) < 1e-9)
  }

  @Test func alphaOfFiftyUnitsEqualsTheReference() throws {
    let units = (0..<50).map { i in
      (0..<3).compactMap { r -> Int? in
        (i + r) % 4 == 0 ? nil : (i * 3 + ((i * 5 + r * 2) % 7 == 0 ? 1 : 0)) % 4
      }
    }
    #expect(abs(try #require(KrippendorffAlpha.value(units)) - 0.6222596964586846) < 1e-9)
  }

  @Test func nothingIsSaidWithoutComparisonsOrVariation() {
    #expect(CohenKappa.value([(Bool, Bool)]()) == nil)
    #expect(CohenKappa.value([(true, true), (true, true)]) == nil)
    #expect(KrippendorffAlpha.value([[1], [2]]) == nil)
    #expect(KrippendorffAlpha.value([[1, 1], [1, 1]]) == nil)
    #expect(KrippendorffAlpha.value([[Int]]()) == nil)
  }

  @Test func intervalsHoldTheValueAndAreTheSameEachTime() throws {
    let pairs = (0..<200).map { i in (i % 3 == 0, i % 3 == 0 ? i % 9 != 0 : i % 11 == 0) }
    let first = try #require(CohenKappa.interval(pairs, seed: 4))
    #expect(first == CohenKappa.interval(pairs, seed: 4))
    #expect(first.low < first.value && first.value < first.high)
    #expect(first.high - first.low < 0.3)
  }
}
