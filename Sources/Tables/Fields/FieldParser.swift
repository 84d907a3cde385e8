/// Reads the fields of tables as French administrations and review sites write them.
///
/// Every function returns `nil` for a field that holds nothing (empty, blank, or a mark that stands
/// for nothing: `_`, `-`, `NC`, `Non renseigné`…) and throws `FieldError` for one that holds
/// something else than it should.
public enum FieldParser {
  /// The longest field that is looked at as a number, date, mark or coordinate, in bytes.
  static let longestValue = 80

  private static let nothing: Set<String> = [
    "", "_", "-", "--", "—", "na", "n/a", "nan", "nc", "nr", "null", "none", "non renseigné",
    "non renseigne", "(null)", "#n/a",
  ]

  /// The longest text that may stand for nothing, in bytes.
  private static let longestNothing = 15

  /// The text without the spaces around it, or `nil` when it stands for nothing.
  public static func value(_ text: String) -> String? {
    guard let first = text.utf8.first, let last = text.utf8.last else { return nil }
    let isPlain = first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80
    let trimmed = isPlain ? text : text.trimmedField
    // Most values begin with a digit or are long: no need to look them up.
    if isPlain, (0x30...0x39).contains(first) { return trimmed }
    guard trimmed.utf8.count <= longestNothing else { return trimmed }
    return nothing.contains(trimmed) || nothing.contains(trimmed.lowercased()) ? nil : trimmed
  }

  /// A whole number.
  public static func integer(_ text: String) throws(FieldError) -> Int? {
    guard let value = value(text) else { return nil }
    if let plain = Int(value) { return plain }
    guard let number = try number(value), number == number.rounded(), abs(number) < 1e15
    else { throw FieldError(value, fr: "un nombre entier", en: "a whole number") }
    return Int(number)
  }

  /// One of a closed set of values, compared without regard to case, accents and punctuation.
  public static func choice<Value>(
    _ text: String, of allowed: [String: Value], named: String
  ) throws(FieldError) -> Value? {
    guard let value = value(text) else { return nil }
    if let found = allowed[ColumnName.key(value)] { return found }
    throw FieldError(value, fr: named, en: named)
  }
}
