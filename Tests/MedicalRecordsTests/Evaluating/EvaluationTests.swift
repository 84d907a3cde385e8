import Foundation
import Review
import Testing

@testable import MedicalRecords

@Suite("Evaluation")
struct EvaluationTests {
  private let scratch = Scratch()

  private func run(
    _ task: String, train: [URL] = [], test: [URL] = [], options: [String: [String]] = [:],
    predictions: URL? = nil
  ) throws -> EvaluationReport {
    try MedicalRecordsEngine().evaluate(
      EvaluationRequest(
        task: task, train: train, test: test, options: options, predictions: predictions),
      observer: TestObserver())
  }

  @Test("Without labels a task only predicts, one line a document")
  func unlabelled() throws {
    let documents = try scratch.file(
      "d.jsonl",
      Array("{\"id\":\"a\",\"text\":\"pT3N0 en mars 2014, CRP à 5 mg/l\"}\n{\"x\":1}\n".utf8))
    for task in ["times", "measures", "tnm", "sections"] {
      let output = documents.deletingLastPathComponent().appendingPathComponent(task)
      let report = try run(task, test: [documents], predictions: output)
      #expect(report.testCount == 1 && report.figures.isEmpty)
      let lines = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 1 && lines[0].contains("\"id\":\"a\""))
    }
  }

  @Test(
    "Span matching",
    arguments: [
      ([Span(0, 3)], [Span(0, 3)], 1, 1), ([Span(0, 3)], [Span(2, 5)], 0, 1),
      ([Span(0, 2), Span(3, 5)], [Span(0, 5)], 0, 1), ([], [Span(0, 1)], 0, 0),
    ] as [([Span], [Span], Int, Int)])
  func matching(_ predicted: [Span], _ expected: [Span], _ exact: Int, _ overlap: Int) {
    #expect(SpanMatching.exact(predicted, expected).right == exact)
    #expect(SpanMatching.overlap(predicted, expected).right == overlap)
  }

  @Test("Unknown tasks and empty training are refused")
  func refusals() throws {
    #expect(throws: EngineError.self) { try run("nothing") }
    let plain = try scratch.file("d.jsonl", Array("{\"id\":\"a\",\"text\":\"b\"}\n".utf8))
    #expect(throws: EngineError.self) { try run("mentions", train: [plain], test: [plain]) }
  }

  @Test("TNM on the developers' labels", .enabled(if: SharedData.isPresent))
  func tnm() throws {
    let report = try run(
      "tnm", test: [try #require(SharedData.file("fracco_dev.jsonl"))],
      options: ["labels": [try #require(SharedData.file("tnm_dev.tsv")).path]])
    #expect(report.figures.allSatisfy { $0.value >= 0.95 })
  }

  @Test("Attributes, cross-validated by document", .enabled(if: SharedData.isPresent))
  func attributes() throws {
    let documents = try ["fracco_dev.jsonl", "e3c_fr_dev.jsonl"].map {
      try #require(SharedData.file($0)).path
    }
    let report = try run(
      "attributes", train: [try #require(SharedData.file("attributes_dev.tsv"))],
      options: ["documents": documents])
    #expect((report.figures.first { $0.name == "F1 micro" }?.value ?? 0) >= 0.82)
  }
}
