import Foundation
import Review
import Tables

/// Rows of the list as a table file.
public struct RowTable {
  private let facets: [String]
  private var writer: TableWriter

  /// Makes a table with a column for each facet.
  public init(facets: [String], excelFR: Bool) {
    self.facets = facets
    writer = TableWriter(
      header: [
        "id", "title", "place", "date", "score", "low", "high", "basis", "model", "status",
        "selection", "selection_probability", "follow_up", "due", "notes",
      ] + facets, style: excelFR ? .excelFR : .csv)
  }

  /// Adds a row.
  public mutating func add(_ row: SuggestionRow) {
    let basis = row.score.model == nil ? "rule" : "probability"
    let fixed: [TableCell] = [
      .text(row.id), .text(row.title), .text(row.place), row.date.map { .date($0) } ?? .empty,
      .number(row.score.value), .number(row.score.low), .number(row.score.high), .text(basis),
      row.score.model.map { .integer($0) } ?? .empty, .text(row.status.rawValue),
      .text(row.selection.reason.rawValue), .number(row.selection.probability),
      .text(row.followUp ?? ""), row.due.map { .date($0) } ?? .empty, .integer(row.noteCount),
    ]
    let values = facets.map { name in
      TableCell.text(row.facets.filter { $0.name == name }.map(\.value).joined(separator: "|"))
    }
    writer.write(fixed + values)
  }

  /// What was written since the last call.
  public mutating func flush() -> Data { Data(writer.flush()) }
}
