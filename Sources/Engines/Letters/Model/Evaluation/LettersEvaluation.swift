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
