/// Lines of styled runs.
public struct StyledText: Hashable, Sendable {
  /// The lines, from top to bottom.
  public var lines: [StyledLine]

  /// Makes a text of lines.
  public init(_ lines: [StyledLine] = []) {
    self.lines = lines
  }

  /// Makes a text of safe lines, their tracked ranges set apart.
  public init(_ lines: [SafeText], _ style: Style = .text, highlighting highlight: Style) {
    self.lines = lines.map { StyledLine($0, style, highlighting: highlight) }
  }

  /// How many characters were replaced, in all lines.
  public var alterations: Int { lines.reduce(0) { $0 + $1.alterations } }

  /// The text with every line wrapped at words to so many columns.
  public func wrapped(to columns: Int) -> StyledText {
    StyledText(lines.flatMap { $0.wrapped(to: columns) })
  }

  /// Adds a line at the end.
  public mutating func append(_ line: StyledLine) {
    lines.append(line)
  }
}
