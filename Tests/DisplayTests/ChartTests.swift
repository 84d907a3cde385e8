import Testing

@testable import Display

@Suite struct ChartTests {
  @Test(
    arguments: [
      (0.93, 8, "███████▌"), (1, 4, "████"), (0, 4, "    "), (0.001, 4, "▏   "), (0.5, 3, "█▌ "),
      (.nan, 2, "  "), (7, 2, "██"), (-1, 2, "  "), (0.5, 0, ""), (0.5, -3, ""),
    ] as [(Double, Int, String)])
  func scoreBars(_ value: Double, _ width: Int, _ shown: String) {
    #expect(ScoreBar.line(value, width: width).text.content == shown)
  }

  @Test func scoreBarsSayTheirRange() {
    #expect(ScoreBar.line(0.9, width: 4).runs.first?.style.role == .scoreHigh)
    #expect(ScoreBar.line(0.6, width: 4).runs.first?.style.role == .scoreMiddle)
    #expect(ScoreBar.line(0.2, width: 4).runs.first?.style.role == .scoreLow)
    #expect(ScoreBar.line(0.5, width: 4, glyphs: .ascii).text.content == "##..")
    #expect(ScoreBar.level(2).text.content == "●●○")
    #expect(ScoreBar.level(9, glyphs: .ascii).text.content == "***")
  }

