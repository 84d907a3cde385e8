/// Keeps spreadsheets from taking a text for a formula (OWASP ASVS 1.2.10).
///
/// A text that begins, after any spaces, with `=` `+` `-` `@`, a tab, a line break, NUL or a
/// full-width ＝ ＋ － ＠ is written with an apostrophe before it; so is one that would read like such
/// a guarded text. `TableReader` removes the apostrophe of exactly those, so that every text comes
/// back as it was.
public enum FormulaGuard {
  static let mark: UInt8 = 0x27

  /// The text as it is safe to write.
  public static func guarded(_ text: String) -> String {
    isDangerous(text.unicodeScalars.drop { $0 == "'" }) ? "'" + text : text
  }

  /// The text without the apostrophe that `guarded` put; other texts are given back as they are.
  public static func removed(from text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.first == "'", isDangerous(scalars.drop { $0 == "'" }) else { return text }
    return String(scalars.dropFirst())
  }

  private static func isDangerous(_ text: Substring.UnicodeScalarView) -> Bool {
    guard let first = text.first(where: { !isSpace($0) }) else { return false }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\0", "\u{2400}": return true
    case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
    default: return false
    }
  }

  /// Spaces that do not break the line; tabs and line breaks are themselves dangerous.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .spaceSeparator || scalar == "\u{FEFF}"
      || scalar == "\u{200B}"
  }
}
