import Foundation
import Testing

@testable import Learning

@Suite("Linear models over sparse rows")
struct LinearModelTests {
  /// The objective of L2-regularised logistic regression, the bias regularised like a weight.
  private func objective(
    _ model: LinearModel, _ rows: SparseMatrix, _ labels: [Bool], _ costs: [Double]
  ) -> Double {
    let scores = model.scores(rows)
    let losses = labels.indices.reduce(0) {
      $0 + costs[$1] * Logistic.loss(logOdds: scores[$1], label: labels[$1])
    }
    let squares = model.weights.reduce(model.bias * model.bias) { $0 + Double($1) * Double($1) }
    return losses + squares / 2
  }

  @Test("dual descent and the library's Newton method reach the same minimum")
  func sameMinimum() throws {
    let (rows, labels) = MadeData.sparse(800)
    let dual = try LinearModel.train(
      rows, labels: labels, options: LinearOptions(solver: .logisticDual, tolerance: 1e-4))
    let primal = try LinearModel.train(
      rows, labels: labels, options: LinearOptions(solver: .logisticPrimal, tolerance: 1e-6))
    let costs = [Double](repeating: 1, count: labels.count)
    let best = objective(primal, rows, labels, costs)
    #expect(abs(objective(dual, rows, labels, costs) - best) < 1e-3 * best)
    #expect(zip(dual.weights, primal.weights).allSatisfy { abs($0 - $1) < 0.02 })
  }

  @Test("weights of rows count like repeated rows")
  func instanceWeights() throws {
    let (rows, labels) = MadeData.sparse(300)
    let weights = labels.indices.map { Double($0 % 3) }
    let options = LinearOptions(tolerance: 1e-5)
    let weighted = try LinearModel.train(rows, labels: labels, weights: weights, options: options)
    let repeated = labels.indices.flatMap { [Int](repeating: $0, count: $0 % 3) }
    let plain = try LinearModel.train(
      rows.selecting(repeated), labels: repeated.map { labels[$0] }, options: options)
    #expect(zip(weighted.weights, plain.weights).allSatisfy { abs($0 - $1) < 1e-3 })
  }

  @Test("balanced classes raise the scores of the rare one")
  func balanced() throws {
    let (rows, labels) = MadeData.sparse(600)
    let plain = try LinearModel.train(rows, labels: labels)
    let balanced = try LinearModel.train(
      rows, labels: labels, options: LinearOptions(isBalanced: true))
    #expect(balanced.scores(rows).reduce(0, +) > plain.scores(rows).reduce(0, +))
  }

  @Test("contributions and bias sum to the score")
  func contributions() throws {
    let (rows, labels) = MadeData.sparse(300)
    let model = try LinearModel.train(rows, labels: labels)
    for index in 0..<20 {
      let row = rows.row(index)
      let sum = model.contributions(row).reduce(model.bias) { $0 + $1.value }
      #expect(abs(sum - model.score(row)) < 1e-12)
    }
  }

  @Test(
    "the same seed gives the same bytes, and bytes give the same model",
    arguments: [LinearOptions.Solver.logisticDual, .logisticPrimal, .supportVectors])
  func deterministic(solver: LinearOptions.Solver) throws {
    let (rows, labels) = MadeData.sparse(300)
    let options = LinearOptions(solver: solver, seed: 4)
    let first = try LinearModel.train(rows, labels: labels, options: options)
    let second = try LinearModel.train(rows, labels: labels, options: options)
    #expect(first.bytes == second.bytes)
    #expect(try LinearModel(bytes: first.bytes) == first)
    let metrics = try BinaryMetrics(scores: first.scores(rows), labels: labels)
    #expect(metrics[.auc] > 0.8)
  }

  @Test("bytes of many zero weights are few; cut bytes are refused")
  func bytes() throws {
    var weights = [Float](repeating: 0, count: 10_000)
    weights[77] = 1.5
    let model = LinearModel(weights: weights, bias: -0.25)
    #expect(model.bytes.count < 100)
    #expect(try LinearModel(bytes: model.bytes) == model)
    for length in [0, 7, 16, model.bytes.count - 1] {
      #expect(throws: LearningError.self) {
        try LinearModel(bytes: Array(model.bytes.prefix(length)))
      }
    }
  }

  @Test("unusable input is refused")
  func refusals() throws {
    let (rows, labels) = MadeData.sparse(20)
    #expect(throws: LearningError.oneClass) {
      try LinearModel.train(rows, labels: labels.map { _ in true })
    }
    #expect(throws: LearningError.shape(what: "labels", found: 1, expected: 20)) {
      try LinearModel.train(rows, labels: [true])
    }
    #expect(throws: LearningError.value(what: "weight", row: 0)) {
      try LinearModel.train(rows, labels: labels, weights: [Double](repeating: -1, count: 20))
    }
    #expect(throws: LearningError.noRows) {
      try LinearModel.train(SparseMatrix(columnCount: 1), labels: [])
    }
    #expect(throws: LearningError.self) {
      try LinearModel.train(
        rows, labels: labels, weights: [Double](repeating: 1, count: 20),
        options: LinearOptions(solver: .logisticPrimal))
    }
  }

  @Test("rows of a matrix: order, repeated columns, columns out of range")
  func matrix() {
    let row = SparseRow([(3, 1), (1, 2), (3, 0.5), (-1, 9)])
    #expect(row.columns == [1, 3])
    #expect(row.values == [2, 1.5])
    #expect(abs(row.normalised().norm - 1) < 1e-6)
    let matrix = SparseMatrix(columnCount: 3, rows: [row, SparseRow([]), row])
    #expect(matrix.rowCount == 3)
    #expect(matrix.row(0).columns == [1])
    #expect(matrix.selecting([2, 1]).rowStarts == [0, 1, 1])
  }
}
