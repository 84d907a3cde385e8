/// What is wrong with a theme file.
public struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let file: String
  /// The line, from 1, where it is known.
  public let line: Int?
  /// The key, as in `roles.title.bold`; empty for the whole file.
  public let key: String
  /// What was found.
  public let found: String
  /// What was expected.
  public let expected: String

  /// Makes an error.
  public init(file: String, line: Int?, key: String, found: String, expected: String) {
    self.file = file
    self.line = line
    self.key = key
    self.found = found
    self.expected = expected
  }

  /// The error as a line: file, line, key, found, expected.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    let name = key.isEmpty ? "" : " \(key):"
    return "\(place):\(name) found \(found), expected \(expected)"
  }
}
