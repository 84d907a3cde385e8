/// Writes rows as CSV or TSV, with formulas guarded and real numbers left bare.
///
/// Lines end with CR LF (RFC 4180). NUL, which no reader takes, is written as its picture ␀.
public struct TableWriter: Sendable {
  /// How a table is written.
  public struct Style: Sendable, Equatable {
    /// What separates fields.
    public var delimiter: TableFormat.Delimiter
    /// Whether decimals follow a comma.
    public var hasDecimalComma: Bool
    /// Whether the file begins with a byte order mark, by which Excel knows UTF-8.
    public var hasByteOrderMark: Bool

    /// Makes a style.
    public init(
      delimiter: TableFormat.Delimiter, hasDecimalComma: Bool = false,
      hasByteOrderMark: Bool = false
    ) {
      self.delimiter = delimiter
      self.hasDecimalComma = hasDecimalComma
      self.hasByteOrderMark = hasByteOrderMark
    }

    /// Comma-separated, decimal points.
    public static let csv = Style(delimiter: .comma)
    /// Tab-separated, decimal points.
    public static let tsv = Style(delimiter: .tab)
    /// What French Excel opens rightly: `;`, decimal commas, byte order mark.
    public static let excelFR = Style(
      delimiter: .semicolon, hasDecimalComma: true, hasByteOrderMark: true)
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]
  private static let quote: UInt8 = 0x22
  private let style: Style
  private var bytes: [UInt8]

  /// Makes a writer and writes the header.
  public init(header: [String], style: Style = .csv) {
    self.style = style
    bytes = style.hasByteOrderMark ? FormatDetector.byteOrderMark : []
    write(header.map { .text($0) })
  }

  /// Writes a row.
  public mutating func write(_ row: [TableCell]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(style.delimiter.rawValue) }
      append(cell, isAlone: row.count == 1)
    }
    bytes += Self.lineEnd
  }

  /// Gives what was written since the last call, so that long tables are written in pieces.
  public mutating func flush() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ cell: TableCell, isAlone: Bool) {
    switch cell {
    case .text(let text): append(text: FormulaGuard.guarded(text), isAlone: isAlone)
    case .integer(let value): append(bare: String(value))
    case .number(let value):
      guard value.isFinite else { return append(text: "", isAlone: isAlone) }
      append(bare: decimal(value))
    case .date(let date): append(bare: date.iso)
    case .empty: append(text: "", isAlone: isAlone)
    }
  }

  private func decimal(_ value: Double) -> String {
    let text = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    return style.hasDecimalComma ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  /// A number holds nothing to quote but its own comma in a file separated by commas.
  private mutating func append(bare text: String) {
    let needsQuotes = text.utf8.contains(style.delimiter.rawValue)
    if needsQuotes { bytes.append(Self.quote) }
    bytes += Array(text.utf8)
    if needsQuotes { bytes.append(Self.quote) }
  }

  private mutating func append(text: String, isAlone: Bool) {
    let needsQuotes =
      text.utf8.contains {
        $0 == style.delimiter.rawValue || $0 == Self.quote || $0 == 0x0A || $0 == 0x0D
      } || (isAlone && text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 })
      || text.utf8.first == 0x20 || text.utf8.last == 0x20
    if needsQuotes { bytes.append(Self.quote) }
    for byte in text.utf8 {
      switch byte {
      case Self.quote: bytes += [Self.quote, Self.quote]
      case 0: bytes += Array("\u{2400}".utf8)
      default: bytes.append(byte)
      }
    }
    if needsQuotes { bytes.append(Self.quote) }
  }
}
