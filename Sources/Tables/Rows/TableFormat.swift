/// How a text file is laid out: what separates its fields and lines, and its encoding.
public struct TableFormat: Sendable, Equatable {
  /// What separates fields.
  public enum Delimiter: UInt8, Sendable, CaseIterable {
    /// `;`, as French spreadsheets write.
    case semicolon = 0x3B
    /// `,`.
    case comma = 0x2C
    /// The tab character.
    case tab = 0x09
  }

  /// The encoding of the text, as far as the beginning of the file tells.
  ///
  /// It is informative: every field is checked by itself, since concatenated files mix both.
  public enum Encoding: String, Sendable {
    /// UTF-8 (or plain ASCII).
    case utf8
    /// Windows-1252, which covers ISO 8859-1.
    case windows1252
  }

  /// What ends a line.
  public enum LineEnd: UInt8, Sendable {
    /// Line feed, with or without a carriage return before it.
    case lineFeed = 0x0A
    /// A carriage return alone, as old spreadsheets write.
    case carriageReturn = 0x0D
  }

  /// What separates fields.
  public var delimiter: Delimiter
  /// The encoding of the beginning of the file.
  public var encoding: Encoding
  /// Whether the file begins with a UTF-8 byte order mark.
  public var hasByteOrderMark: Bool
  /// What ends a line.
  public var lineEnd: LineEnd
}
