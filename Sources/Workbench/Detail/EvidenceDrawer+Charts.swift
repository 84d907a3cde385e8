import Display
import Review

/// Series, plans and pictures.
extension EvidenceDrawer {
  /// The rows of a chart.
  private static let chartHeight = 6
  /// The rows of a plan.
  private static let planHeight = 10

  func draw(_ series: SeriesEvidence, into layout: inout DetailLayout) {
    let unit = series.unit.isEmpty ? "" : " (\(series.unit))"
    layout.add(
      title(words(series.title) + SafeText(unit)).truncated(to: context.width))
    switch series.form {
    case .bars: drawBars(series, into: &layout)
    case .line: drawLine(series, into: &layout)
    }
    layout.add(StyledLine(summary(series), Style(.muted)).wrapped(to: context.width))
  }

  private func drawBars(_ series: SeriesEvidence, into layout: inout DetailLayout) {
    var line = StyledLine()
    if let first = series.points.first {
      line.append(SafeText(words.day(first.date) + " "), Style(.muted))
    }
    line.append(
      Sparkline.line(
        series.points.map(\.value), width: min(series.points.count, max(1, context.width - 24)),
        glyphs: context.glyphs))
    if let last = series.points.last {
      line.append(SafeText(" " + words.day(last.date)), Style(.muted))
    }
    layout.add(line.truncated(to: context.width))
  }

  private func drawLine(_ series: SeriesEvidence, into layout: inout DetailLayout) {
    let points = series.points.map {
      ChartSeries.Point(
        Double($0.date.daysSinceEpoch), $0.value, isCensored: $0.isCensored)
    }
    let chart = TimeSeriesChart(
      [ChartSeries(points)],
      thresholds: series.thresholds.map { .init($0.value, words($0.label)) },
      horizontalTicks: ticks(series.points))
    let size = Size(width: context.width, height: Self.chartHeight + 2)
    var grid = Grid(size: size)
    chart.draw(into: &grid, in: Rect(size), glyphs: context.glyphs)
    layout.add(grid.styledLines)
  }

  private func ticks(_ points: [SeriesEvidence.Point]) -> [TimeSeriesChart.Tick] {
    guard let first = points.first?.date.year, let last = points.last?.date.year, first <= last
    else { return [] }
    return (first...last).compactMap { year in
      CalendarDate(year: year, month: 1, day: 1).map {
        TimeSeriesChart.Tick(Double($0.daysSinceEpoch), SafeText(String(year)))
      }
    }
  }

  /// The series in one sentence, for those who do not see charts.
  private func summary(_ series: SeriesEvidence) -> SafeText {
    guard let last = series.points.last,
      let highest = series.points.max(by: { $0.value < $1.value })
    else { return words("aucune valeur", "no value") }
    let top = "\(words.decimal(highest.value, highest.value == highest.value.rounded() ? 0 : 1))"
    let end = "\(words.decimal(last.value, last.value == last.value.rounded() ? 0 : 1))"
    let sum = series.points.reduce(0) { $0 + $1.value }
    var text =
      series.form == .bars
      ? words("total \(words.decimal(sum, 0))", "total \(words.decimal(sum, 0))")
      : words("\(series.points.count) valeurs", "\(series.points.count) values")
    text =
      text
      + words(
        ", maximum \(top) le \(words.day(highest.date)), dernier \(end) le \(words.day(last.date))",
        ", highest \(top) on \(words.day(highest.date)), last \(end) on \(words.day(last.date))")
    return text + SafeText(" · ") + words(series.source)
  }

  func draw(_ plan: PlanEvidence, into layout: inout DetailLayout) {
    layout.add(StyledLine(words(plan.description)).wrapped(to: context.width))
    var view = PlanView()
    for shape in plan.shapes {
      let corners = shape.points.map { PlanView.Position(x: $0.longitude, y: $0.latitude) }
      if corners.count == 1 {
        view.places.append(
          PlanView.Place(corners[0], words(shape.label), style: Style(shape.role.displayRole)))
      } else {
        view.shapes.append(
          PlanView.Shape(
            corners, style: Style(shape.role.displayRole), label: words(shape.label)))
      }
    }
    let size = Size(width: context.width, height: Self.planHeight)
    var grid = Grid(size: size)
    _ = view.draw(into: &grid, in: Rect(size), glyphs: context.glyphs)
    layout.add(grid.styledLines)
  }

  func draw(_ pair: PicturePairEvidence, into layout: inout DetailLayout) {
    let before = pair.beforeDate.map { words.day($0) } ?? "?"
    let after = pair.afterDate.map { words.day($0) } ?? "?"
    layout.add(title(words("Avant \(before), après \(after)", "Before \(before), after \(after)")))
    layout.add(StyledLine(words(pair.description)).wrapped(to: context.width))
    let width = extent(pair.outline.map(\.x)) * pair.metresPerPixel
    let height = extent(pair.outline.map(\.y)) * pair.metresPerPixel
    guard width > 0, height > 0 else { return }
    layout.add(
      StyledLine(
        SafeText("\(words.decimal(width, 1)) × \(words.decimal(height, 1)) m"), Style(.muted)))
  }

  private func extent(_ values: [Double]) -> Double {
    (values.max() ?? 0) - (values.min() ?? 0)
  }
}

extension PlanEvidence.Role {
  /// The role that colours a shape.
  fileprivate var displayRole: Display.Role {
    switch self {
    case .subject: .plot1
    case .ground: .plot4
    case .zone: .plot2
    case .neighbour: .plot3
    }
  }
}

extension Grid {
  /// The grid as styled lines.
  var styledLines: [StyledLine] {
    (0..<size.height).map { y in
      var line = StyledLine()
      for x in 0..<size.width {
        let point = Point(x: x, y: y)
        guard !self[point].isContinuation else { continue }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars(at: point))
        line.append(SafeText(String(view)), self[point].style)
      }
      return line
    }
  }
}
