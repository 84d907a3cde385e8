extension Grid {
  /// Draws a frame on the edge of a rectangle, its title in the upper edge, and gives what is
  /// inside. A rectangle of less than 2 × 2 cells gets no frame and has nothing inside.
  @discardableResult
  public mutating func box(
    _ rect: Rect, title: StyledLine = StyledLine(), style: Style = Style(.border),
    glyphs: GlyphSet = .unicode
  ) -> Rect {
    guard rect.width >= 2, rect.height >= 2 else { return .zero }
    let border = BorderGlyphs(glyphs)
    let right = rect.maxX - 1
    let bottom = rect.maxY - 1
    horizontalLine(Rect(x: rect.x, y: rect.y, width: rect.width, height: 1), style, glyphs)
    horizontalLine(Rect(x: rect.x, y: bottom, width: rect.width, height: 1), style, glyphs)
    verticalLine(Rect(x: rect.x, y: rect.y, width: 1, height: rect.height), style, glyphs)
    verticalLine(Rect(x: right, y: rect.y, width: 1, height: rect.height), style, glyphs)
    write(border.topLeft, at: rect.origin, style: style)
    write(border.topRight, at: Point(x: right, y: rect.y), style: style)
    write(border.bottomLeft, at: Point(x: rect.x, y: bottom), style: style)
    write(border.bottomRight, at: Point(x: right, y: bottom), style: style)
    writeTitle(title, in: rect, glyphs)
    return rect.inset(by: 1)
  }

  /// Draws a horizontal line along the first row of a rectangle.
  public mutating func horizontalLine(
    _ rect: Rect, _ style: Style = Style(.border), _ glyphs: GlyphSet = .unicode
  ) {
    fill(rect.row(0), with: BorderGlyphs(glyphs).horizontal, style: style)
  }

  /// Draws a vertical line along the first column of a rectangle.
  public mutating func verticalLine(
    _ rect: Rect, _ style: Style = Style(.border), _ glyphs: GlyphSet = .unicode
  ) {
    fill(rect.splitLeft(1).left, with: BorderGlyphs(glyphs).vertical, style: style)
  }

  private mutating func writeTitle(_ title: StyledLine, in rect: Rect, _ glyphs: GlyphSet) {
    let room = rect.width - 4
    guard room > 0, !title.isEmpty else { return }
    let blank = StyledLine(" ", title.runs.first?.style ?? .text)
    let line = blank + title.truncated(to: room, glyphs: glyphs) + blank
    write(line, at: Point(x: rect.x + 1, y: rect.y))
  }
}
