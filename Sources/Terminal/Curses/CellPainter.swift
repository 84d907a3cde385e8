import CCurses
import Display

/// What turns the cells of a grid into those of ncurses.
struct CellPainter {
  /// Styles whose colours are kept in mind; more are forgotten all at once.
  private static let maximumStyles = 65_536

  /// How pictures are shown.
  var graphics = PictureGraphics.cells
  /// The numbers of pictures at the terminal.
  var numbers: KittyPictures?
  private let depth: ColourDepth
  private var pairs: ColourPairs
  private var known: [Style: (attributes: UInt8, pair: Int32)] = [:]
  private var buffer: [screen_cell] = []
  private let defaults: (foreground: Int32, background: Int32)
  private let define: (Int32, Int32, Int32) -> Void

  /// Makes a painter.
  /// - Parameters:
  ///   - pairs: How many pairs of colours the terminal has.
  ///   - hasDefaults: Whether -1 stands for the terminal's own colours.
  ///   - define: Tells the terminal a pair.
  init(
    depth: ColourDepth, pairs: Int, hasDefaults: Bool,
    define: @escaping (Int32, Int32, Int32) -> Void
  ) {
    self.depth = depth
    self.pairs = ColourPairs(available: pairs)
    self.define = define
    defaults = hasDefaults ? (-1, -1) : (7, 0)
  }

  /// Whether there were too many colours: call `forget` and paint everything again.
  var isFull: Bool { pairs.isFull }

  /// Forgets all styles and pairs.
  mutating func forget() {
    known.removeAll(keepingCapacity: true)
    pairs.removeAll()
  }

  /// Forgets the styles, because the theme has changed.
  mutating func forgetStyles() {
    known.removeAll(keepingCapacity: true)
  }

  /// Gives the cells of a run to a closure that writes them.
  mutating func paint(
    _ run: GridRun, of grid: Grid, theme: Theme, write: (UnsafeBufferPointer<screen_cell>) -> Void
  ) {
    buffer.removeAll(keepingCapacity: true)
    var last: (style: Style, look: (attributes: UInt8, pair: Int32))?
    for x in run.columns {
      let point = Point(x: x, y: run.y)
      let cell = grid[point]
      if cell.isContinuation { continue }
      if let place = cell.style.placement {
        buffer.append(placeCell(place))
        continue
      }
      if last?.style != cell.style {
        last = (cell.style, look(of: cell.style, theme))
      }
      guard let look = last?.look else { continue }
      let isWide = x + 1 < grid.size.width && grid[Point(x: x + 1, y: run.y)].isContinuation
      buffer.append(screenCell(cell, grid, look, isWide: isWide))
    }
    buffer.withUnsafeBufferPointer(write)
  }

  /// A cell of a picture: for kitty the characters that stand for the part, in the colour that is
  /// the picture's number; for sixels a blank.
  private mutating func placeCell(
    _ place: (picture: UInt32, column: Int, row: Int)
  ) -> screen_cell {
    var result = screen_cell()
    result.characters.0 = 0x20
    result.count = 1
    result.width = 1
    guard graphics == .kitty, let number = numbers?.number(of: place.picture),
      let characters = KittyPlaceholder.characters(column: place.column, row: place.row)
    else { return result }
    result.characters.0 = characters[0]
    result.characters.1 = characters[1]
    result.characters.2 = characters[2]
    result.count = 3
    result.pair = pair(Int32(number), -1)
    return result
  }

  private func screenCell(
    _ cell: Cell, _ grid: Grid, _ look: (attributes: UInt8, pair: Int32), isWide: Bool
  ) -> screen_cell {
    var result = screen_cell()
    result.characters.0 = cell.scalar.value
    result.count = 1
    result.width = isWide ? 2 : 1
    result.attributes = look.attributes
    result.pair = look.pair
    let marks = grid.marks(of: cell)
    if !marks.isEmpty {
      let values = marks.map(\.value) + [0, 0, 0, 0]
      result.characters.1 = values[0]
      result.characters.2 = values[1]
      result.characters.3 = values[2]
      result.characters.4 = values[3]
      result.count = UInt8(1 + min(marks.count, SafeText.maximumMarksPerBase))
    }
    return result
  }

  private mutating func look(of style: Style, _ theme: Theme) -> (attributes: UInt8, pair: Int32) {
    if let look = known[style] { return look }
    if known.count >= Self.maximumStyles { known.removeAll(keepingCapacity: true) }
    let look = theme.look(of: style)
    var attributes = look.attributes
    var pair: Int32 = 0
    if theme.usesColours && depth != .none {
      let foreground = depth.number(look.foreground)
      let background = depth.number(look.background)
      if foreground.isBright { attributes.insert(.bold) }
      pair = self.pair(foreground.number, background.number)
    }
    // A pair that had no room is asked for again after the others were forgotten.
    if !pairs.isFull { known[style] = (attributes.rawValue, pair) }
    return (attributes.rawValue, pair)
  }

  private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    if foreground < 0 && background < 0 { return 0 }
    return pairs.number(
      foreground: foreground < 0 ? defaults.foreground : foreground,
      background: background < 0 ? defaults.background : background, define: define)
  }
}
