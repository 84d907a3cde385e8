import Foundation
import Review

/// `vigie evaluate letters`: reads the files, runs a task, writes the predictions.
struct LettersEvaluation {
  /// The number of folds of a cross-validation.
  static let folds = 5

  let request: EvaluationRequest

  func run(observer: any AnalysisObserver) throws -> EvaluationReport {
    switch request.task {
    case "vigilance": try VigilanceEvaluation(request: request).run(observer: observer)
    case "themes": try ThemeEvaluation(request: request).run(observer: observer)
    case "parse": try ParseEvaluation(request: request).run(observer: observer)
    case "repeats": try RepeatEvaluation(request: request).run(observer: observer)
    case "search": try SearchEvaluation(request: request).run(observer: observer)
    default: throw EngineError.unknownName(request.task)
    }
  }

  /// That figures come from cross-validation.
  static let crossValidated = LocalizedText(
    fr: "Validation croisée à \(folds) plis groupés par lettre.",
    en: "Cross-validation with \(folds) folds grouped by letter.")

  /// The percentile bootstrap of a share.
  /// A text file that an option names.
  ///
  /// - Throws: `EngineError.unreadable`.
  static func text(of path: String) throws -> String {
    do {
      return try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    } catch {
      throw refusal(path, nil, path, LocalizedText(fr: "un texte lisible", en: "a readable text"))
    }
  }

  /// The lines of files of labels, one JSON object each.
  ///
  /// - Throws: `EngineError.unreadable` at the first line that is none.
  static func labels<Line: Decodable>(_ paths: [String], _ type: Line.Type) throws -> [Line] {
    let decoder = JSONDecoder()
    return try paths.flatMap { path -> [Line] in
      try text(of: path).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .enumerated().filter { !$0.element.allSatisfy(\.isWhitespace) }
        .map { number, line in
          guard let value = try? decoder.decode(type, from: Data(line.utf8)) else {
            throw refusal(
              path, number + 1, String(line.prefix(60)),
              LocalizedText(fr: "une lettre étiquetée en JSON", en: "a labelled letter in JSON"))
          }
          return value
        }
    }
  }

  private static func refusal(
    _ path: String, _ line: Int?, _ found: String, _ expected: LocalizedText
  ) -> EngineError {
    .unreadable(
      Refusal(
        file: URL(fileURLWithPath: path).lastPathComponent, line: line, found: found,
        expected: expected))
  }

  static func share(_ hits: [Bool], name: String, _ definition: LocalizedText)
    -> EvaluationReport.Figure
  {
    let count = hits.count { $0 }
    let share = hits.isEmpty ? 0 : Double(count) / Double(hits.count)
    guard count < 500, !hits.isEmpty else {
      return .init(name: name, value: share, definition: definition)
    }
    let interval = ShareInterval.wilson(count, of: hits.count)
    return .init(
      name: name, value: share, low: interval.low, high: interval.high, definition: definition)
  }
}
