import Foundation
import Learning
import Review
import Testing

@testable import Inspections

@Suite struct PlannerTests {
  private func candidates(_ count: Int) -> [Planner.Candidate] {
    (0..<count).map { index in
      Planner.Candidate(
        key: "k\(index)", priority: 1 - Double(index) / Double(count),
        uncertainty: index.isMultiple(of: 3) ? 0.4 : 0.1,
        theme: index.isMultiple(of: 2) ? "n" : "r",
        territory: index < count / 2 ? "21" : "35")
    }
  }

  @Test func mostAreTheBestAndAShareIsDrawn() {
    let choices = Planner.choose(
      candidates(200), count: 20, share: 0.15, budgets: Budgets(), seed: 1)
    #expect(choices.count == 20)
    let drawn = choices.filter { $0.selection.reason == .random }
    #expect(drawn.count == 3)
    #expect(drawn.allSatisfy { $0.selection.probability > 0 && $0.selection.probability < 0.1 })
    #expect(Set(choices.map(\.candidate)).count == 20)
    let best = choices.filter { $0.selection.reason == .best }.map(\.candidate)
    #expect(best.allSatisfy { $0 < 25 })
  }

  @Test func theShareStaysBetweenTenAndTwenty() {
    let low = Planner.choose(candidates(300), count: 40, share: 0, budgets: Budgets(), seed: 2)
    let high = Planner.choose(candidates(300), count: 40, share: 0.9, budgets: Budgets(), seed: 2)
    #expect(low.count { $0.selection.reason == .random } == 4)
    #expect(high.count { $0.selection.reason == .random } == 8)
  }

  @Test func everySiteHasAMinimumProbability() {
    let all = candidates(500)
    let probabilities = Planner.probabilities(all, draws: 10)
    #expect(abs(probabilities.reduce(0, +) - 10) < 1e-9)
    #expect(probabilities.allSatisfy { $0 >= Planner.even * 10 / 500 && $0 <= 1 })
    #expect(probabilities[0] > probabilities[1])
  }

  @Test func theRecordedProbabilityIsTheTrueOne() {
    let all = candidates(30)
    let probabilities = Planner.probabilities(all, draws: 3)
    var counts = [Double](repeating: 0, count: 30)
    let rounds = 4000
    for round in 0..<rounds {
      for choice in Planner.choose(
        all, count: 20, share: 0.15, budgets: Budgets(), seed: UInt64(round))
      where choice.selection.reason == .random {
        counts[choice.candidate] += 1
        #expect(choice.selection.probability == probabilities[choice.candidate])
      }
    }
    for index in all.indices {
      #expect(abs(counts[index] / Double(rounds) - probabilities[index]) < 0.03)
    }
  }

  @Test func budgetsHold() {
    let rows = [
      KnowledgeRow(key: "1", values: ["kind": "theme", "value": "n", "count": "4"]),
      KnowledgeRow(key: "2", values: ["kind": "territory", "value": "21", "count": "6"]),
      KnowledgeRow(key: "3", values: ["kind": "agent", "value": "Nord", "count": "5"]),
      KnowledgeRow(key: "4", values: ["kind": "agent", "value": "Sud", "count": "3"]),
    ]
    let all = candidates(100)
    let choices = Planner.choose(
      all, count: 20, share: 0.1, budgets: Budgets(rows), seed: 5)
    let best = choices.filter { $0.selection.reason == .best }
    #expect(best.count { all[$0.candidate].theme == "n" } <= 4)
    #expect(best.count { all[$0.candidate].territory == "21" } <= 6)
    #expect(choices.count { $0.agent == "Nord" } <= 5)
    #expect(choices.count { $0.agent == "Sud" } <= 3)
    #expect(choices.count <= 10)
  }

  @Test func aDrawIsRepeatable() {
    let all = candidates(80)
    let first = Planner.choose(all, count: 12, share: 0.2, budgets: Budgets(), seed: 9)
    #expect(first == Planner.choose(all, count: 12, share: 0.2, budgets: Budgets(), seed: 9))
    #expect(Planner.choose([], count: 5, share: 0.2, budgets: Budgets(), seed: 9).isEmpty)
    #expect(Planner.choose(all, count: 0, share: 0.2, budgets: Budgets(), seed: 9).isEmpty)
    #expect(Planner.choose(all, count: 500, share: 0.2, budgets: Budgets(), seed: 9).count == 80)
  }

  /// The estimate from draws finds the share of all sites, whatever the ranking does.
  @Test func inverseProbabilityIsUnbiased() throws {
    let all = candidates(200)
    let isBad = all.indices.map { $0 < 40 }
    var sum = 0.0
    let rounds = 600
    for round in 0..<rounds {
      let drawn = Planner.choose(
        all, count: 60, share: 0.2, budgets: Budgets(), seed: UInt64(round)
      ).filter { $0.selection.reason == .random }
      let estimate = try #require(
        DrawEstimate(drawn.map { ($0.selection.probability, isBad[$0.candidate]) }))
      sum += estimate.share
    }
    #expect(abs(sum / Double(rounds) - 0.2) < 0.02)
    #expect(DrawEstimate([]) == nil)
  }

  @Test func anEntrySurvivesItsRow() throws {
    let entry = PlanEntry(
      key: "site|A|n", name: "2026-11", rank: 4, size: 20,
      selection: Selection(.random, probability: 0.0321), agent: "", title: "A", place: "B",
      theme: "n")
    let row = try PlanEntry.table.validated(entry.row)
    #expect(PlanEntry(row) == entry)
    #expect(PlanEntry(KnowledgeRow(key: "x", values: ["plan": "p"])) == nil)
  }
}
