import Foundation
import Review
import Tables

/// The engine of the restaurants panel: establishments at sanitary risk.
public struct RestaurantsEngine: AnalysisEngine {
  /// What the panel declares.
  public var panel: Panel { RestaurantsPanel.panel }
  /// The engine's version.
  public let version = 1

  /// Makes the engine.
  public init() {}

  /// Reads Alim'confiance exports, reviews and places.
  public func read(
    _ sources: [URL], request: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> any SourceCorpus {
    guard !sources.isEmpty else { return RestaurantSources() }
    return try SourceReader(
      pseudonymSalt: request.pseudonymSalt, reference: request.today,
      mapping: ColumnMapping(rows: request.knowledge[KnowledgeTable.columnsName] ?? [])
    ).read(
      sources, progress: observer.progressed, isCancelled: { observer.isCancelled },
      ask: observer.answer, refused: observer.refused)
  }

  /// Ranks the establishments of what was read and of what the store holds.
  public func analyse(
    _ corpus: any SourceCorpus, request: AnalysisRequest, records: any RecordSource,
    sink: any AnalysisSink
  ) throws {
    guard let sources = corpus as? RestaurantSources else {
      throw EngineError.unknownName("corpus")
    }
    try RestaurantsAnalysis(request: request, engine: "restaurants \(version)").run(
      sources, records: records, sink: sink)
  }

  /// Learns from official outcomes and from decisions.
  public func train(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    try RestaurantsTraining(request: request).run(records: records, observer: observer)
  }

  /// Measures one of the tasks `sentiment`, `sanitary`, `establishment`.
  public func evaluate(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> EvaluationReport {
    try RestaurantsEvaluation(request: request).run(observer: observer)
  }

  /// Confirms a pair, compares groups, or writes a list of inspections.
  public func perform(
    _ request: ActionRequest, records: any RecordSource
  ) throws -> ActionResult {
    switch request.name {
    case "join": return try RestaurantsActions.join(request)
    case "plan": return try RestaurantsActions.plan(request, records: records)
    case "fairness": return try RestaurantsActions.fairness(request, records: records)
    default: throw EngineError.unknownName(request.name)
    }
  }
}
