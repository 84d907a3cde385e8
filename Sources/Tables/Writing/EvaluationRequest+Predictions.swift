import Foundation
import Review

extension EvaluationRequest {
  /// Writes predictions as tab-separated lines, where they were asked for.
  ///
  /// - Parameter header: the names of the columns; none when empty.
  public func write(_ rows: [[String]], header: [String] = []) throws {
    try write((header.isEmpty ? rows : [header] + rows).map(Self.line).joined())
  }

  /// Writes predictions as JSON Lines with sorted keys, where they were asked for.
  public func write<Line: Encodable>(lines: [Line]) throws {
    guard predictions != nil else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try write(
      lines.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined())
  }

  /// Writes a text of predictions, where they were asked for.
  public func write(_ text: String) throws {
    guard let predictions else { return }
    try WholeFile.write(Data(text.utf8), to: predictions)
  }

  /// A cell that holds a tab or a line's end would shift the others.
  private static func line(_ cells: [String]) -> String {
    cells.map { cell in
      cell.utf8.contains { $0 < 0x20 }
        ? String(String.UnicodeScalarView(cell.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
        : cell
    }.joined(separator: "\t") + "\n"
  }

  /// A score as predictions carry it.
  public static func number(_ value: Double) -> String { String(format: "%.6f", value) }
}
