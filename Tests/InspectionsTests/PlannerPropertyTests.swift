import Foundation
import Learning
import Review
import Testing

@testable import Inspections

/// What holds of every plan, whatever the candidates and the budgets.
@Suite struct PlannerPropertyTests {
  private static func made(_ generator: inout SplitMix64) -> [Planner.Candidate] {
    (0..<(1 + generator.below(120))).map { number in
      Planner.Candidate(
        key: "k\(number)", priority: generator.below(5) == 0 ? 0.5 : generator.unit(),
        uncertainty: generator.below(7) == 0 ? 0 : generator.unit(),
        theme: "t\(generator.below(3))", territory: "d\(generator.below(4))")
    }
  }

  private static func budgets(_ generator: inout SplitMix64) -> Budgets {
    var budgets = Budgets()
    if generator.below(2) == 0 { budgets.themes["t0"] = generator.below(4) }
    if generator.below(2) == 0 { budgets.territories["d1"] = generator.below(4) }
    if generator.below(2) == 0 {
      budgets.agents = ["Nord": generator.below(6), "Sud": generator.below(6)]
    }
    return budgets
  }

  @Test(arguments: UInt64(0)..<60)
  func everyPlanHoldsItsPromises(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed &* 7919 &+ 1)
    let candidates = Self.made(&generator)
    let budgets = Self.budgets(&generator)
    let count = 1 + generator.below(40)
    let share = generator.unit() * 0.5
    let plan = Planner.choose(
      candidates, count: count, share: share, budgets: budgets, seed: seed)
    #expect(plan.count <= min(count, candidates.count))
    #expect(Set(plan.map(\.candidate)).count == plan.count)
    let drawn = plan.filter { $0.selection.reason == .random }
    let best = plan.filter { $0.selection.reason == .best }
    #expect(drawn.count + best.count == plan.count)
    #expect(drawn.count >= min(1, plan.count))
    // A tenth to a fifth, rounded, and never none.
    let most = max(1, Int((Double(min(count, candidates.count)) * 0.2).rounded()))
    #expect(drawn.count <= most)
    for choice in drawn {
      #expect(choice.selection.probability > 0 && choice.selection.probability <= 1)
    }
    #expect(best.allSatisfy { $0.selection.probability == 1 })
    for (theme, limit) in budgets.themes {
      #expect(best.count { candidates[$0.candidate].theme == theme } <= limit)
    }
    for (territory, limit) in budgets.territories {
      #expect(best.count { candidates[$0.candidate].territory == territory } <= limit)
    }
    for (agent, limit) in budgets.agents { #expect(plan.count { $0.agent == agent } <= limit) }
    // The order is that of the priorities.
    let order = plan.map { candidates[$0.candidate].priority }
    #expect(order == order.sorted(by: >))
    #expect(
      plan == Planner.choose(candidates, count: count, share: share, budgets: budgets, seed: seed))
  }

  @Test(arguments: UInt64(0)..<40)
  func probabilitiesAddUpAndNobodyIsSafe(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed &+ 500)
    let candidates = Self.made(&generator)
    let draws = 1 + generator.below(candidates.count)
    let probabilities = Planner.probabilities(candidates, draws: draws)
    #expect(abs(probabilities.reduce(0, +) - Double(draws)) < 1e-6)
    let least = Planner.even * Double(draws) / Double(candidates.count)
    #expect(probabilities.allSatisfy { $0 >= min(1, least) - 1e-9 && $0 <= 1 + 1e-9 })
  }

  /// Without budgets nobody better is left out.
  @Test(arguments: UInt64(0)..<20)
  func theBestAreTheBest(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed &+ 900)
    let candidates = Self.made(&generator)
    let plan = Planner.choose(
      candidates, count: 10, share: 0.1, budgets: Budgets(), seed: seed)
    let chosen = Set(plan.map(\.candidate))
    let worst =
      plan.filter { $0.selection.reason == .best }
      .map { candidates[$0.candidate].priority }.min() ?? 1
    for number in candidates.indices where !chosen.contains(number) {
      #expect(candidates[number].priority <= worst)
    }
  }

  @Test func rowsOfTheTableThatSayNothingAreLeftOut() {
    let rows = [
      KnowledgeRow(key: "1", values: ["kind": "theme", "value": "n", "count": "x"]),
      KnowledgeRow(key: "2", values: ["kind": "planet", "value": "n", "count": "3"]),
      KnowledgeRow(key: "3", values: ["kind": "theme", "count": "3"]),
      KnowledgeRow(key: "4", values: ["kind": "theme", "value": "m", "count": "3"]),
      KnowledgeRow(key: "5", values: ["kind": "theme", "value": "m", "count": "7"]),
    ]
    let budgets = Budgets(rows)
    // The later line of a theme stands.
    #expect(budgets.themes == ["m": 7])
    #expect(budgets.territories.isEmpty && budgets.agents.isEmpty)
  }
}
