import Display
import Review

extension EvidenceDrawer {
  /// The most values drawn, the newest ones.
  private static let pointLimit = 5_000
  /// The fewest columns in which a chart says something.
  private static let leastChartWidth = 20

  func draw(_ series: SeriesEvidence, into layout: inout DetailLayout) {
    let unit = series.unit.isEmpty ? "" : " (\(series.unit))"
    layout.add(title(words(series.title) + SafeText(unit)))
    let points = series.points.suffix(Self.pointLimit).filter(\.value.isFinite)
    if !points.isEmpty, width >= Self.leastChartWidth {
      switch series.form {
      case .line: layout.add(chart(series, points))
      case .bars: layout.add(ColumnChart(points: points, context: context).lines)
      }
    }
    layout.add(remark(SeriesSummary(series, points: points, words: words).text))
  }

  private func chart(
    _ series: SeriesEvidence, _ points: [SeriesEvidence.Point]
  ) -> [StyledLine] {
    let drawn = points.map {
      ChartSeries.Point(Double($0.date.daysSinceEpoch), $0.value, isCensored: $0.isCensored)
    }
    let levels = series.thresholds.filter(\.value.isFinite)
    let bounds = points.map(\.value) + levels.map(\.value) + [0]
    let ends = [bounds.min() ?? 0, bounds.max() ?? 0]
    let chart = TimeSeriesChart(
      [ChartSeries(drawn)],
      thresholds: levels.map { level in
        let value = words.shortNumber(level.value)
        return .init(level.value, words(level.label) + SafeText(" \(value)"))
      },
      horizontalTicks: ticks(points),
      verticalTicks: ends.map { .init($0, SafeText(words.shortNumber($0))) })
    let size = Size(width: width, height: isWide ? 8 : 7)
    var grid = Grid(size: size)
    chart.draw(into: &grid, in: Rect(size), glyphs: context.glyphs)
    return grid.styledLines
  }

  /// The years, or the months of a series that is shorter than two years.
  private func ticks(_ points: [SeriesEvidence.Point]) -> [TimeSeriesChart.Tick] {
    guard let first = points.map(\.date).min(), let last = points.map(\.date).max() else {
      return []
    }
    let isLong = last.days(since: first) >= 730
    let years = first.year...last.year
    var ticks: [TimeSeriesChart.Tick] = []
    for year in years.prefix(Size.maximum) {
      for month in isLong ? 1...1 : 1...12 {
        guard let day = CalendarDate(year: year, month: month, day: 1), day >= first, day <= last
        else { continue }
        let label = isLong ? String(year) : words.month(day)
        ticks.append(.init(Double(day.daysSinceEpoch), SafeText(label)))
      }
    }
    return ticks
  }
}
