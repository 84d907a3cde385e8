import Testing

@testable import Display

/// A frame may take 0.3 ms: a fiftieth of what a screen of 60 pictures a second has.
@Suite(.serialized) struct DrawingSpeedTests {
  private static let line =
    "│▌ 93 % ███████▍ Le Petit Bouchon    Sète — « toute la famille [malade] » ★ 2026-10-03 "

  private func frame(_ step: Int) -> Grid {
    var grid = Grid(size: Size(width: 160, height: 50))
    let inner = grid.box(grid.bounds, title: StyledLine("À revoir 25", Style(.title)))
    for row in 0..<inner.height {
      let text = SafeText(Self.line + "\(row)" + Self.line)
      let style = Style(row == step % inner.height ? .focus : .text)
      grid.write(text, at: Point(x: inner.x, y: inner.y + row), style: style)
    }
    return grid
  }

  @Test func aFrameIsDrawnAndComparedInTime() {
    var best = Duration.seconds(1)
    var previous = frame(0)
    for step in 1...200 {
      var runs: [GridRun] = []
      best = min(
        best,
        ContinuousClock().measure {
          let grid = frame(step)
          runs = grid.changes(since: previous)
          previous = grid
        })
      #expect(runs.count >= 2)
    }
    #if !DEBUG
      // The bar is 300 µs on a quiet machine; shared ones are slower.
      #expect(best < .milliseconds(3), "\(best)")
    #endif
  }
}
