import Foundation
import Language
import Review
import Tables

/// Measures the parser: writes each letter of a folder in the shape of the truth, and compares with
/// the truth when `--labels` gives it.
struct ParseEvaluation {
  let request: EvaluationRequest

  func run(observer: any AnalysisObserver) throws -> EvaluationReport {
    let letters = try Self.letters(request, observer: observer)
    let lines = letters.map { ParsedLetter($0) }
    try request.write(lines: lines)
    var report = EvaluationReport(
      task: "parse", trainCount: 0, testCount: letters.count, labelledCount: 0, positiveCount: 0,
      figures: [])
    let truth = try LettersEvaluation.labels(
      request.options["labels"] ?? [], ParsedLetter.self)
    guard !truth.isEmpty else { return report }
    let byFile = Dictionary(lines.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    report.labelledCount = truth.count
    for layout in ["old", "new"] {
      report.figures += ParseFigures.figures(
        truth.filter { $0.layout == layout }, byFile, layout: layout)
    }
    return report
  }

  /// The letters of the folders to be predicted, in the order of their names.
  static func letters(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> [Letter] {
    let urls = request.test.isEmpty ? request.train : request.test
    let sources = try LetterSourceReader().read(urls, observer: observer)
    return sources.letters.map(\.letter)
  }
}
