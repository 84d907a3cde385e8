/// A line made of runs of text, each in its style.
public struct StyledLine: Hashable, Sendable {
  /// The runs, from left to right.
  public private(set) var runs: [StyledRun]
  /// Columns.
  public private(set) var width: Int

  /// Makes a line of runs; empty ones are left out.
  public init(_ runs: [StyledRun] = []) {
    self.runs = runs.filter { !$0.text.isEmpty }
    width = runs.reduce(0) { $0 + $1.text.width }
  }

  /// Makes a line of one run.
  public init(_ text: SafeText, _ style: Style = .text) {
    self.init([StyledRun(text, style)])
  }

  /// Makes a line of a text whose tracked ranges are set apart.
  public init(_ text: SafeText, _ style: Style, highlighting highlight: Style) {
    self.init(Self.parts(of: text, style, highlight))
  }

  /// How many characters were replaced, in all runs.
  public var alterations: Int { runs.reduce(0) { $0 + $1.text.alterations } }
  /// The line without styles.
  public var text: SafeText { runs.map(\.text).joined() }
  /// Whether there is nothing to show.
  public var isEmpty: Bool { runs.isEmpty }

  /// Adds a run at the end; it becomes part of the last one when that has the same style.
  public mutating func append(_ text: SafeText, _ style: Style = .text) {
    guard !text.isEmpty else { return }
    width += text.width
    if let last = runs.last, last.style == style {
      runs[runs.count - 1].text = last.text + text
    } else {
      runs.append(StyledRun(text, style))
    }
  }

  /// Adds the runs of another line at the end.
  public mutating func append(_ line: StyledLine) {
    for run in line.runs { append(run.text, run.style) }
  }

  /// The two lines, one after the other.
  public static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    var line = left
    line.append(right)
    return line
  }

  /// The same text, every run's style changed.
  public func restyled(_ change: (Style) -> Style) -> StyledLine {
    StyledLine(runs.map { StyledRun($0.text, change($0.style)) })
  }

  private static func parts(
    of text: SafeText, _ style: Style, _ highlight: Style
  ) -> [StyledRun] {
    var runs: [StyledRun] = []
    var position = 0
    for range in merged(text.tracked) {
      runs.append(StyledRun(text[position..<range.lowerBound], style))
      runs.append(StyledRun(text[range], highlight))
      position = range.upperBound
    }
    runs.append(StyledRun(text[position..<Int.max], style))
    return runs
  }

  /// The ranges in order, those that touch made one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] =
          last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
