import Foundation
import Learning
import Review
import Testing

@testable import Inspections

@Suite struct OutcomeModelTests {
  private static var options: TwoLogits.Options {
    var options = TwoLogits.Options()
    options.rounds = 60
    options.threads = 1
    return options
  }

  private func trained(_ rows: [Control]) throws -> (OutcomeModel, DenseMatrix) {
    let spec = MadeControls.spec(rows)
    let model = try OutcomeModel.train(rows, history: [], spec: spec, options: Self.options)
    return (model, try OutcomeFeatures.matrix(rows, history: rows, spec: spec))
  }

  /// Rows of later plans, each described by what was known when its plan was made: the law is found, and
  /// probabilities are what they say, with the agent's strictness and without.
  @Test func learnsTheLaw() throws {
    let rows = MadeControls.controls(1600)
    let early = Array(rows.prefix(1200))
    let late = Array(rows.suffix(400))
    let model = try OutcomeModel.train(
      early, history: [], spec: MadeControls.spec(early), options: Self.options)
    let matrix = try OutcomeFeatures.matrix(
      late.map(\.withoutOutcome), history: rows, spec: model.spec,
      blocks: PlanBlocks(anchor: late[0].day))
    let scores = try model.model.scores(matrix)
    let labels = late.map { $0.isBad == true }
    let alone = try BinaryMetrics(scores: scores.map { Logistic.sigmoid($0) }, labels: labels)
    #expect(alone[.auc] > 0.7)
    #expect(alone[.calibrationError] < 0.1)
    let regarded = try BinaryMetrics(
      scores: zip(scores, late).map { score, row in
        Logistic.sigmoid(score + model.model.scaling.slope * model.agents.effect(row.agent))
      }, labels: labels)
    #expect(regarded[.auc] > 0.77)
    #expect(regarded[.calibrationError] < 0.1)
  }

  /// Two years after the last outcome a site's record is nearly forgotten: the ranking still holds, and
  /// the mean falls short. Such rows are not what a plan asks about, and drift of « days since » tells.
  @Test func whatIsLongPastStillRanks() throws {
    let rows = MadeControls.controls(1600)
    let early = Array(rows.prefix(1200))
    let late = Array(rows.suffix(100))
    let model = try OutcomeModel.train(
      early, history: [], spec: MadeControls.spec(early), options: Self.options)
    let matrix = try OutcomeFeatures.matrix(
      late.map(\.withoutOutcome), history: early, spec: model.spec)
    let metrics = try BinaryMetrics(
      scores: model.model.scores(matrix).map { Logistic.sigmoid($0) },
      labels: late.map { $0.isBad == true })
    #expect(metrics[.auc] > 0.65)
  }

  @Test func reasonsAddUpToTheScore() throws {
    let (model, matrix) = try trained(MadeControls.controls(600))
    let scores = try model.model.scores(matrix)
    for (row, explanation) in try model.model.explanations(matrix).enumerated() {
      let sum = explanation.parts.reduce(explanation.base, +)
      #expect(abs(sum - scores[row]) < 1e-6)
      let told = Reasons.contributions(
        base: explanation.base, parts: explanation.parts, columns: model.spec.columns
      ) { (LocalizedText(same: $0), nil) }
      #expect(abs(told.total - scores[row]) < 1e-6)
    }
  }

  @Test func aPastNonConformityOnlyRaisesTheRisk() throws {
    let rows = MadeControls.controls(800)
    let (model, matrix) = try trained(rows)
    let rising = model.spec.columns.indices.filter { model.spec.columns[$0].direction == .rising }
    #expect(rising.count > 10)
    var generator = SplitMix64(seed: 3)
    for _ in 0..<200 {
      var values = matrix.row(generator.below(matrix.rowCount))
      let column = rising[generator.below(rising.count)]
      guard !values[column].isNaN else { continue }
      let before = try model.model.scores(DenseMatrix(rows: [values]))[0]
      values[column] += Float(generator.unit())
      let after = try model.model.scores(DenseMatrix(rows: [values]))[0]
      #expect(after >= before - 1e-5, "\(model.spec.columns[column].name)")
    }
  }

  @Test func theAgentIsNoColumnAndTheRankingDoesNotFollow() throws {
    let rows = MadeControls.controls(900)
    let (model, matrix) = try trained(rows)
    #expect(model.agents.effect("c") > model.agents.effect("a") + 0.5)
    #expect(model.agents.effect("nobody") == 0)
    var other = rows[500]
    other.agent = "c"
    var same = rows[500]
    same.agent = "a"
    let both = try OutcomeFeatures.matrix([other, same], history: rows, spec: model.spec)
    let scores = try model.model.scores(both)
    #expect(scores[0] == scores[1])
    #expect(matrix.columnCount == model.spec.columns.count)
  }

  @Test func theModelSurvivesItsBytes() throws {
    let (model, matrix) = try trained(MadeControls.controls(500))
    let again = try OutcomeModel(bytes: model.bytes())
    #expect(again.spec == model.spec)
    #expect(try again.model.scores(matrix) == model.model.scores(matrix))
    #expect(throws: (any Error).self) { try OutcomeModel(bytes: Array(model.bytes().dropLast(9))) }
  }

  @Test func trainingTwiceGivesTheSameBytes() throws {
    let rows = MadeControls.controls(400)
    #expect(try trained(rows).0.bytes() == trained(rows).0.bytes())
  }

  @Test func tooFewOutcomesGiveNoProbability() {
    let rows = MadeControls.controls(199)
    #expect(!OutcomeModel.suffices(rows))
    #expect(OutcomeModel.suffices(MadeControls.controls(400)))
    let good = MadeControls.controls(400).map { row in
      var row = row
      row.level = .compliant
      return row
    }
    #expect(!OutcomeModel.suffices(good))
  }

  @Test func olderRowsCompleteAndExtendTheRows() {
    var row = Control(id: "1", day: 100, site: "A")
    row.numeric = [3]
    var older = row
    older.numeric = []
    older.codes = ["14"]
    older.severities = [2]
    let other = Control(id: "2", day: 50, site: "A")
    let merged = OutcomeModel.merged([row], [older, other])
    #expect(merged.count == 2)
    #expect(merged[0].numeric == [3])
    #expect(merged[0].codes == ["14"])
  }
}
