import Foundation
import Review

/// The engine of the medical panel: patients' records summarised for multidisciplinary meetings.
public struct MedicalRecordsEngine: AnalysisEngine {
  /// What the panel declares.
  public var panel: Panel { MedicalPanel.panel }
  /// The engine's version.
  public let version = 1

  /// Makes the engine.
  public init() {}

  private var name: String { "medical \(version)" }

  /// Reads reports: text, CDA, HL7, tables of notes, brat.
  public func read(
    _ sources: [URL], request: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> any SourceCorpus {
    guard !sources.isEmpty else { return MedicalSources() }
    var reader = MedicalReader(observer: observer)
    return try reader.read(sources)
  }

  /// Summarises the records of the patients.
  public func analyse(
    _ corpus: any SourceCorpus, request: AnalysisRequest, records: any RecordSource,
    sink: any AnalysisSink
  ) throws {
    guard let sources = corpus as? MedicalSources else { throw EngineError.unknownName("corpus") }
    try MedicalAnalysis(request: request, engine: name).run(sources, records: records, sink: sink)
  }

  /// Learns from annotations and decisions.
  public func train(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    try MedicalTraining(request: request).run(records: records, observer: observer)
  }

  /// Measures one of the tasks of the panel.
  public func evaluate(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> EvaluationReport {
    try MedicalEvaluation(request: request, observer: observer).run()
  }

  /// Searches by concept, corrects a statement, shows a timeline.
  public func perform(
    _ request: ActionRequest, records: any RecordSource
  ) throws -> ActionResult {
    try MedicalActions(request: request, records: records).run()
  }

  /// Writes summaries as FHIR, CDA, text or a table.
  public func export(
    _ request: ExportRequest, records: any RecordSource
  ) throws -> Data {
    try MedicalExport(request: request, records: records).run()
  }
}
