import Foundation
import Testing

@testable import Learning

@Suite("Figures of scores against labels")
struct MetricsTests {
  /// Scores .9 .8 .7 .6 .5 with labels 1 0 1 0 1, computed by hand.
  private func small() throws -> BinaryMetrics {
    try BinaryMetrics(
      scores: [0.6, 0.9, 0.5, 0.8, 0.7], labels: [false, true, true, false, true])
  }

  @Test("hand-computed vectors")
  func vectors() throws {
    let metrics = try small()
    // Precisions at the positives: 1/1, 2/3, 3/5.
    #expect(abs(metrics[.averagePrecision] - (1 + 2.0 / 3 + 3.0 / 5) / 3) < 1e-12)
    // Pairs won: .9 beats both, .7 beats one, .5 none: 3 of 6.
    #expect(metrics[.auc] == 0.5)
    // The top tenth of five rows is one row.
    #expect(metrics[.precisionAtTenth] == 1)
    #expect(abs(metrics[.lift] - 5.0 / 3) < 1e-12)
    // All are scored 0.5 or more: precision 3/5, recall 1.
    #expect(abs(metrics[.precision] - 0.6) < 1e-12)
    #expect(metrics[.recall] == 1)
    #expect(abs(metrics[.f1] - 0.75) < 1e-12)
    #expect(abs(metrics[.macroF1] - 0.375) < 1e-12)
    #expect(abs(metrics[.accuracy] - 0.6) < 1e-12)
    let brier = (0.01 + 0.64 + 0.09 + 0.36 + 0.25) / 5
    #expect(abs(metrics[.brier] - brier) < 1e-12)
    let loss = -(log(0.9) + log(0.2) + log(0.7) + log(0.4) + log(0.5)) / 5
    #expect(abs(metrics[.logLoss] - loss) < 1e-12)
    // One row a bin.
    let error = (0.1 + 0.8 + 0.3 + 0.6 + 0.5) / 5
    #expect(abs(metrics[.calibrationError] - error) < 1e-12)
  }

  @Test("ties: file order for AP, half a pair for AUC")
  func ties() throws {
    let first = try BinaryMetrics(scores: [0.5, 0.5], labels: [true, false])
    let second = try BinaryMetrics(scores: [0.5, 0.5], labels: [false, true])
    #expect(first[.averagePrecision] == 1)
    #expect(second[.averagePrecision] == 0.5)
    #expect(first[.auc] == 0.5)
    #expect(second[.auc] == 0.5)
  }

  @Test("the top tenth is ceil(n / 10) rows", arguments: [(10, 1), (11, 2), (20, 2), (101, 11)])
  func topTenth(count: Int, rows: Int) throws {
    let scores = (0..<count).map { Double(count - $0) }
    // One positive below the cut, none above: zero; the last row above: 1 / rows.
    let below = try BinaryMetrics(scores: scores, labels: (0..<count).map { $0 == rows })
    let above = try BinaryMetrics(scores: scores, labels: (0..<count).map { $0 == rows - 1 })
    #expect(below[.precisionAtTenth] == 0)
    #expect(abs(above[.precisionAtTenth] - 1 / Double(rows)) < 1e-12)
  }

  @Test("weights count like repeated rows where copies do not matter")
  func weights() throws {
    let scores = [0.9, 0.6, 0.4, 0.2]
    let labels = [true, false, true, false]
    let weighted = try BinaryMetrics(scores: scores, labels: labels, weights: [2, 1, 3, 1])
    let repeated = try BinaryMetrics(
      scores: [0.9, 0.9, 0.6, 0.4, 0.4, 0.4, 0.2],
      labels: [true, true, false, true, true, true, false])
    for metric in [BinaryMetrics.Metric.auc, .f1, .precision, .recall, .brier, .logLoss] {
      #expect(abs(weighted[metric] - repeated[metric]) < 1e-12, "\(metric)")
    }
  }

  @Test("bootstrap intervals hold the value, repeat for a seed, narrow with rows")
  func bootstrap() throws {
    func made(_ count: Int) throws -> BinaryMetrics {
      var generator = SplitMix64(seed: 5)
      let scores = (0..<count).map { _ in generator.unit() }
      return try BinaryMetrics(scores: scores, labels: scores.map { generator.unit() < $0 })
    }
    let few = try made(100).interval(.auc, replicates: 300)
    let many = try made(2000).interval(.auc, replicates: 300)
    #expect(few.low < few.value && few.value < few.high)
    #expect(many.high - many.low < few.high - few.low)
    #expect(try made(100).interval(.auc, replicates: 300) == few)
    // The true value is 5/6 for uniform scores that are their own probabilities.
    #expect(many.low < 5.0 / 6 && 5.0 / 6 < many.high)
  }

  @Test("figures that are not defined are not numbers; unusable input is refused")
  func refusals() throws {
    #expect(try BinaryMetrics(scores: [0.1], labels: [false])[.auc].isNaN)
    #expect(throws: LearningError.noRows) { try BinaryMetrics(scores: [], labels: []) }
    #expect(throws: LearningError.shape(what: "labels", found: 0, expected: 1)) {
      try BinaryMetrics(scores: [1], labels: [])
    }
    #expect(throws: LearningError.value(what: "score", row: 1)) {
      try BinaryMetrics(scores: [1, .nan], labels: [true, false])
    }
  }

  @Test("several classes")
  func classes() throws {
    let metrics = try MultiClassMetrics(
      predicted: ["a", "a", "b", "c"], labels: ["a", "b", "b", "b"])
    #expect(metrics.accuracy == 0.5)
    // a: 1 right of 2 called, 1 true; b: 1 of 1 called, 3 true; c: none.
    #expect(abs(metrics.macroF1 - (2.0 / 3 + 0.5 + 0) / 3) < 1e-12)
    #expect(metrics.micro.f1 == 0.5)
  }
}
