import Foundation
import Review
import ReviewStore
import Tables

/// Writes suggestions with their decisions for other programs.
public struct ExportService {
  /// The number of rows asked for at once.
  private static let page = 500

  private let store: any ReviewStore
  private let engine: any AnalysisEngine

  /// Makes a service for a store and an engine.
  public init(store: any ReviewStore, engine: any AnalysisEngine) {
    self.store = store
    self.engine = engine
  }

  /// One JSON object a line: the suggestion, where it stands, and its decisions.
  public func jsonLines(_ query: SuggestionQuery) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var data = Data()
    try forEachRow(query) { row in
      guard let detail = try store.detail(row.id) else { return }
      data.append(try encoder.encode(ExportedSuggestion(detail)))
      data.append(0x0A)
    }
    return data
  }

  /// A table: identifier, title, place, score, status, facets. Cells that a spreadsheet would take
  /// for formulas are guarded (OWASP ASVS 1.2.10).
  public func csv(_ query: SuggestionQuery, excelFR: Bool) throws -> Data {
    let facets = engine.panel.facets.map(\.name)
    var table = RowTable(facets: facets, excelFR: excelFR)
    try forEachRow(query) { table.add($0) }
    return table.flush()
  }

  /// An export in one of the panel's own formats, with its options (`site`).
  public func own(
    _ format: String, query: SuggestionQuery, options: [String: String] = [:],
    circumstances: AnalysisRequest, language: InterfaceLanguage
  ) throws -> Data {
    guard engine.panel.exportFormats.contains(format) else {
      let known = (["jsonl", "csv"] + engine.panel.exportFormats).joined(separator: ", ")
      throw EngineError.invalid(
        LocalizedText(
          fr: "format inconnu : « \(format) » ; connus : \(known)",
          en: "unknown format: “\(format)”; known: \(known)"))
    }
    return try engine.export(
      ExportRequest(
        format: format, query: query, options: options, circumstances: circumstances,
        language: language),
      records: store.records)
  }

  private func forEachRow(
    _ query: SuggestionQuery, _ body: (SuggestionRow) throws -> Void
  ) throws {
    var anchor = WindowAnchor.start
    var last: String?
    while true {
      let rows = try store.window(query, anchor: anchor, limit: Self.page).rows
      let new = rows.first?.id == last ? Array(rows.dropFirst()) : rows
      guard let end = new.last else { return }
      for row in new { try body(row) }
      last = end.id
      anchor = .from(end.key)
    }
  }
}

/// A suggestion as it is exported.
struct ExportedSuggestion: Encodable {
  let suggestion: Suggestion
  let status: ReviewStatus
  let partStatuses: [String: ReviewStatus]
  let decisions: [ExportedDecision]

  init(_ detail: SuggestionDetail) {
    suggestion = detail.suggestion
    status = detail.status
    partStatuses = detail.partStatuses
    decisions = detail.history.compactMap { event in
      guard case .decision(let decision) = event.payload else { return nil }
      return ExportedDecision(
        sequence: event.sequence, time: event.time.iso, agent: event.agent, decision: decision,
        isUndone: detail.undone.contains(event.sequence))
    }
  }
}

/// A decision as it is exported.
struct ExportedDecision: Encodable {
  let sequence: Int
  let time: String
  let agent: String
  let decision: Decision
  let isUndone: Bool
}
