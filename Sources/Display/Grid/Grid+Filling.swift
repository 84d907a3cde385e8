extension Grid {
  /// Fills a rectangle with blanks of a style.
  public mutating func fill(_ rect: Rect, style: Style = .text) {
    fill(rect, with: Cell.blank.with(style: style))
  }

  /// Fills a rectangle with one character, the first of a text; a wide or empty text gives blanks.
  public mutating func fill(_ rect: Rect, with text: SafeText, style: Style = .text) {
    var clusters = Clusters(text)
    guard let cluster = clusters.next(), cluster.width == 1 else {
      return fill(rect, style: style)
    }
    fill(rect, with: Cell(cluster.base, marks: keep(cluster.marks), style: style))
  }

  private mutating func fill(_ rect: Rect, with cell: Cell) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    for y in area.y..<area.maxY {
      openRoom(x: area.x, y: y, count: area.width)
      let start = y * size.width + area.x
      for index in start..<start + area.width { cells[index] = cell }
    }
  }

  /// Changes the style of the cells of a rectangle and leaves their characters.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX {
        let cell = self[Point(x: x, y: y)]
        setCell(cell.with(style: change(cell.style)), x: x, y: y)
      }
    }
  }
}
