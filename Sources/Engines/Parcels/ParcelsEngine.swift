import Foundation
import Review

/// The engine of the parcels panel: new caravans, buildings and dumps between two aerial pictures.
public struct ParcelsEngine: AnalysisEngine {
  /// What the panel declares.
  public var panel: Panel { ParcelsPanel.panel }
  /// The engine's version.
  public let version = ParcelsVersion.current

  /// Makes the engine.
  public init() {}

  /// Reads pairs of pictures, parcels, zones, permits and Aigle's export.
  public func read(
    _ sources: [URL], request: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> any SourceCorpus {
    guard !sources.isEmpty else { return ParcelSources() }
    let mapping = PropertyMapping(request.knowledge[ParcelsTables.properties] ?? [])
    return try ParcelReader(mapping: mapping, observer: observer).read(sources)
  }

  /// Finds and ranks objects of what was read and of what the store holds.
  public func analyse(
    _ corpus: any SourceCorpus, request: AnalysisRequest, records: any RecordSource,
    sink: any AnalysisSink
  ) throws {
    guard let sources = corpus as? ParcelSources else { throw EngineError.unknownName("corpus") }
    try ParcelsAnalysis(request: request).run(sources, records: records, sink: sink)
  }

  /// Learns from decisions what is a new object here.
  public func train(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    try ParcelsTraining(request: request).run(records: records, observer: observer)
  }

  /// Measures the tasks `changes` and `decisions` on labelled pairs.
  public func evaluate(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> EvaluationReport {
    switch request.task {
    case "changes":
      return try ChangesEvaluation(
        request, network: ShippedModel.current?.network, observer: observer
      ).run()
    case "decisions":
      return try DecisionsEvaluation(
        request, shipped: ShippedModel.current, observer: observer
      ).run()
    default: throw EngineError.unknownName(request.task)
    }
  }

  /// Reports a missed object, writes a sheet or the order of visits.
  public func perform(
    _ request: ActionRequest, records: any RecordSource
  ) throws -> ActionResult {
    switch request.name {
    case "draw": return try ParcelsActions.draw(request, records: records)
    case "redraw": return try ParcelsActions.redraw(request, records: records)
    case "type": return try ParcelsActions.type(request)
    case "sheet": return try ParcelsActions.sheet(request, records: records)
    case "route": return try ParcelsActions.route(request, records: records)
    default: throw EngineError.unknownName(request.name)
    }
  }

  /// Writes Aigle's fifteen columns, GeoJSON in WGS84 or Lambert-93, sheets or the order of visits.
  public func export(_ request: ExportRequest, records: any RecordSource) throws -> Data {
    switch request.format {
    case "aigle": return try AigleExport.data(request, records: records)
    case "geojson": return try GeoJSONExport.data(request, records: records, frame: .wgs84)
    case "lambert93":
      return try GeoJSONExport.data(request, records: records, frame: .lambert93)
    case "sheet": return try SheetExport.data(request, records: records)
    case "route": return try RouteExport.data(request, records: records)
    default: throw EngineError.unknownName(request.format)
    }
  }
}
