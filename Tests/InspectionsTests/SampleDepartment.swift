import Foundation
import Review
import ReviewStore
import Session

@testable import Inspections

/// The invented département in a store in memory.
enum SampleDepartment {
  static let now = Timestamp(
    milliseconds: Int64(day("2026-11-24")) * 86_400_000 + 3_600_000)
  static let engine = InspectionsEngine()

  static var folder: URL {
    var place = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { place.deleteLastPathComponent() }
    return place.appendingPathComponent("SampleData/inspections")
  }

  /// A store into which the samples were read.
  static func filled() throws -> (MemoryStore, Listener) {
    let store = MemoryStore(agent: "claire")
    let listener = Listener()
    try analyse(store, [folder], listener)
    return (store, listener)
  }

  static func analyse(_ store: MemoryStore, _ sources: [URL], _ listener: Listener) throws {
    _ = try AnalysisService(store: store, engine: engine).run(
      sources: sources, circumstances: try circumstances(store), agent: "claire",
      observer: listener)
  }

  static func circumstances(_ store: MemoryStore) throws -> AnalysisRequest {
    try Circumstances.of(engine.panel, in: store, at: now)
  }

  /// All suggestions in the order of the list.
  static func suggestions(_ store: MemoryStore) throws -> [Suggestion] {
    var found: [Suggestion] = []
    try store.records.forEachSuggestion(SuggestionQuery(project: .inspections)) {
      found.append($0)
      return true
    }
    return found
  }

  /// Trains and promotes.
  static func promoted(_ store: MemoryStore) throws -> ModelRecord {
    let training = TrainingService(store: store, engine: engine)
    let model = try training.train(
      circumstances: try circumstances(store), agent: "claire", observer: Listener())
    try training.promote(
      version: model.version, circumstances: try circumstances(store), agent: "claire",
      observer: Listener())
    return model
  }

  /// Writes a row of one of the panel's tables.
  static func set(
    _ store: MemoryStore, _ table: KnowledgeTable, _ values: [String: String]
  ) throws {
    try KnowledgeService(store: store, project: .inspections, table: table).set(
      values, agent: "claire", now: now)
  }

  /// Makes a plan and keeps it.
  static func plan(_ store: MemoryStore, _ parameters: [String: String]) throws -> [PlanEntry] {
    _ = try ActionService(store: store, engine: engine).run(
      "plan", parameters: parameters, on: nil, circumstances: try circumstances(store),
      agent: try store.agent("claire"), language: .english)
    return try store.knowledge(project: .inspections, table: PlanEntry.tableName)
      .compactMap { PlanEntry($0) }
  }

  /// The bytes of an export.
  static func export(
    _ store: MemoryStore, _ format: String, _ language: InterfaceLanguage,
    options: [String: String] = [:]
  ) throws -> String {
    var request = ExportRequest(
      format: format, query: SuggestionQuery(project: .inspections),
      circumstances: try circumstances(store), language: language)
    request.options = options
    return String(
      decoding: try engine.export(request, records: store.records), as: UTF8.self)
  }
}
