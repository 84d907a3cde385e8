import Learning
import Review
import Testing

@testable import Restaurants

@Suite("The drawn part of the list, and fairness")
struct QuotaAndFairnessTests {
  private func candidates(_ count: Int) -> [ExplorationQuota.Candidate] {
    (0..<count).map { number in
      ExplorationQuota.Candidate(
        priority: Double((number * 7919) % count), department: number % 5 == 0 ? "75" : "34",
        activity: number % 3 == 0 ? .collectiveCatering : .restaurant,
        hasReviews: number % 2 == 0)
    }
  }

  @Test("85 % best, 15 % drawn, each with its probability")
  func shares() {
    let candidates = candidates(1000)
    let selections = ExplorationQuota.select(candidates, size: 200, seed: 1)
    let best = selections.indices.filter { selections[$0]?.reason == .best }
    let drawn = selections.indices.filter { selections[$0]?.reason == .random }
    #expect(best.count == 170 && drawn.count == 30)
    #expect(best.allSatisfy { candidates[$0].priority >= 830 })
    for place in drawn {
      #expect(abs((selections[place]?.probability ?? 0) - 30.0 / 830) < 1e-12)
    }
    #expect(selections == ExplorationQuota.select(candidates, size: 200, seed: 1))
    #expect(selections != ExplorationQuota.select(candidates, size: 200, seed: 2))
  }

  @Test("each stratum has its share of the draw, and everyone the same chance")
  func strata() {
    let candidates = candidates(600)
    var drawn = [Int](repeating: 0, count: 600)
    for seed in 0..<400 {
      let selections = ExplorationQuota.select(candidates, size: 120, seed: UInt64(seed))
      var paris = 0
      for place in selections.indices where selections[place]?.reason == .random {
        drawn[place] += 1
        if candidates[place].department == "75" { paris += 1 }
      }
      // 18 are drawn, a fifth of the rest is in Paris.
      #expect((2...5).contains(paris))
    }
    let rest = drawn.filter { $0 > 0 }
    #expect(rest.count == 600 - 102)
    // 400 draws with a chance of 18 / 498: 14.5 on average, deviation 3.7.
    #expect(rest.allSatisfy { $0 < 35 })
  }

  @Test(
    "odd sizes",
    arguments: [(0, 0, 0), (10, 0, 0), (10, 1, 1), (10, 10, 10), (3, 50, 3), (7, 6, 6)])
  func sizes(count: Int, size: Int, expected: Int) {
    let selections = ExplorationQuota.select(candidates(count), size: size, seed: 3)
    #expect(selections.count == count)
    #expect(selections.count { $0 != nil } == expected)
  }

  @Test("a group that is picked more than its risk explains raises an alarm")
  func alarm() {
    var rows: [FairnessReport.Row] = []
    for number in 0..<1000 {
      let isFirst = number % 2 == 0
      rows.append(
        FairnessReport.Row(
          group: isFirst ? "first" : "second",
          // Ranked above the others although as often non-compliant.
          probability: isFirst ? 0.2 : 0.1, isNonCompliant: number % 20 < 2))
    }
    let report = FairnessReport(rows)
    let first = report.groups.first { $0.name == "first" }
    #expect(first?.selected == 100 && first?.selectedAtEqualRisk == 0)
    #expect(first?.isAlarming == true)
    #expect(abs((first?.predicted ?? 0) - 100) < 1e-9 && first?.observed == 50)
    let fair = FairnessReport(
      rows.enumerated().map { number, row in
        FairnessReport.Row(
          group: row.group, probability: Double(number / 2 % 50) / 250,
          isNonCompliant: row.isNonCompliant)
      })
    #expect(fair.groups.allSatisfy { !$0.isAlarming })
    // A risky group that is predicted as risky as it is may be picked more often.
    let risky = FairnessReport(
      rows.map { row in
        let probability = row.group == "first" ? 0.2 : 0.02
        return FairnessReport.Row(
          group: row.group, probability: probability,
          isNonCompliant: row.group == "first" && row.isNonCompliant)
      })
    #expect(risky.groups.count == 2 && FairnessReport([]).groups.isEmpty)
  }

  @Test("how much of the top tenth stays without reviews")
  func overlap() {
    let scores = (0..<100).map { Double($0) }
    #expect(FairnessReport.overlap(with: scores, without: scores) == 1)
    #expect(FairnessReport.overlap(with: scores, without: scores.reversed()) == 0)
    #expect(FairnessReport.overlap(with: scores, without: []).isNaN)
  }
}
