import Foundation
import Review
import Tables
import Testing

@Suite("Predictions on disk")
struct PredictionsTests {
  /// What a request writes to its file.
  private func written(_ work: (EvaluationRequest) throws -> Void) throws -> String? {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try work(EvaluationRequest(task: "made", train: [], test: [], predictions: file))
    return try? String(contentsOf: file, encoding: .utf8)
  }

  @Test("one line a row, with or without names of columns")
  func rows() throws {
    #expect(
      try written { try $0.write([["7", "0.5"], ["8", ""]], header: ["id", "score"]) }
        == "id\tscore\n7\t0.5\n8\t\n")
    #expect(try written { try $0.write([["7", "0.5"]]) } == "7\t0.5\n")
    #expect(try written { try $0.write([], header: ["id"]) } == "id\n")
  }

  @Test("a cell with a tab or a line's end shifts no other", arguments: ["\t", "\n", "\r", "\0"])
  func hostileCells(_ mark: String) throws {
    let text = try #require(try written { try $0.write([["a\(mark)b", "é漢"]]) })
    #expect(text == "a b\té漢\n")
  }

  @Test("JSON Lines have sorted keys and plain slashes")
  func lines() throws {
    #expect(
      try written { try $0.write(lines: [["b": "1/2", "a": "é"], ["a": "\n"]]) }
        == "{\"a\":\"é\",\"b\":\"1/2\"}\n{\"a\":\"\\n\"}\n")
  }

  @Test("nothing is written unless it was asked for; a place that is none is an error")
  func nowhere() throws {
    try EvaluationRequest(task: "made", train: [], test: []).write([["7"]])
    let none = URL(fileURLWithPath: "/nowhere/at/all.tsv")
    let request = EvaluationRequest(task: "made", train: [], test: [], predictions: none)
    #expect(throws: (any Error).self) { try request.write([["7"]]) }
  }

  @Test("scores have six decimals", arguments: [(0.1234567, "0.123457"), (1, "1.000000")])
  func numbers(_ value: Double, _ text: String) {
    #expect(EvaluationRequest.number(value) == text)
  }
}
