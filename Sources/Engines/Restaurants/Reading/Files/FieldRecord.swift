import Language
import Review
import Tables

/// One record of a source by the names of its fields, whatever the form of the file.
struct FieldRecord {
  private enum Content {
    case row(TableRow, ResolvedColumns)
    case object([String: JSONValue])
  }

  let file: String
  let line: Int
  private let content: Content

  init(_ row: TableRow, _ columns: ResolvedColumns) {
    file = row.file
    line = row.line
    content = .row(row, columns)
  }

  init(_ object: [String: JSONValue], file: String, line: Int) {
    self.file = file
    self.line = line
    content = .object(object)
  }

  /// A field without the spaces around it; empty when there is none.
  func text(_ field: String) -> String {
    switch content {
    case .row(let row, let columns): row.text(columns[field])
    case .object(let members): members[field]?.text ?? ""
    }
  }

  /// A field on one line: placeholders (`_`, `NC`…) read as nothing, runs of spaces as one space.
  func label(_ field: String) -> String {
    guard let value = FieldParser.value(text(field)) else { return "" }
    var previous: UInt8 = 0
    var isClean = true
    for byte in value.utf8 {
      if byte < 0x20 || (byte == 0x20 && previous == 0x20) { isClean = false }
      previous = byte
    }
    return isClean ? value : value.withSingleSpaces
  }

  /// A field as JSON, when the source is JSON.
  func json(_ field: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members[field]
  }

  /// A refusal of this record.
  func refusal(_ error: FieldError) -> Refusal {
    Refusal(file: file, line: line, found: error.found, expected: error.expected)
  }
}
