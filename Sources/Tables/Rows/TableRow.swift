import Review

/// One row of a table: its fields as valid UTF-8, with the line it began on.
///
/// A row owns its bytes, so it may be kept; strings are made only for the fields asked for.
public struct TableRow: Sendable {
  /// The file's name, for refusals.
  public let file: String
  /// The line the row began on, from 1 (the header's line is counted).
  public let line: Int
  /// The names of the columns.
  public let header: TableHeader
  private let bytes: [UInt8]
  private let ends: [Int32]
  private let removesGuard: Bool

  init(raw: RawRow, file: String, header: TableHeader, removesGuard: Bool) {
    self.file = file
    self.header = header
    self.removesGuard = removesGuard
    line = raw.line
    bytes = raw.bytes
    ends = raw.ends
  }

  /// The number of fields, which is that of the columns.
  public var count: Int { ends.count }

  /// A field as written, the formula guard of an export removed; empty when there is no such field.
  public subscript(index: Int) -> String {
    guard let range = range(index) else { return "" }
    let text = String(decoding: bytes[range], as: UTF8.self)
    return removesGuard && bytes[range].first == FormulaGuard.mark
      ? FormulaGuard.removed(from: text) : text
  }

  /// A field by the name of its column, or `nil` when there is no such column.
  public subscript(name: String) -> String? { header.index(of: name).map { self[$0] } }

  /// A field without the spaces around it; empty when the column is missing.
  public func text(_ index: Int?) -> String {
    guard let index, let range = range(index) else { return "" }
    let field = bytes[range]
    guard let first = field.first, let last = field.last else { return "" }
    let isPlain = first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80
    return isPlain ? self[index] : self[index].trimmedField
  }

  /// Whether a field is empty or blank, or its column missing.
  public func isEmpty(_ index: Int?) -> Bool {
    guard let index, let range = range(index) else { return true }
    return bytes[range].allSatisfy { $0 <= 0x20 }
  }

  /// A refusal of this row.
  public func refusal(found: String, expected: LocalizedText) -> Refusal {
    Refusal(file: file, line: line, found: found, expected: expected)
  }

  /// A refusal of this row because of one of its fields.
  public func refusal(_ error: FieldError) -> Refusal {
    refusal(found: error.found, expected: error.expected)
  }

  /// All fields, as `subscript` gives them.
  public var fields: [String] { ends.indices.map { self[$0] } }

  /// The beginning of the row as it stands in the file, to show what was found.
  public var excerpt: String {
    String(decoding: bytes.prefix(RawRow.excerptBytes), as: UTF8.self)
  }

  private func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]) + 1)..<Int(ends[index])
  }
}

extension StringProtocol {
  /// The text without the white space (of any Unicode kind) and byte order marks around it.
  var trimmedField: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }
}
