/// Said against seen: how often suggestions with a score turned out right. On the diagonal, scores
/// mean what they say.
public struct CalibrationPlot: Sendable {
  /// The suggestions of one range of scores.
  public struct Bin: Hashable, Sendable {
    /// The mean score, 0…1.
    public let predicted: Double
    /// The part that turned out right, 0…1.
    public let observed: Double
    /// How many there are; empty bins are not drawn.
    public let count: Int

    /// Makes a bin.
    public init(predicted: Double, observed: Double, count: Int) {
      self.predicted = predicted
      self.observed = observed
      self.count = count
    }
  }

  /// The bins.
  public let bins: [Bin]

  /// Makes a plot.
  public init(_ bins: [Bin]) {
    self.bins = bins
  }

  /// Draws the plot in a rectangle; less than 8 × 3 cells draw nothing. Bins that hold a tenth of
  /// all suggestions are drawn full (●), smaller ones hollow (○).
  public func draw(into grid: inout Grid, in rect: Rect, glyphs: GlyphSet = .unicode) {
    guard rect.width >= 8, rect.height >= 3 else { return }
    let (upper, bottom) = rect.splitBottom(1)
    let plot = upper.inset(left: 2)
    let unit = ChartScale(0, 1)
    grid.clipped(to: rect) { grid in
      drawAxes(plot, row: bottom.y, into: &grid, glyphs)
      var canvas = PixelCanvas(plot)
      canvas.line(from: (0, canvas.height - 1), to: (canvas.width - 1, 0), Style(.muted))
      canvas.draw(into: &grid, glyphs: glyphs)
      let total = bins.reduce(0) { $0 + max($1.count, 0) }
      for bin in bins where bin.count > 0 {
        guard let x = unit.place(bin.predicted, of: plot.width),
          let y = unit.place(bin.observed, of: plot.height)
        else { continue }
        let mark = Self.mark(isLarge: bin.count * 10 >= total, glyphs)
        let point = Point(x: plot.x + x, y: plot.maxY - 1 - y)
        grid.write(mark, at: point, style: Style(.plot1, .bold))
      }
    }
  }

  private static func mark(isLarge: Bool, _ glyphs: GlyphSet) -> SafeText {
    if glyphs == .ascii { return isLarge ? "O" : "o" }
    return isLarge ? "●" : "○"
  }

  private func drawAxes(
    _ plot: Rect, row: Int, into grid: inout Grid, _ glyphs: GlyphSet
  ) {
    let left = Rect(x: plot.x - 1, y: plot.y, width: 1, height: plot.height)
    grid.verticalLine(left, Style(.border), glyphs)
    let below = Rect(x: plot.x - 1, y: row, width: plot.width + 1, height: 1)
    grid.horizontalLine(below, Style(.border), glyphs)
    grid.write("1", at: Point(x: plot.x - 2, y: plot.y), style: Style(.muted))
    grid.write("0", at: Point(x: plot.x - 2, y: row), style: Style(.muted))
    grid.write("1", at: Point(x: plot.maxX - 1, y: row), style: Style(.muted))
  }
}
