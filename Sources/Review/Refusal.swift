/// A piece of input that was read but not taken, with the place and the reason.
///
/// Refusals are counted and shown, never dropped: the user decides whether the file is to be mended.
public struct Refusal: Hashable, Sendable, Codable {
  /// The file's name, as the user gave it.
  public let file: String
  /// The line of the file, from 1, or `nil` when the whole file is meant.
  public let line: Int?
  /// What was found (shortened to 80 characters at most).
  public let found: String
  /// What was expected, in both languages.
  public let expected: LocalizedText

  /// Makes a refusal; `found` is cut to 80 characters.
  public init(file: String, line: Int?, found: String, expected: LocalizedText) {
    self.file = file
    self.line = line
    self.found = String(found.prefix(80))
    self.expected = expected
  }
}
