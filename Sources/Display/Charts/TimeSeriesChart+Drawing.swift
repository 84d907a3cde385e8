extension TimeSeriesChart {
  /// The widest the labels at the left may be, in columns.
  private static let maximumLabelWidth = 12

  /// Draws the chart in a rectangle; less than 8 × 3 cells draw nothing.
  public func draw(into grid: inout Grid, in rect: Rect, glyphs: GlyphSet = .unicode) {
    guard rect.width >= 8, rect.height >= 3 else { return }
    let vertical = verticalScale
    let horizontal = horizontalScale
    let labels = verticalLabels(vertical)
    let labelWidth = min(labels.map(\.label.width).max() ?? 0, Self.maximumLabelWidth)
    let (upper, bottom) = rect.splitBottom(1)
    let plot = upper.inset(left: labelWidth + 1)
    grid.clipped(to: rect) { grid in
      drawVerticalAxis(labels, vertical, plot, labelWidth, into: &grid, glyphs)
      drawHorizontalAxis(horizontal, plot, row: bottom.y, into: &grid, glyphs)
      drawThresholds(vertical, plot, into: &grid, glyphs)
      drawSeries(horizontal, vertical, plot, into: &grid, glyphs)
      writeThresholdLabels(vertical, plot, into: &grid, glyphs)
    }
  }

  private var verticalScale: ChartScale {
    if let verticalRange { return ChartScale(verticalRange.lowerBound, verticalRange.upperBound) }
    let values = series.flatMap { $0.points.map(\.value) } + thresholds.map(\.value)
    let finite = values.filter(\.isFinite)
    return ChartScale(min(0, finite.min() ?? 0), finite.max() ?? 1)
  }

  private var horizontalScale: ChartScale {
    if let horizontalRange {
      return ChartScale(horizontalRange.lowerBound, horizontalRange.upperBound)
    }
    let positions = series.flatMap { $0.points.map(\.position) }.filter(\.isFinite)
    return ChartScale(positions.min() ?? 0, positions.max() ?? 1)
  }

  private func verticalLabels(_ scale: ChartScale) -> [Tick] {
    if !verticalTicks.isEmpty { return verticalTicks }
    let decimals = scale.high - scale.low >= 10 ? 0 : 2
    return [scale.low, scale.high].map { Tick($0, SafeText($0, decimals: decimals)) }
  }

  private func drawVerticalAxis(
    _ labels: [Tick], _ scale: ChartScale, _ plot: Rect, _ width: Int, into grid: inout Grid,
    _ glyphs: GlyphSet
  ) {
    let axis = Rect(x: plot.x - 1, y: plot.y, width: 1, height: plot.height)
    grid.verticalLine(axis, Style(.border), glyphs)
    for tick in labels {
      guard let place = scale.place(tick.position, of: plot.height) else { continue }
      let y = plot.maxY - 1 - place
      let label = tick.label.fitted(to: width, .right, glyphs: glyphs)
      grid.write(label, at: Point(x: plot.x - 1 - width, y: y), style: Style(.muted))
      grid.write(
        glyphs == .unicode ? "┤" : "+", at: Point(x: plot.x - 1, y: y), style: Style(.border))
    }
  }

  private func drawHorizontalAxis(
    _ scale: ChartScale, _ plot: Rect, row: Int, into grid: inout Grid, _ glyphs: GlyphSet
  ) {
    let axis = Rect(x: plot.x, y: row, width: plot.width, height: 1)
    grid.horizontalLine(axis, Style(.border), glyphs)
    grid.write(
      glyphs == .unicode ? "└" : "+", at: Point(x: plot.x - 1, y: row), style: Style(.border))
    var free = plot.x
    for tick in horizontalTicks.sorted(by: { $0.position < $1.position }) {
      guard let place = scale.place(tick.position, of: plot.width) else { continue }
      let x = min(plot.x + place, plot.maxX - tick.label.width)
      guard x >= free else { continue }
      grid.write(tick.label, at: Point(x: x, y: row), style: Style(.muted))
      free = x + tick.label.width + 1
    }
  }

  private func drawThresholds(
    _ scale: ChartScale, _ plot: Rect, into grid: inout Grid, _ glyphs: GlyphSet
  ) {
    for threshold in thresholds {
      guard let place = scale.place(threshold.value, of: plot.height) else { continue }
      let y = plot.maxY - 1 - place
      let line = Rect(x: plot.x, y: y, width: plot.width, height: 1)
      grid.fill(line, with: Self.dash(glyphs), style: threshold.style)
    }
  }

  /// Writes what the thresholds are at the right, or at the left where a series is in the way.
  private func writeThresholdLabels(
    _ scale: ChartScale, _ plot: Rect, into grid: inout Grid, _ glyphs: GlyphSet
  ) {
    for threshold in thresholds {
      guard let place = scale.place(threshold.value, of: plot.height) else { continue }
      let y = plot.maxY - 1 - place
      let label = threshold.label.truncated(to: plot.width / 2, glyphs: glyphs)
      let right = plot.maxX - label.width
      let isFree = (right..<plot.maxX).allSatisfy {
        grid[Point(x: $0, y: y)].style == threshold.style
      }
      grid.write(label, at: Point(x: isFree ? right : plot.x, y: y), style: threshold.style)
    }
  }

  private static func dash(_ glyphs: GlyphSet) -> SafeText {
    glyphs == .unicode ? "┄" : "-"
  }

  private func drawSeries(
    _ horizontal: ChartScale, _ vertical: ChartScale, _ plot: Rect, into grid: inout Grid,
    _ glyphs: GlyphSet
  ) {
    var canvas = PixelCanvas(plot)
    var censored: [(Point, Style)] = []
    for one in series {
      var previous: (x: Int, y: Int)?
      for point in one.points.sorted(by: { $0.position < $1.position }) {
        guard let x = horizontal.place(point.position, of: canvas.width),
          let y = vertical.place(point.value, of: canvas.height)
        else {
          previous = nil
          continue
        }
        let pixel = (x: x, y: canvas.height - 1 - y)
        canvas.line(from: one.isJoined ? previous ?? pixel : pixel, to: pixel, one.style)
        if point.isCensored {
          censored.append((Point(x: plot.x + x / 2, y: plot.y + pixel.y / 2), one.style))
        }
        previous = pixel
      }
    }
    canvas.draw(into: &grid, glyphs: glyphs)
    for (point, style) in censored {
      grid.write(glyphs == .unicode ? "○" : "o", at: point, style: style)
    }
  }
}
