import Foundation
import Learning

/// Writes what models saw, so that peers can be measured on the same rows and features.
struct FeatureDump {
  let folder: URL
  let columns: [FeatureColumn]

  /// Writes the features of rows of inspections.
  func write(
    _ name: String, _ matrix: DenseMatrix, labels: [Bool?], rows: [Control]
  ) throws {
    try write(name, matrix, labels: labels, days: rows.map(\.day), agents: rows.map(\.agent))
  }

  /// Writes features as tab-separated lines: label, day, agent, then the columns; a value that is
  /// missing is empty.
  func write(
    _ name: String, _ matrix: DenseMatrix, labels: [Bool?], days: [Int32], agents: [String]? = nil
  ) throws {
    // In units of the threshold: what tells an onset.
    let previous = columns.firstIndex { $0.reason == ReasonKey.level && $0.name == "last" }
    var head = ["label", "day", "agent"]
    if previous != nil { head.append("previous") }
    var text =
      (head + columns.map { $0.name.replacingOccurrences(of: "\t", with: " ") })
      .joined(separator: "\t") + "\n"
    for row in 0..<matrix.rowCount {
      var fields = [
        labels[row].map { $0 ? "1" : "0" } ?? "", String(days[row]), agents?[row] ?? "",
      ]
      if let previous { fields.append(Self.number(matrix[row, previous])) }
      fields += matrix.row(row).map(Self.number)
      text += fields.joined(separator: "\t") + "\n"
    }
    try save(name, text)
  }

  /// Writes scores by their names.
  func write(scores name: String, _ scores: [String: [Double]]) throws {
    let names = scores.keys.sorted()
    var text = names.joined(separator: "\t") + "\n"
    for row in 0..<(scores[names.first ?? ""]?.count ?? 0) {
      text += names.map { String(scores[$0]?[row] ?? 0) }.joined(separator: "\t") + "\n"
    }
    try save(name, text)
  }

  private func save(_ name: String, _ text: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appendingPathComponent(name + ".tsv"), options: .atomic)
  }

  private static func number(_ value: Float) -> String { value.isNaN ? "" : String(value) }
}
