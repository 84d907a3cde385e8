import Foundation
import Review

/// Runs a task of `vigie evaluate`.
struct InspectionsEvaluation {
  let request: EvaluationRequest
  let observer: any AnalysisObserver

  func run() throws -> EvaluationReport {
    switch request.task {
    case "outcomes": try OutcomesTask(self).run()
    case "exceedance": try ExceedanceTask(self).run()
    default: throw EngineError.unknownName(request.task)
    }
  }

  /// The files of an option.
  func urls(_ option: String) -> [URL] {
    (request.options[option] ?? []).map { URL(fileURLWithPath: $0) }
  }

  /// The value of an option.
  func value(_ option: String) -> String? { request.options[option]?.first }

  /// Tells how far the work is.
  func step(_ done: Int, of total: Int) {
    observer.progressed(
      AnalysisProgress(
        stage: LocalizedText(fr: "mesure", en: "measuring"), done: done, total: total))
  }

  /// Writes predictions as tab-separated lines.
  func write(_ rows: [[String]], header: [String]) throws {
    guard let url = request.predictions else { return }
    let lines = ([header] + rows).map { $0.joined(separator: "\t") }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url, options: .atomic)
  }

  /// A number as predictions carry it.
  static func number(_ value: Double) -> String { String(format: "%.6f", value) }

  /// A remark with seconds.
  static func seconds(_ fr: String, _ en: String, _ duration: Duration) -> LocalizedText {
    let parts = duration.components
    let value = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    let text = String(format: "%.2f", value)
    return LocalizedText(
      fr: "\(fr) : \(text.replacingOccurrences(of: ".", with: ",")) s", en: "\(en): \(text) s")
  }
}
