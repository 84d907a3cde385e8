import Review

/// Why a phrase pattern cannot be compiled.
public struct PatternError: Error, Hashable, Sendable {
  /// The pattern as it was written.
  public let pattern: String
  /// What was found.
  public let found: String
  /// What was expected.
  public let expected: LocalizedText

  /// Makes an error.
  public init(pattern: String, found: String, expected: LocalizedText) {
    self.pattern = pattern
    self.found = found
    self.expected = expected
  }

  /// The error as a sentence.
  public var message: LocalizedText {
    LocalizedText(
      fr: "motif « \(pattern) » : « \(found) » trouvé, \(expected.fr) attendu",
      en: "pattern “\(pattern)”: found “\(found)”, expected \(expected.en)")
  }
}
