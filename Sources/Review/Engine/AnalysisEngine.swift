import Foundation

/// What an engine offers: reading, analysis, training, evaluation and the words of its panel.
///
/// Values in, values out. An engine reads only the files it is given, has no store, no screen, no
/// clock and no network, and uses a fixed seed: the same input gives the same output, byte for
/// byte.
public protocol AnalysisEngine: Sendable {
  /// What the panel declares.
  var panel: Panel { get }
  /// The engine's version, raised whenever the same input may give another output.
  var version: Int { get }

  /// Reads sources as users hold them. Rows that are refused are reported, the rest goes on. No
  /// source at all is an empty corpus: the store's content is ranked again.
  ///
  /// - Throws: `EngineError` when nothing of a source can be read.
  func read(
    _ sources: [URL], request: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> any SourceCorpus

  /// Turns what was read, together with what the store already holds, into documents, training
  /// examples and suggestions, which go to the sink in chunks.
  func analyse(
    _ corpus: any SourceCorpus, request: AnalysisRequest, records: any RecordSource,
    sink: any AnalysisSink
  ) throws

  /// Learns from base examples and decisions; `nil` with a reason when there is too little.
  func train(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome

  /// Trains on some files, predicts others and prints the figures their labels allow.
  func evaluate(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> EvaluationReport

  /// Runs one of the panel's actions.
  func perform(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult

  /// Writes an export in one of the panel's own formats.
  func export(_ request: ExportRequest, records: any RecordSource) throws -> Data
}

extension AnalysisEngine {
  /// Engines without actions refuse them.
  public func perform(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    throw EngineError.unknownName(request.name)
  }

  /// Engines without formats of their own refuse them.
  public func export(_ request: ExportRequest, records: any RecordSource) throws -> Data {
    throw EngineError.unknownName(request.format)
  }
}
