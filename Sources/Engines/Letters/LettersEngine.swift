import Foundation
import Review

/// The engine of the letters panel: passages of follow-up letters that call for vigilance.
public struct LettersEngine: AnalysisEngine {
  /// What the panel declares.
  public var panel: Panel { LettersPanel.panel }
  /// The engine's version.
  public let version = 1

  /// Makes the engine.
  public init() {}

  /// Reads letters (PDF, text), answers, exports of the case system and judged passages.
  public func read(
    _ sources: [URL], request: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> any SourceCorpus {
    guard !sources.isEmpty else { return LetterSources() }
    return try LetterSourceReader().read(sources, observer: observer)
  }

  /// Ranks the demands of the sites that the letters are about.
  public func analyse(
    _ corpus: any SourceCorpus, request: AnalysisRequest, records: any RecordSource,
    sink: any AnalysisSink
  ) throws {
    guard let sources = corpus as? LetterSources else { throw EngineError.unknownName("corpus") }
    try LettersAnalysis(request: request, engine: "letters \(version)").run(
      sources, records: records, sink: sink)
  }

  /// Learns from judged passages and from decisions.
  public func train(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    try LettersTraining(request: request).run(records: records, observer: observer)
  }

  /// Measures one of the tasks `vigilance`, `themes`, `parse`, `repeats`, `search`.
  public func evaluate(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> EvaluationReport {
    try LettersEvaluation(request: request).run(observer: observer)
  }

  /// Writes a site's brief or history, finds similar demands, looks at saved searches.
  public func perform(
    _ request: ActionRequest, records: any RecordSource
  ) throws -> ActionResult {
    switch request.name {
    case "brief": try LettersActions.brief(request, records: records)
    case "history": try LettersActions.history(request, records: records)
    case "similar": try LettersActions.similar(request, records: records)
    case "seen": try LettersActions.seen(request, records: records)
    case "watch": try LettersActions.watch(request, records: records)
    default: throw EngineError.unknownName(request.name)
    }
  }

  /// Writes the brief of a site, or tables under the names of the case system's columns.
  public func export(_ request: ExportRequest, records: any RecordSource) throws -> Data {
    try LettersExport(request: request).run(records: records)
  }
}
