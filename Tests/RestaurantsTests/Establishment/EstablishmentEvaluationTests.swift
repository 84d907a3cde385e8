import Learning
import Review
import Testing

@testable import Restaurants

@Suite("Evaluation of establishments")
struct EstablishmentEvaluationTests {
  private static let made = MadeInspections.make(1200)

  private func run(_ test: [Inspection]) throws -> EstablishmentEvaluation {
    try EstablishmentEvaluation.run(
      training: Array(Self.made.recent.prefix(800)), history: Self.made.older, test: test,
      options: .fast)
  }

  @Test("the outcomes of the test are not looked at, with them there are figures")
  func outcomes() throws {
    let test = Array(Self.made.recent.suffix(400))
    let hidden = test.map { inspection in
      var inspection = inspection
      inspection.outcome = nil
      return inspection
    }
    let (open, closed) = (try run(test), try run(hidden))
    #expect(open.predictions == closed.predictions)
    #expect(closed.report.figures.isEmpty && closed.report.labelledCount == 0)
    #expect(closed.fairness.isEmpty)
    #expect(open.report.testCount == 400 && open.report.trainCount == 800)
    let names = open.report.figures.map(\.name)
    #expect(names == ["AUC", "AP", "P@10 %", "lift", "Brier", "log-loss", "ECE"])
    for figure in open.report.figures {
      #expect((figure.low ?? 1) <= figure.value && figure.value <= (figure.high ?? 0))
    }
    #expect((open.report.figures.first?.value ?? 0) > 0.6)
    #expect(open.fairness.map(\.criterion) == ["activity", "department"])
  }

  @Test("one prediction a row, in order; the same bits each time")
  func predictions() throws {
    let test = Array(Self.made.recent.suffix(100))
    let first = try run(test)
    #expect(first.predictions.map(\.number) == test.map(\.number))
    #expect(first.predictions.allSatisfy { (0...1).contains($0.score) })
    #expect(try run(test).predictions == first.predictions)
  }

  @Test("without a test, folds are grouped by establishment")
  func crossValidation() throws {
    let doubled = Self.made.recent.prefix(700).flatMap { inspection in
      var other = inspection
      other.number += "b"
      return [inspection, other]
    }
    let evaluation = try EstablishmentEvaluation.crossValidate(
      doubled, history: [], folds: 3, options: .fast)
    // Were twins apart, each would betray the other and the figure be near 1.
    #expect((evaluation.report.figures.first?.value ?? 1) < 0.85)
    #expect(evaluation.report.testCount == 1400)
  }

  @Test("too little to learn from is an error, not a guess")
  func tooLittle() {
    #expect(throws: LearningError.self) {
      try EstablishmentEvaluation.run(
        training: Array(Self.made.recent.prefix(50)), history: [], test: [])
    }
  }
}