  @Test func contributions() {
    let lines = SignedBar.lines(
      [("illness ×2", 1.31), ("last inspection", 0.62), ("4 reviews ≥ 4★", -0.38)], width: 40)
    #expect(
      lines.map(\.text.content) == [
        "illness ×2      +1.31 ██████████████████", "last inspection +0.62 ████████▌",
        "4 reviews ≥ 4★  −0.38 ▌▌▌▌▌",
      ])
    #expect(lines[2].runs.last?.style.role == .negative)
    #expect(SignedBar.lines([], width: 40).isEmpty)
    for width in 0...40 {
      let lines = SignedBar.lines([("très long nom", .nan), ("b", 0)], width: width)
      #expect(lines.allSatisfy { $0.width <= width })
    }
    #expect(SignedBar.line(-1, maximum: 2, width: 4, glyphs: .ascii).text.content == "--")
  }

  @Test func sparklines() {
    #expect(Sparkline.line([1, 2, 3, nil, 8], width: 10).text.content == "▂▃▄ █")
    #expect(Sparkline.line([0, 0], width: 10).text.content == "▁▁")
    #expect(Sparkline.line([1, 3, 5, 7], width: 2, range: 0...7).text.content == "▃▇")
    #expect(Sparkline.line([.nan, .infinity, 1], width: 5).text.content == "  █")
    #expect(Sparkline.line([0, 1], width: 5, glyphs: .ascii).text.content == "_#")
    #expect(Sparkline.line([1, 2], width: 0).isEmpty)
    #expect(Sparkline.line([-1, 1], width: 2).text.content == "▁█")
  }

  @Test func barCharts() {
    let chart = BarChart([
      .init("Lyon", 12, text: "12"), .init("Sète", 3, text: "3"), .init("Agde", 0, text: "0"),
    ])
    #expect(
      chart.lines(width: 20).map(\.text.content) == [
        "Lyon ████████████ 12", "Sète ███ 3", "Agde  0",
      ])
    #expect(chart.lines(width: 3).allSatisfy { $0.width <= 3 })
  }

  private func draw(_ width: Int, _ height: Int, _ body: (inout Grid) -> Void) -> [String] {
    var grid = Grid(size: Size(width: width, height: height))
    body(&grid)
    return grid.textPlane
  }

  @Test func timeSeries() {
    let chart = TimeSeriesChart(
      [
        ChartSeries([
          .init(0, 0), .init(1, 30), .init(2, 60), .init(3, 45, isCensored: true), .init(4, 10),
        ])
      ],
      thresholds: [.init(50, "limit")], horizontalTicks: [.init(0, "2021"), .init(4, "2025")])
    #expect(
      draw(24, 8) { chart.draw(into: &$0, in: $0.bounds) } == [
        "60┤         ▗▞▚▄", "  │┄┄┄┄┄┄┄▗▞▘┄┄┄▀▀○limit", "  │     ▗▞▘        ▚▖",
        "  │    ▄▘           ▝▖", "  │  ▗▞              ▝▄", "  │ ▗▘                 ▚", " 0┤▞▘",
        "  └2021─────────────2025",
      ])
  }

  @Test func timeSeriesInASCII() {
    let chart = TimeSeriesChart([ChartSeries([.init(0, 0), .init(1, 2)], isJoined: false)])
    #expect(
      draw(10, 4) { chart.draw(into: &$0, in: $0.bounds, glyphs: .ascii) } == [
        "2.00+    *", "    |", "0.00+*", "    +-----",
      ])
  }

  @Test func calibration() {
    let plot = CalibrationPlot([
      .init(predicted: 0.1, observed: 0.2, count: 40),
      .init(predicted: 0.9, observed: 0.8, count: 2),
      .init(predicted: 0.5, observed: 0.5, count: 0), .init(predicted: .nan, observed: 1, count: 9),
    ])
    let rows = draw(14, 6) { plot.draw(into: &$0, in: $0.bounds) }
    #expect(rows.joined().filter { $0 == "●" }.count == 1)
    #expect(rows.joined().filter { $0 == "○" }.count == 1)
    #expect(rows.last == "0────────────1")
  }

  @Test func plans() {
    let square = PlanView.Shape(
      [.init(x: 0, y: 0), .init(x: 100, y: 0), .init(x: 100, y: 100), .init(x: 0, y: 100)],
      label: "A")
    let plan = PlanView(shapes: [square], places: [.init(.init(x: 50, y: 90), "tent")])
    var unit = 0.0
    let rows = draw(16, 8) { unit = plan.draw(into: &$0, in: $0.bounds) }
    #expect(rows.prefix(2) == ["▐▀▀▀▀▀▀▀▀▀▀▀▀▀▀▜", "▐       ● tent ▐"])
    #expect(rows.last == "▐▄▄▄▄▄▄▄▄▄▄▄▄▄▄▟")
    #expect(rows.joined().contains("● tent") && rows.joined().contains("A"))
    #expect(unit > 6 && unit < 7)
    var empty = Grid(size: Size(width: 4, height: 4))
    #expect(PlanView().draw(into: &empty, in: empty.bounds) == 0)
  }

  /// Whatever the values and the room, nothing traps and nothing leaves the rectangle.
  @Test(arguments: [(0, 0), (1, 1), (8, 3), (9, 4), (30, 10)])
  func anyValues(_ width: Int, _ height: Int) {
    let values: [Double] = [0, -1, 1e300, -.infinity, .nan, 1e-300, 42]
    let points = values.flatMap { x in values.map { ChartSeries.Point(x, $0, isCensored: x > 1) } }
    let positions = points.map { PlanView.Position(x: $0.position, y: $0.value) }
    let rect = Rect(x: 2, y: 1, width: width, height: height)
    var grid = Grid(size: Size(width: 36, height: 14))
    TimeSeriesChart(
      [ChartSeries(points)], thresholds: values.map { .init($0, "t") },
      horizontalTicks: values.map { .init($0, "tick") }
    ).draw(into: &grid, in: rect)
    CalibrationPlot(values.map { .init(predicted: $0, observed: 1 - $0, count: 3) })
      .draw(into: &grid, in: rect)
    PlanView(
      shapes: [.init(positions, label: "shape")], places: positions.map { .init($0, "place") }
    ).draw(into: &grid, in: rect)
    for y in 0..<14 {
      for x in 0..<36 where !rect.contains(Point(x: x, y: y)) {
        #expect(grid[Point(x: x, y: y)] == .blank)
      }
    }
  }
}
