/// Horizontal bars with a label and a value each.
public struct BarChart: Sendable {
  /// One bar.
  public struct Bar: Hashable, Sendable {
    /// What it counts.
    public let label: SafeText
    /// How much, at least 0.
    public let value: Double
    /// The value as it is written.
    public let text: SafeText
    /// How it looks.
    public let style: Style

    /// Makes a bar.
    public init(_ label: SafeText, _ value: Double, text: SafeText, style: Style = Style(.plot1)) {
      self.label = label
      self.value = value
      self.text = text
      self.style = style
    }
  }

  /// The bars, from top to bottom.
  public let bars: [Bar]
  /// The value of the longest bar possible; the largest value when none is given.
  public let maximum: Double?

  /// Makes a chart.
  public init(_ bars: [Bar], maximum: Double? = nil) {
    self.bars = bars
    self.maximum = maximum
  }

  /// The chart in lines of at most so many columns: label, bar, value.
  public func lines(width: Int, glyphs: GlyphSet = .unicode) -> [StyledLine] {
    let top = maximum ?? bars.map(\.value).filter(\.isFinite).max() ?? 0
    let labelWidth = min(bars.map(\.label.width).max() ?? 0, width / 3)
    let textWidth = bars.map(\.text.width).max() ?? 0
    let room = max(0, width - labelWidth - textWidth - 2)
    return bars.map { bar in
      let part = top > 0 ? bar.value / top : 0
      var line = StyledLine(bar.label.fitted(to: labelWidth, glyphs: glyphs))
      line.append(" ")
      line.append(Blocks.bar(part, width: room, glyphs: glyphs), bar.style)
      line.append(" ")
      line.append(bar.text)
      return line.truncated(to: width, glyphs: glyphs)
    }
  }
}
