import Foundation
import Learning
import Review
import Testing

@testable import Inspections

/// The figures of `evaluate`, against values worked out by hand, and the files it writes.
@Suite struct FigureTests {
  private func value(_ figures: [EvaluationReport.Figure], _ name: String) -> Double? {
    figures.first { $0.name == name }?.value
  }

  @Test func figuresAreThoseOfTheirDefinitions() throws {
    let scores = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05]
    let labels = [true, false, true, false, false, false, false, false, false, false]
    let figures = Figures.all(scores, labels, suffix: " −agent")
    #expect(abs((value(figures, "AUC −agent") ?? 0) - 15.0 / 16) < 1e-9)
    #expect(abs((value(figures, "AP −agent") ?? 0) - (1 + 2.0 / 3) / 2) < 1e-9)
    #expect(value(figures, "P@10 % −agent") == 1)
    let brier =
      zip(scores, labels).reduce(0.0) { sum, pair in
        let miss = pair.0 - (pair.1 ? 1 : 0)
        return sum + miss * miss
      } / 10
    #expect(abs((value(figures, "Brier −agent") ?? 0) - brier) < 1e-9)
    for figure in figures {
      // The calibration error of a resample is biased upwards: its interval need not hold the value.
      if !figure.name.hasPrefix("ECE") {
        #expect(figure.low ?? 2 <= figure.value && figure.high ?? -1 >= figure.value)
      }
      #expect(!figure.definition.fr.isEmpty && !figure.definition.en.isEmpty)
    }
  }

  @Test func oneClassHasNoFigures() {
    #expect(Figures.all([0.1, 0.2], [true, true]).isEmpty)
    #expect(Figures.all([], []).isEmpty)
  }

  /// Inside one agent's list the agents' strictness is gone: a score that only knows the agent is worth
  /// nothing there, whatever its overall AUC.
  @Test func knowingTheAgentIsWorthNothingInsideItsList() throws {
    var generator = SplitMix64(seed: 3)
    var (scores, labels, agents): ([Double], [Bool], [String]) = ([], [], [])
    for _ in 0..<2000 {
      let isStrict = generator.unit() < 0.5
      agents.append(isStrict ? "strict" : "mild")
      labels.append(generator.unit() < (isStrict ? 0.5 : 0.05))
      scores.append((isStrict ? 0.5 : 0.05) + generator.unit() * 1e-3)
    }
    let overall = try BinaryMetrics(scores: scores, labels: labels)[.auc]
    let inside = try #require(Figures.insideAgents(scores, labels, agents))
    #expect(overall > 0.75 && abs(inside - 0.5) < 0.06)
  }

  @Test func agentsWeighByTheirPairs() throws {
    // « a » has one pair, ranked right; « b » has four, half of them right.
    let inside = try #require(
      Figures.insideAgents(
        [0.9, 0.1, 0.9, 0.2, 0.8, 0.3], [true, false, true, true, false, false],
        ["a", "a", "b", "b", "b", "b"]))
    #expect(abs(inside - (1 + 4 * 0.5) / 5) < 1e-9)
  }

  @Test func halvesAndDaysNeedPositives() {
    #expect(Figures.firstHalf([0.3, 0.2], [false, false]) == nil)
    #expect(Figures.daysEarlier([0.3, 0.2], [false, false], [0, 9]) == nil)
    // Ties keep the order of the file.
    #expect(Figures.daysEarlier([0.5, 0.5, 0.5], [false, false, true], [0, 10, 20]) == 0)
    #expect(Figures.firstHalf([0.5, 0.5], [true, false]) == 1)
  }

  @Test func dumpsAreReadByThePeers() throws {
    let scratch = try Scratch()
    let columns = [
      FeatureColumn("a\tb", .free, "a"), FeatureColumn("last", .rising, ReasonKey.level),
    ]
    let dump = FeatureDump(folder: scratch.folder.appendingPathComponent("d"), columns: columns)
    let matrix = try DenseMatrix(rows: [[1, .nan], [2.5, 3]])
    try dump.write("test-0", matrix, labels: [true, nil], days: [7, 8], agents: ["x", ""])
    try dump.write(scores: "vigie-0", ["score": [0.25, 0.5], "alone": [0.125, 1]])
    func text(_ name: String) throws -> String {
      try String(contentsOf: dump.folder.appendingPathComponent(name + ".tsv"), encoding: .utf8)
    }
    #expect(
      try text("test-0")
        == "label\tday\tagent\tprevious\ta b\tlast\n1\t7\tx\t\t1.0\t\n\t8\t\t3.0\t2.5\t3.0\n")
    #expect(try text("vigie-0") == "alone\tscore\n0.125\t0.25\n1.0\t0.5\n")
  }

  /// The same seed, the same bytes; columns that a later file renames are warned of, and it is still
  /// predicted.
  @Test func evaluationIsRepeatableAndWarnsOfRenamedColumns() throws {
    let scratch = try Scratch()
    func table(_ rows: [Control], size: String) -> String {
      "id,when,site,\(size),bad\n"
        + rows.map {
          "\($0.id),\($0.date.iso),\($0.site),\($0.numeric[0]),\($0.isBad == true ? 1 : 0)"
        }
        .joined(separator: "\n") + "\n"
    }
    let rows = MadeControls.controls(500)
    let train = try scratch.file("train.csv", table(Array(rows.prefix(400)), size: "size"))
    let test = try scratch.file("test.csv", table(Array(rows.suffix(100)), size: "surface"))
    let map = try scratch.file(
      "m.yaml", "id: id\ndate: when\nsite: site\nlabel: bad\nnumeric: [size]\n"
    ).path
    var written: [Data] = []
    for name in ["one.tsv", "two.tsv"] {
      let listener = Listener()
      let out = scratch.folder.appendingPathComponent(name)
      _ = try InspectionsEngine().evaluate(
        EvaluationRequest(
          task: "outcomes", train: [train], test: [test], options: ["map": [map]],
          predictions: out), observer: listener)
      #expect(
        listener.warnings.contains {
          $0.en.contains("test.csv: 1 column(s) of the mapping absent (size)")
        })
      written.append(try Data(contentsOf: out))
    }
    #expect(written[0] == written[1] && !written[0].isEmpty)
  }
}
