import Review

/// A field that does not hold what its column should.
public struct FieldError: Error, Hashable, Sendable {
  /// The text of the field.
  public let found: String
  /// What was expected, in both languages.
  public let expected: LocalizedText

  /// Makes an error.
  public init(found: String, expected: LocalizedText) {
    self.found = found
    self.expected = expected
  }

  init(_ found: String, fr: String, en: String) {
    self.init(found: found, expected: LocalizedText(fr: fr, en: en))
  }
}
