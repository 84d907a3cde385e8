import CCurses
import Display
import Glibc

extension CursesDriver {
  /// The pixels of a cell when the terminal does not tell.
  private static let usualCell = Size(width: 8, height: 16)

  /// Asks the terminal how it shows pictures; the answers come as events.
  func askForPictures(_ choice: PictureGraphics.Choice) {
    guard choice == .ask, Self.isANSI else { return }
    writeAll(PictureGraphics.question(isMultiplexed: Self.isMultiplexed), to: output)
  }

  /// Whether a multiplexer stands between us and the terminal.
  static var isMultiplexed: Bool {
    guard getenv("TMUX") == nil else { return true }
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
    return type.hasPrefix("screen") || type.hasPrefix("tmux")
  }

  /// Takes an answer; the event to tell when it changes how pictures are shown.
  func adopt(_ answer: TerminalAnswer) -> InputEvent? {
    guard asksForPictures else { return nil }
    let found = graphics.taking(answer)
    guard found != graphics, colourDepth.pictureColours != .shades else { return nil }
    graphics = found
    painter.graphics = found
    return .pictures(.placed)
  }

  /// Gives the terminal the pictures of a frame; true when everything must be painted anew.
  func give(_ frame: Frame) -> Bool {
    switch graphics {
    case .cells: return false
    case .kitty:
      let visible = PlacedArea.visible(in: frame.grid).compactMap { frame.pictures[$0] }
      let (bytes, isReset) = kitty.give(visible)
      if !bytes.isEmpty { writeAll(bytes, to: output) }
      painter.numbers = kitty
      return isReset
    case .sixel:
      let areas = PlacedArea.all(in: frame.grid, frame.pictures)
      defer { placed = areas }
      // Sixels stay until something is written over them.
      return areas != placed && !placed.isEmpty
    }
  }

  /// Draws sixels over the cells left blank for them.
  func drawSixels(_ frame: Frame, _ changes: [GridRun], before: [PlacedArea]) {
    guard graphics == .sixel, !placed.isEmpty else { return }
    let cell = Self.cellPixels(output)
    var bytes: [UInt8] = []
    for area in placed {
      let isTouched = changes.contains { run in
        run.y >= area.cells.y && run.y < area.cells.maxY
          && run.columns.overlaps(area.cells.x..<area.cells.maxX)
      }
      guard isTouched || !before.contains(area), let picture = frame.pictures[area.picture]
      else { continue }
      let rows = picture.size.height
      bytes += Array("\u{1B}7\u{1B}[\(area.cells.y + 1);\(area.cells.x + 1)H".utf8)
      bytes += SixelPicture.sequence(
        picture.view.image, width: area.cells.width * cell.width,
        // A band more than the cells would scroll the last line of the screen.
        height: area.cells.height * cell.height / 6 * 6,
        rows: area.firstRow * 1000 / rows..<(area.firstRow + area.cells.height) * 1000 / rows)
      bytes += Array("\u{1B}8".utf8)
    }
    if !bytes.isEmpty { writeAll(bytes, to: output) }
  }

  /// Takes pictures off the terminal before it is given back.
  func takePicturesAway() {
    if graphics == .kitty { writeAll(kitty.forget(), to: output) }
    placed = []
  }

  private static func cellPixels(_ descriptor: Int32) -> Size {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0,
      size.ws_xpixel >= size.ws_col, size.ws_ypixel >= size.ws_row
    else { return usualCell }
    return Size(
      width: Int(size.ws_xpixel / size.ws_col), height: Int(size.ws_ypixel / size.ws_row))
  }
}

extension PlacedArea {
  /// The numbers of all pictures of which something is seen.
  static func visible(in grid: Grid) -> [UInt32] {
    var seen: Set<UInt32> = []
    for y in 0..<grid.size.height {
      for x in 0..<grid.size.width {
        if let place = grid[Point(x: x, y: y)].style.placement { seen.insert(place.picture) }
      }
    }
    return seen.sorted()
  }
}
