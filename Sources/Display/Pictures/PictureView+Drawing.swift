extension PictureView {
  /// Draws the view in the middle of a rectangle and gives the cells it took.
  @discardableResult
  public func draw(into grid: inout Grid, in rect: Rect, glyphs: GlyphSet = .unicode) -> Rect {
    let area = placement(in: rect).intersection(Rect(grid.size))
    guard !area.isEmpty else { return .zero }
    if colours == .placed, glyphs == .unicode {
      place(in: area, &grid)
      return area
    }
    let pixels = pixels(width: area.width, height: area.height * 2)
    let outline = outlinePixels(width: area.width, height: area.height * 2)
    for y in 0..<area.height {
      for x in 0..<area.width {
        let upper = y * 2 * area.width + x
        let lower = upper + area.width
        let point = Point(x: area.x + x, y: area.y + y)
        if colours == .shades || glyphs == .ascii {
          let isOutline = outline[upper] || outline[lower]
          writeShade(pixels[upper], pixels[lower], isOutline, at: point, &grid, glyphs)
        } else {
          let first = outline[upper] ? outlineColour : dithered(pixels[upper], x, y * 2)
          let second = outline[lower] ? outlineColour : dithered(pixels[lower], x, y * 2 + 1)
          writeHalves(first, second, at: point, &grid)
        }
      }
    }
    return area
  }

  /// The window's mean colours in so many pixels.
  func pixels(width: Int, height: Int) -> [RGB?] {
    let columns = (0..<width).map { slice($0, of: width, in: window.x, window.width) }
    let rows = (0..<height).map { slice($0, of: height, in: window.y, window.height) }
    return rows.flatMap { row in columns.map { raster.mean($0, row) } }
  }

  private func slice(_ index: Int, of count: Int, in start: Int, _ length: Int) -> Range<Int> {
    let lower = start + index * length / count
    return lower..<max(start + (index + 1) * length / count, lower + 1)
  }

  func outlinePixels(width: Int, height: Int) -> [Bool] {
    var lit = Array(repeating: false, count: width * height)
    for outline in outlines {
      let corners = outline.compactMap { corner -> (x: Int, y: Int)? in
        let x = (corner.x - Double(window.x)) / Double(window.width) * Double(width)
        let y = (corner.y - Double(window.y)) / Double(window.height) * Double(height)
        guard x.magnitude < 1e5, y.magnitude < 1e5 else { return nil }
        return (Int(x.rounded(.down)), Int(y.rounded(.down)))
      }
      for (index, corner) in corners.enumerated() {
        let next = corners[(index + 1) % corners.count]
        Self.walk(from: corner, to: next) { x, y in
          if x >= 0, y >= 0, x < width, y < height { lit[y * width + x] = true }
        }
      }
    }
    return lit
  }

  private static func walk(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), _ visit: (Int, Int) -> Void
  ) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y))
    for step in 0...steps {
      let part = steps == 0 ? 0 : Double(step) / Double(steps)
      visit(
        start.x + Int((Double(end.x - start.x) * part).rounded()),
        start.y + Int((Double(end.y - start.y) * part).rounded()))
    }
  }
}
