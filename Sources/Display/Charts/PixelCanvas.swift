/// A drawing of two by two pixels a cell, put on a grid as quadrant blocks. Half a cell is twice as
/// high as it is wide; those who draw maps must count on it.
struct PixelCanvas {
  /// Pixels on a row.
  let width: Int
  /// Rows of pixels.
  let height: Int
  private let area: Rect
  private var masks: [UInt8]
  private var styles: [Style]

  init(_ area: Rect) {
    let side = Size(width: area.width, height: area.height)
    self.area = Rect(x: area.x, y: area.y, width: side.width, height: side.height)
    width = side.width * 2
    height = side.height * 2
    masks = Array(repeating: 0, count: side.width * side.height)
    styles = Array(repeating: .text, count: masks.count)
  }

  /// Lights a pixel; nothing outside.
  mutating func light(_ x: Int, _ y: Int, _ style: Style) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    let index = y / 2 * area.width + x / 2
    masks[index] |= 1 << UInt8(x % 2 + y % 2 * 2)
    styles[index] = style
  }

  /// Lights the pixels between two of them (Bresenham 1965); ends far outside are brought near.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), _ style: Style) {
    var (x, y) = near(start)
    let last = near(end)
    let dx = abs(last.x - x)
    let dy = -abs(last.y - y)
    var error = dx + dy
    while true {
      light(x, y, style)
      if x == last.x && y == last.y { return }
      let doubled = 2 * error
      if doubled >= dy {
        error += dy
        x += x < last.x ? 1 : -1
      }
      if doubled <= dx {
        error += dx
        y += y < last.y ? 1 : -1
      }
    }
  }

  private func near(_ point: (x: Int, y: Int)) -> (x: Int, y: Int) {
    let reach = 4 * Size.maximum
    return (min(max(point.x, -reach), reach), min(max(point.y, -reach), reach))
  }

  /// Puts the lit cells on a grid and leaves the others.
  func draw(into grid: inout Grid, glyphs: GlyphSet) {
    for (index, mask) in masks.enumerated() where mask != 0 {
      let point = Point(x: area.x + index % area.width, y: area.y + index / area.width)
      let text = glyphs == .unicode ? Blocks.quadrants[Int(mask)] : "*"
      grid.write(text, at: point, style: styles[index])
    }
  }
}
