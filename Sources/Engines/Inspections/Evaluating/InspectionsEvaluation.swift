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

  /// What work takes of the processor: the same on a busy machine.
  static func processorTime(_ work: () throws -> Void) rethrows -> Duration {
    let start = clock()
    try work()
    return .microseconds(Int64(clock() - start) * 1_000_000 / Int64(CLOCKS_PER_SEC))
  }

  /// A remark with seconds of processor.
  static func seconds(_ fr: String, _ en: String, _ duration: Duration) -> LocalizedText {
    let parts = duration.components
    let value = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    let text = String(format: "%.2f", value)
    return LocalizedText(
      fr: "\(fr) : \(text.replacingOccurrences(of: ".", with: ",")) s de processeur",
      en: "\(en): \(text) s of processor")
  }
}
