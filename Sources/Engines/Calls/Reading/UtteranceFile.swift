import Foundation
import Review
import Tables

/// Reads labelled utterances, answers and services from tables and JSON files.
struct UtteranceFile {
  /// The longest utterance read, in characters.
  static let longest = 2000
  /// The most rows read from a file.
  static let rowLimit = 200_000

  /// The names of the column that holds what was said.
  static let textNames = ["text", "utterance", "texte"]

  let refused: (Refusal) -> Void

  /// A table's rows as fields by folded column name.
  func rows(_ url: URL) throws(TableError) -> [(line: Int, fields: [String: String])] {
    if ["json", "jsonl", "ndjson"].contains(url.pathExtension.lowercased()) {
      return try objects(url)
    }
    let reader = try TableReader(url: url, refused: refused)
    let names = reader.header.names.map { $0.lowercased() }
    var rows: [(line: Int, fields: [String: String])] = []
    while let row = try reader.next(), rows.count < Self.rowLimit {
      var fields: [String: String] = [:]
      for (column, name) in names.enumerated() { fields[name] = row.text(column) }
      rows.append((row.line, fields))
    }
    return rows
  }

  /// The names of a file's columns, `nil` when it holds no row; nothing is refused yet.
  static func columns(_ url: URL) throws(TableError) -> Set<String>? {
    if ["json", "jsonl", "ndjson"].contains(url.pathExtension.lowercased()) {
      let reader = try JSONRecordReader(url: url, refused: { _ in })
      while let record = try reader.next() {
        if case .object(let members) = record.value { return Set(members.keys) }
      }
      return nil
    }
    let reader = try TableReader(url: url, refused: { _ in })
    return try reader.next() == nil ? nil : Set(reader.header.names.map { $0.lowercased() })
  }

  private func objects(_ url: URL) throws(TableError) -> [(line: Int, fields: [String: String])] {
    let reader = try JSONRecordReader(url: url, refused: refused)
    var rows: [(line: Int, fields: [String: String])] = []
    while let record = try reader.next(), rows.count < Self.rowLimit {
      guard case .object(let members) = record.value else {
        reader.refuse(
          record, found: record.value.text,
          expected: LocalizedText(fr: "un objet JSON", en: "a JSON object"))
        continue
      }
      rows.append((record.line, members.mapValues { Self.text($0) }))
    }
    return rows
  }

  /// Lists of words are joined by bars.
  private static func text(_ value: JSONValue) -> String {
    guard case .array(let elements) = value else { return value.text }
    return elements.map(\.text).joined(separator: "|")
  }

  /// The labelled utterances of a file (`text intent`, label optional).
  func utterances(_ url: URL) throws(TableError) -> [LabelledUtterance] {
    let file = url.lastPathComponent
    var found: [LabelledUtterance] = []
    for row in try rows(url) {
      guard let text = Self.textNames.lazy.compactMap({ row.fields[$0] }).first else {
        refused(
          Refusal(
            file: file, line: row.line, found: row.fields.keys.sorted().joined(separator: " | "),
            expected: LocalizedText(
              fr: "les colonnes text et intent", en: "the columns text and intent")))
        break
      }
      found.append(
        LabelledUtterance(
          text: String(text.prefix(Self.longest)),
          intent: row.fields["intent"] ?? row.fields["intention"] ?? "", file: file,
          line: row.line))
    }
    return found
  }
}
