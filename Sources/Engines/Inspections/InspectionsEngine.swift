import Foundation
import Review
import Tables

/// The inspections engine: where the environment police would find a non-conformity.
public struct InspectionsEngine: AnalysisEngine {
  /// What the panel declares.
  public var panel: Panel { InspectionsPanel.panel }

  /// The engine's version, raised whenever the same input may give another output.
  public let version = 2

  /// Makes the engine.
  public init() {}

  /// Reads measurements, stations, sites and past inspections, in files, folders and archives.
  public func read(
    _ sources: [URL], request: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> any SourceCorpus {
    guard !sources.isEmpty else { return InspectionSources() }
    var reader = SourceReader(salt: request.pseudonymSalt)
    reader.columns = ColumnMapping(rows: request.knowledge[KnowledgeTable.columnsName] ?? [])
    return try reader.read(sources, observer: observer)
  }

  /// Ranks sites and stations.
  public func analyse(
    _ corpus: any SourceCorpus, request: AnalysisRequest, records: any RecordSource,
    sink: any AnalysisSink
  ) throws {
    guard let sources = corpus as? InspectionSources else {
      throw EngineError.unknownName("corpus")
    }
    try InspectionsAnalysis(request: request, engine: "inspections \(version)").run(
      sources, records: records, sink: sink)
  }

  /// Learns from outcomes, measurements, follow-ups and decisions.
  public func train(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    try InspectionsTraining(request: request).run(records: records, observer: observer)
  }

  /// Measures `outcomes` or `exceedance` on files.
  public func evaluate(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> EvaluationReport {
    try InspectionsEvaluation(request: request, observer: observer).run()
  }

  /// Makes or prints a plan, tells of follow-up and drift.
  public func perform(
    _ request: ActionRequest, records: any RecordSource
  ) throws -> ActionResult {
    switch request.name {
    case "plan": return try InspectionsActions.plan(request, records: records)
    case "print": return try InspectionsActions.print(request, records: records)
    case "follow-up": return try InspectionsActions.followUp(request, records: records)
    case "drift": return try InspectionsActions.drift(request, records: records)
    default: throw EngineError.unknownName(request.name)
    }
  }

  /// Writes the plan in force: `plan-csv`, `plan-markdown`, `plan-geojson`; the option `plan` names
  /// another one.
  public func export(_ request: ExportRequest, records: any RecordSource) throws -> Data {
    let rows = try records.knowledge(project: .inspections, table: PlanEntry.tableName)
    let lines = try PlanWriter.lines(rows, name: request.options["plan"], records: records)
    switch request.format {
    case "plan-csv": return PlanWriter.csv(lines, request.language)
    case "plan-markdown": return PlanWriter.markdown(lines, request.language)
    case "plan-geojson": return try PlanWriter.geoJSON(lines, request.language)
    default: throw EngineError.unknownName(request.format)
    }
  }
}
