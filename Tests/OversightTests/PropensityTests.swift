import Learning
import Oversight
import Review
import Testing

@Suite struct PropensityTests {
  /// A population of 20,000 ranked by a score that is right more often than not; the 600 best are
  /// judged, and of the rest one in twenty is drawn.
  static func sample(
    seed: UInt64
  ) -> (rows: [PropensityEstimate.Row], precision: Double, recall: Double) {
    var generator = SplitMix64(seed: seed)
    let population = (0..<20_000).map { _ -> (score: Double, isPositive: Bool) in
      let score = generator.unit()
      return (score, generator.unit() < 0.02 + 0.6 * score * score * score * score)
    }.sorted { $0.score > $1.score }
    let best = population.prefix(600)
    var rows = best.map {
      PropensityEstimate.Row(isPositive: $0.isPositive, selection: Selection(.best))
    }
    for row in population.dropFirst(600) where generator.unit() < 0.05 {
      rows.append(
        .init(isPositive: row.isPositive, selection: Selection(.random, probability: 0.05)))
    }
    let found = best.count { $0.isPositive }
    let all = population.count { $0.isPositive }
    return (rows, Double(found) / 600, Double(found) / Double(all))
  }

  @Test func precisionAndRecallLieInTheirIntervals() throws {
    var inside = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let (rows, precision, recall) = Self.sample(seed: seed)
      let estimate = PropensityEstimate(rows)
      #expect(estimate.precision?.value == precision)
      let found = try #require(estimate.recall)
      if found.low <= recall, recall <= found.high { inside += 1 }
      // What was judged alone would claim that nearly every positive was found.
      let positives = rows.filter(\.isPositive)
      let naive =
        Double(positives.count { $0.selection.reason == .best }) / Double(positives.count)
      #expect(naive > recall * 2)
    }
    #expect(inside >= 35)
  }

  @Test func littleDataGivesNoFigure() {
    let few = PropensityEstimate([
      .init(isPositive: true, selection: Selection(.best)),
      .init(isPositive: false, selection: Selection(.random, probability: 0.1)),
    ])
    #expect(few.precision == nil && few.recall == nil && few.bestCount == 1 && few.drawnCount == 1)
  }

  @Test func impossibleProbabilitiesAreLeftOut() {
    let rows = [
      PropensityEstimate.Row(isPositive: true, selection: Selection(.random, probability: 0))
    ]
    #expect(PropensityEstimate(rows).drawnCount == 0)
  }

  @Test func wilsonIntervalsEqualThePublishedFormula() throws {
    // scipy.stats.binomtest(8, 20).proportion_ci(method='wilson')
    let share = try #require(Proportion.wilson(8, of: 20))
    #expect(abs(share.low - 0.21880653) < 1e-6 && abs(share.high - 0.61341850) < 1e-6)
    #expect(Proportion.wilson(0, of: 0) == nil)
    #expect(Proportion.wilson(0, of: 5)?.low == 0 && Proportion.wilson(5, of: 5)?.high == 1)
  }

  @Test func drawnSharesAreSteadyAndIndependent() {
    let second = DrawnShare(0.05, purpose: "second", secret: "x")
    let names = (0..<20_000).map { "s\($0)" }
    let drawn = names.filter { second.holds($0) }
    #expect(drawn == names.filter { second.holds($0) })
    #expect((850...1150).contains(drawn.count))
    let again = DrawnShare(0.05, purpose: "repeat", secret: "x")
    #expect(drawn.count { again.holds($0) } < 90)
    #expect(names.allSatisfy { DrawnShare(1, purpose: "", secret: "").holds($0) })
    #expect(!names.contains { DrawnShare(0, purpose: "", secret: "").holds($0) })
  }

  @Test func theUsabilityScaleCountsPraiseAndComplaint() {
    #expect(UsabilityScale.score([5, 1, 5, 1, 5, 1, 5, 1, 5, 1]) == 100)
    #expect(UsabilityScale.score([3, 3, 3, 3, 3, 3, 3, 3, 3, 3]) == 50)
    #expect(UsabilityScale.score([1, 5, 1, 5, 1, 5, 1, 5, 1, 5]) == 0)
    #expect(UsabilityScale.score([3]) == nil)
    #expect(UsabilityScale.score([0, 3, 3, 3, 3, 3, 3, 3, 3, 3]) == nil)
  }
}
