/// A screen of cells. Writing outside is clipped, never an error, whatever the size.
public struct Grid: Hashable, Sendable {
  /// The size.
  public let size: Size
  private(set) var cells: [Cell]

  /// Makes an empty grid.
  public init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  /// The whole grid.
  public var bounds: Rect { Rect(size) }

  /// A cell, or `nil` outside.
  public subscript(x: Int, y: Int) -> Cell? {
    bounds.contains(Point(x: x, y: y)) ? cells[y * size.width + x] : nil
  }

  /// The cells of a row; empty outside.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < size.height else { return [] }
    return cells[(y * size.width)..<((y + 1) * size.width)]
  }

  /// Writes a text and returns the column after it; `clip` bounds what is touched.
  @discardableResult
  public mutating func write(
    _ text: SafeText, x: Int, y: Int, style: Style = .text, clip: Rect? = nil
  ) -> Int {
    let area = clip.map { bounds.intersection($0) } ?? bounds
    var column = x
    guard y >= area.y, y < area.y + area.height else { return x + text.width }
    for glyph in text.glyphs {
      if column >= area.x, column + glyph.width <= area.x + area.width {
        put(glyph, column, y, style)
      }
      column += glyph.width
    }
    return column
  }

  /// Writes a line and returns the column after it.
  @discardableResult
  public mutating func write(_ line: StyledLine, x: Int, y: Int, clip: Rect? = nil) -> Int {
    var column = x
    for run in line.runs {
      column = write(run.text, x: column, y: y, style: run.style, clip: clip)
    }
    return column
  }

  /// Fills a rectangle with spaces of a style.
  public mutating func fill(_ rect: Rect, style: Style) {
    let area = bounds.intersection(rect)
    for y in area.y..<(area.y + area.height) {
      for x in area.x..<(area.x + area.width) {
        clear(x, y)
        cells[y * size.width + x] = Cell(scalar: " ", marks: "", width: 1, style: style)
      }
    }
  }

  /// Changes the style of the cells of a rectangle.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = bounds.intersection(rect)
    for y in area.y..<(area.y + area.height) {
      for x in area.x..<(area.x + area.width) {
        cells[y * size.width + x].style = change(cells[y * size.width + x].style)
      }
    }
  }

  private mutating func put(_ glyph: SafeText.Glyph, _ x: Int, _ y: Int, _ style: Style) {
    clear(x, y)
    let index = y * size.width + x
    cells[index] = Cell(
      scalar: glyph.base, marks: glyph.marks, width: Int8(glyph.width), style: style)
    if glyph.width == 2 {
      clear(x + 1, y)
      cells[index + 1] = Cell(scalar: " ", marks: "", width: 0, style: style)
    }
  }

  /// A wide character of which one half is overwritten disappears whole.
  private mutating func clear(_ x: Int, _ y: Int) {
    let index = y * size.width + x
    if cells[index].width == 0, x > 0 {
      cells[index - 1].scalar = " "
      cells[index - 1].width = 1
    } else if cells[index].width == 2, x + 1 < size.width {
      cells[index + 1].width = 1
    }
  }

  /// The grid as lines of text, for tests and for linear output.
  public var lines: [String] {
    (0..<size.height).map { y in
      var line = String.UnicodeScalarView()
      for cell in row(y) where cell.width > 0 {
        line.append(cell.scalar)
        line.append(contentsOf: cell.marks.unicodeScalars)
      }
      return String(line)
    }
  }
}
