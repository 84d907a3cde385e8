import Review

/// Why a world file was refused.
public struct WorldFileError: Error, Hashable, Sendable {
  /// File, line, what was found and what was expected.
  public let refusal: Refusal

  init(_ file: String, _ line: Int?, _ found: String, _ expected: LocalizedText) {
    refusal = Refusal(file: file, line: line, found: found, expected: expected)
  }
}
