import Foundation
import Testing

@testable import Learning

@Suite("Boosted trees")
struct BoostedTreesTests {
  private let options = TreeOptions(rounds: 40, depth: 3, learningRate: 0.2, rowShare: 0.8)

  @Test("exact contributions sum to the score")
  func contributions() throws {
    let (rows, labels) = MadeData.dense(600)
    let trees = try BoostedTrees.train(rows, labels: labels, options: options)
    let scores = try trees.scores(rows)
    for (explanation, score) in zip(try trees.explanations(rows), scores) {
      #expect(abs(explanation.total - score) <= 1e-6 * max(1, abs(score)))
    }
    #expect(try BinaryMetrics(scores: scores, labels: labels)[.auc] > 0.85)
  }

  @Test("tabled contributions are those of the library", arguments: [1, 2, 3])
  func tabled(depth: Int) throws {
    let (rows, labels) = MadeData.dense(600)
    let options = TreeOptions(rounds: 30, depth: depth, learningRate: 0.3)
    let trees = try BoostedTrees.train(rows, labels: labels, options: options)
    #expect(try trees.shallow() != nil)
    let general = try trees.general(rows)
    for (row, explanation) in try trees.explanations(rows).enumerated() {
      #expect(abs(explanation.base - general.bases[row]) < 2e-5)
      for column in 0..<3 {
        let other = general.parts[row * 3 + column]
        #expect(abs(explanation.contributions[column] - other) < 2e-5)
      }
    }
  }

  @Test("deep trees are explained by the library")
  func deep() throws {
    let (rows, labels) = MadeData.dense(600)
    let options = TreeOptions(rounds: 5, depth: 6, leafWeight: 0.1)
    let trees = try BoostedTrees.train(rows, labels: labels, options: options)
    #expect(try trees.shallow() == nil)
    let scores = try trees.scores(rows)
    for (explanation, score) in zip(try trees.explanations(rows), scores) {
      #expect(abs(explanation.total - score) <= 1e-6 * max(1, abs(score)))
    }
  }

  @Test("a column that may only raise the score never lowers it")
  func monotone() throws {
    let (rows, labels) = MadeData.dense(600)
    var bound = options
    bound.directions = [.rising, .falling, .free]
    let trees = try BoostedTrees.train(rows, labels: labels, options: bound)
    for (column, sign) in [(0, 1.0), (1, -1.0)] {
      for other in stride(from: Float(-2), through: 2, by: 0.5) {
        var grid = DenseMatrix(columnCount: 3)
        for step in 0...40 {
          var row: [Float] = [other, other, -other]
          row[column] = Float(step) / 10 - 2
          try grid.append(row)
        }
        let scores = try trees.scores(grid)
        #expect(zip(scores, scores.dropFirst()).allSatisfy { sign * ($1 - $0) >= -1e-6 })
      }
    }
  }

  @Test("the same seed gives the same bytes, another seed others")
  func deterministic() throws {
    let (rows, labels) = MadeData.dense(400)
    let first = try BoostedTrees.train(rows, labels: labels, options: options)
    let second = try BoostedTrees.train(rows, labels: labels, options: options)
    var other = options
    other.seed = 2
    let third = try BoostedTrees.train(rows, labels: labels, options: other)
    #expect(try first.bytes() == second.bytes())
    #expect(try first.bytes() != third.bytes())
  }

  @Test("bytes give the same predictions; others are refused")
  func bytes() throws {
    let (rows, labels) = MadeData.dense(300)
    let trees = try BoostedTrees.train(rows, labels: labels, options: options)
    let bytes = try trees.bytes()
    let read = try BoostedTrees(bytes: bytes, columnCount: 3)
    #expect(try read.scores(rows) == trees.scores(rows))
    #expect(try read.explanations(rows) == trees.explanations(rows))
    #expect(throws: LearningError.self) { try BoostedTrees(bytes: bytes, columnCount: 4) }
    #expect(throws: LearningError.self) { try BoostedTrees(bytes: [1, 2, 3], columnCount: 3) }
    #expect(throws: LearningError.self) {
      try BoostedTrees(bytes: Array(bytes.prefix(bytes.count / 2)), columnCount: 3)
    }
  }

  @Test("weights of zero leave rows out; with one value everything is the base")
  func weights() throws {
    let (rows, labels) = MadeData.dense(300)
    let half = labels.indices.map { $0 < 150 ? 1.0 : 0.0 }
    let flipped = labels.indices.map { $0 < 150 ? labels[$0] : !labels[$0] }
    let plain = TreeOptions(rounds: 20)
    let first = try BoostedTrees.train(rows, labels: labels, weights: half, options: plain)
    let second = try BoostedTrees.train(rows, labels: flipped, weights: half, options: plain)
    #expect(try first.scores(rows) == second.scores(rows))
    let flat = try DenseMatrix(values: [Float](repeating: 1, count: 100), columnCount: 1)
    let rare = (0..<100).map { $0 < 5 }
    let trees = try BoostedTrees.train(flat, labels: rare, options: plain)
    let score = try trees.scores(flat)[0]
    #expect(abs(Logistic.sigmoid(score) - 0.05) < 1e-3)
  }

  @Test("unusable input is refused")
  func refusals() throws {
    let (rows, labels) = MadeData.dense(20)
    #expect(throws: LearningError.oneClass) {
      try BoostedTrees.train(rows, labels: labels.map { _ in true })
    }
    #expect(throws: LearningError.shape(what: "directions", found: 1, expected: 3)) {
      try BoostedTrees.train(rows, labels: labels, options: TreeOptions(directions: [.rising]))
    }
    let trees = try BoostedTrees.train(rows, labels: labels, options: options)
    #expect(throws: LearningError.shape(what: "columns", found: 1, expected: 3)) {
      try trees.scores(DenseMatrix(rows: [[1]]))
    }
    #expect(try trees.scores(DenseMatrix(columnCount: 3)).isEmpty)
  }
}
