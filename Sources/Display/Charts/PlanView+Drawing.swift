extension PlanView {
  /// How many times a cell is higher than it is wide.
  private static let cellAspect = 2.0

  /// Draws the plan in a rectangle, as large as it can be without being stretched. Gives the
  /// length of one column in the plan's unit, to write a scale; 0 when nothing is drawn.
  @discardableResult
  public func draw(into grid: inout Grid, in rect: Rect, glyphs: GlyphSet = .unicode) -> Double {
    guard let frame = PlanFrame(self, in: rect, aspect: Self.cellAspect) else { return 0 }
    var canvas = PixelCanvas(rect)
    for shape in shapes { draw(shape, on: &canvas, frame) }
    grid.clipped(to: rect) { grid in
      canvas.draw(into: &grid, glyphs: glyphs)
      for shape in shapes where !shape.label.isEmpty { writeLabel(of: shape, frame, &grid) }
      for place in places { write(place, frame, &grid, glyphs) }
    }
    return frame.unitsPerPixel * 2
  }

  private func draw(_ shape: Shape, on canvas: inout PixelCanvas, _ frame: PlanFrame) {
    let pixels = shape.corners.compactMap { frame.pixel($0) }
    for (start, end) in zip(pixels, pixels.dropFirst()) {
      canvas.line(from: start, to: end, shape.style)
    }
    if let first = pixels.first, let last = pixels.last {
      canvas.line(from: shape.isClosed ? last : first, to: first, shape.style)
    }
  }

  private func writeLabel(of shape: Shape, _ frame: PlanFrame, _ grid: inout Grid) {
    let known = shape.corners.filter { $0.x.isFinite && $0.y.isFinite }
    guard !known.isEmpty else { return }
    let middle = Position(
      x: known.reduce(0) { $0 + $1.x } / Double(known.count),
      y: known.reduce(0) { $0 + $1.y } / Double(known.count))
    guard let cell = frame.cell(middle) else { return }
    grid.write(
      shape.label, at: Point(x: cell.x - shape.label.width / 2, y: cell.y), style: shape.style)
  }

  private func write(
    _ place: Place, _ frame: PlanFrame, _ grid: inout Grid, _ glyphs: GlyphSet
  ) {
    guard let cell = frame.cell(place.position) else { return }
    grid.write(glyphs == .unicode ? "●" : "@", at: cell, style: place.style)
    let label: SafeText = " " + place.label
    let fits = cell.x + 1 + label.width <= frame.rect.maxX
    let x = fits ? cell.x + 1 : cell.x - place.label.width - 1
    grid.write(fits ? label : place.label + " ", at: Point(x: x, y: cell.y), style: place.style)
  }
}
