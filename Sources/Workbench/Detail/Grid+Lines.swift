import Display

extension Grid {
  /// The rows as lines, without the plain blanks at their ends: charts and maps become part of a
  /// text that scrolls.
  var styledLines: [StyledLine] { (0..<size.height).map { line(at: $0) } }

  private func line(at y: Int) -> StyledLine {
    var runs: [StyledRun] = []
    var run = String.UnicodeScalarView()
    var style = Style.text
    for x in 0..<lastColumn(ofRow: y) {
      let cell = self[Point(x: x, y: y)]
      if cell.isContinuation { continue }
      if cell.style != style {
        runs.append(StyledRun(SafeText(String(run)), style))
        run = String.UnicodeScalarView()
        style = cell.style
      }
      run.append(cell.scalar)
      run.append(contentsOf: marks(of: cell))
    }
    runs.append(StyledRun(SafeText(String(run)), style))
    return StyledLine(runs)
  }

  private func lastColumn(ofRow y: Int) -> Int {
    var end = size.width
    while end > 0, self[Point(x: end - 1, y: y)] == .blank { end -= 1 }
    return end
  }
}
