/// A line of styled texts, drawn from left to right.
public struct StyledLine: Hashable, Sendable {
  /// The texts.
  public var runs: [StyledText]

  /// Makes a line.
  public init(_ runs: [StyledText] = []) { self.runs = runs }

  /// Makes a line of one text.
  public init(_ text: SafeText, _ style: Style = .text) { runs = [StyledText(text, style)] }

  /// The number of columns it takes.
  public var width: Int { runs.reduce(0) { $0 + $1.text.width } }

  /// The text without its styles.
  public var string: String { runs.map(\.text.string).joined() }

  /// Adds a text.
  public mutating func append(_ text: SafeText, _ style: Style = .text) {
    runs.append(StyledText(text, style))
  }

  /// The two lines one after the other.
  public static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    StyledLine(left.runs + right.runs)
  }

  /// The line with every style changed.
  public func mapStyles(_ change: (Style) -> Style) -> StyledLine {
    StyledLine(runs.map { StyledText($0.text, change($0.style)) })
  }

  /// The line cut to a width; an ellipsis takes the place of what was cut.
  public func truncated(to width: Int) -> StyledLine {
    guard self.width > width else { return self }
    guard width > 0 else { return StyledLine() }
    var rest = width - 1
    var out: [StyledText] = []
    for run in runs {
      let part = run.text.prefix(columns: rest)
      if !part.isEmpty { out.append(StyledText(part, run.style)) }
      rest -= part.width
      if part.width < run.text.width {
        out.append(StyledText("…", run.style))
        break
      }
    }
    return StyledLine(out)
  }

  /// The line cut or filled with spaces to exactly a width.
  public func padded(to width: Int, _ style: Style = .text) -> StyledLine {
    var line = truncated(to: width)
    let space = width - line.width
    if space > 0 { line.append(SafeText(String(repeating: " ", count: space)), style) }
    return line
  }
}

extension SafeText {
  /// The beginning of the text that fits into so many columns.
  public func prefix(columns: Int) -> SafeText {
    guard width > columns else { return self }
    var used = 0
    var count = 0
    for glyph in glyphs {
      guard used + glyph.width <= columns else { break }
      used += glyph.width
      count += 1
    }
    return part(0..<count)
  }

  /// The text cut to a width; an ellipsis takes the place of what was cut.
  public func truncated(to columns: Int) -> SafeText {
    guard width > columns else { return self }
    return columns > 0 ? prefix(columns: columns - 1) + "…" : ""
  }

  /// The text cut or filled to exactly a width.
  public func padded(to columns: Int, alignRight: Bool = false) -> SafeText {
    let cut = truncated(to: columns)
    let space = SafeText(String(repeating: " ", count: max(0, columns - cut.width)))
    return alignRight ? space + cut : cut + space
  }
}
