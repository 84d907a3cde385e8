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

  /// Reads reports: text, CDA, HL7, tables of notes, brat.
  public func read(
    _ sources: [URL], request: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> any SourceCorpus {
    throw EngineError.unknownName("read")
  }

  /// Summarises the records of the patients.
  public func analyse(
    _ corpus: any SourceCorpus, request: AnalysisRequest, records: any RecordSource,
    sink: any AnalysisSink
  ) throws {}

  /// Learns from annotations and decisions.
  public func train(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    .tooLittle(LocalizedText(fr: "rien", en: "nothing"))
  }

  /// Measures one of the tasks of the panel.
  public func evaluate(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> EvaluationReport {
    try MedicalEvaluation(request: request, observer: observer).run()
  }
}
