extension Grid {
  /// Writes text on one row from a place on, in one style; what lies outside the clip is cut, and a
  /// wide character cut by an edge leaves a blank. Gives the columns the text takes.
  @discardableResult
  public mutating func write(_ text: SafeText, at point: Point, style: Style = .text) -> Int {
    guard point.y >= clip.y, point.y < clip.maxY, point.x < clip.maxX else { return text.width }
    guard point.x > -Rect.limit, !clip.isEmpty else { return text.width }
    if text.isPlain {
      writePlain(text, x: point.x, y: point.y, style: style)
      return text.width
    }
    var x = point.x
    var clusters = Clusters(text)
    while x < clip.maxX, let cluster = clusters.next() {
      put(cluster, x: x, y: point.y, style: style)
      x += cluster.width
    }
    return text.width
  }

  /// Writes text of one cell a code point: only its ends can cut a wide character.
  private mutating func writePlain(_ text: SafeText, x: Int, y: Int, style: Style) {
    let skipped = max(0, clip.x - x)
    let count = min(text.width - skipped, clip.maxX - x - skipped)
    guard count > 0 else { return }
    openRoom(x: x + skipped, y: y, count: count)
    var index = y * size.width + x + skipped
    cells.withUnsafeMutableBufferPointer { cells in
      var left = skipped
      let end = index + count
      for scalar in text.content.unicodeScalars {
        guard left == 0 else {
          left -= 1
          continue
        }
        guard index < end else { return }
        cells[index] = Cell(scalar, style: style)
        index += 1
      }
    }
  }

  private mutating func put(_ cluster: Cluster, x: Int, y: Int, style: Style) {
    let marks = keep(cluster.marks)
    let cell = Cell(cluster.base, marks: marks, style: style)
    guard cluster.width == 2 else {
      put(cell, x: x, y: y)
      return
    }
    guard x >= clip.x, x + 1 < clip.maxX else {
      let blank = Cell.blank.with(style: style)
      put(blank, x: x, y: y)
      put(blank, x: x + 1, y: y)
      return
    }
    put(cell, x: x, y: y)
    put(Cell.continuation.with(style: style), x: x + 1, y: y)
    // Putting the right half took it for a cut through the left one.
    setCell(cell, x: x, y: y)
  }

  /// Writes a line of styled runs; gives the columns it takes.
  @discardableResult
  public mutating func write(_ line: StyledLine, at point: Point) -> Int {
    var x = point.x
    for run in line.runs {
      x += write(run.text, at: Point(x: x, y: point.y), style: run.style)
    }
    return line.width
  }

  /// Writes lines one below the other from the top of a rectangle, clipped to it.
  public mutating func write(_ text: StyledText, in rect: Rect) {
    clipped(to: rect) { grid in
      for (row, line) in text.lines.prefix(rect.height).enumerated() {
        grid.write(line, at: Point(x: rect.x, y: rect.y + row))
      }
    }
  }
}
