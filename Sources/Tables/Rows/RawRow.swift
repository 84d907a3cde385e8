/// The bytes of a row cut into fields, before anything is known of columns.
///
/// Fields stand one after the other with one byte between them; `ends` tells where each ends.
struct RawRow {
  /// What is wrong with a row that can nevertheless be stepped over.
  enum Defect: Equatable {
    /// A quote opens and does not close before the end of the file or the bound of a field.
    case unclosedQuote
    /// Something other than a delimiter follows a closing quote.
    case textAfterQuote
    /// A NUL byte.
    case nul
    /// A field above its bound.
    case longField
    /// A row above its bound.
    case longRow
    /// More fields than a table may have.
    case manyFields
    /// Another number of fields than the header.
    case width
  }

  /// How much of a refused row is kept to be shown.
  static let excerptBytes = 120

  var bytes: [UInt8] = []
  var ends: [Int32] = []
  var line = 0
  var defect: Defect?
  /// The number of lines the row spans.
  var lineCount = 1
  /// Whether a field of the row is in quotes: `""` alone on its line is a row, not a blank line.
  var isQuoted = false
  /// Why the row was cut as if its quotes were ordinary characters, or `nil`.
  var misquoted: Defect?

  mutating func clear(line: Int) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    self.line = line
    defect = nil
    lineCount = 1
    isQuoted = false
    misquoted = nil
  }

  /// The beginning of the row, for a refusal.
  var excerpt: String {
    String(decoding: TextRepair.utf8(Array(bytes.prefix(Self.excerptBytes))), as: UTF8.self)
  }

  /// Whether there is nothing on the line.
  var isBlank: Bool {
    !isQuoted && ends.count <= 1 && bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Field contents, valid UTF-8 or not.
  func field(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : Int(ends[index - 1]) + 1)..<Int(ends[index])]
  }

  /// Turns the fields that are not valid UTF-8 from Windows-1252 into it; whether there were any.
  mutating func repairText() -> Bool {
    let isValid = bytes.withUnsafeBufferPointer { buffer in
      !buffer.contains { $0 >= 0x80 } || TextRepair.isUTF8(buffer)
    }
    guard !isValid else { return false }
    var repaired: [UInt8] = []
    var ends: [Int32] = []
    repaired.reserveCapacity(bytes.count + bytes.count / 8)
    for index in self.ends.indices {
      if index > 0 { repaired.append(0) }
      repaired += TextRepair.utf8(Array(field(index)))
      ends.append(Int32(repaired.count))
    }
    bytes = repaired
    self.ends = ends
    return true
  }
}
