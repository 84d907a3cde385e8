import CCurses
import Display
import Testing

@testable import Terminal

@Suite struct ColourTests {
  @Test func depths() {
    let orange = ThemeColour.rgb(RGB(255, 135, 0))
    #expect(ColourDepth.direct.number(orange).number == 0xFF8700)
    #expect(ColourDepth.palette(256).number(orange).number == 208)
    #expect(ColourDepth.palette(16).number(.palette(9)) == (9, false))
    #expect(ColourDepth.palette(8).number(.palette(9)) == (1, true))
    #expect(ColourDepth.palette(8).number(.palette(3)) == (3, false))
    #expect(ColourDepth.palette(256).number(.palette(200)).number == 200)
    #expect(ColourDepth.direct.number(.palette(3)).number == 3)
    #expect(ColourDepth.direct.number(.palette(231)).number == 0xFFFFFF)
    // Numbers below eight mean the palette: nearly black must not become red.
    #expect(ColourDepth.direct.number(.rgb(RGB(0, 0, 1))).number == 8)
    #expect(ColourDepth.none.number(orange).number == -1)
    #expect(ColourDepth.direct.number(.standard).number == -1)
  }

  @Test func pictures() {
    #expect(ColourDepth.direct.pictureColours == .direct)
    #expect(ColourDepth.palette(256).pictureColours == .palette)
    #expect(ColourDepth.palette(8).pictureColours == .shades)
    #expect(ColourDepth.none.pictureColours == .shades)
  }

  @Test func pairsKeepTheirColours() {
    var pairs = ColourPairs(available: 4)
    var defined: [[Int32]] = []
    func number(_ foreground: Int32, _ background: Int32) -> Int32 {
      pairs.number(foreground: foreground, background: background) { defined.append([$0, $1, $2]) }
    }
    #expect(number(-1, -1) == 0)
    #expect([number(1, -1), number(2, 0), number(1, -1), number(-1, 3)] == [1, 2, 1, 3])
    #expect(defined == [[1, 1, -1], [2, 2, 0], [3, -1, 3]])
    #expect(!pairs.isFull)
    #expect(number(5, 5) == 0 && pairs.isFull)
    pairs.removeAll()
    #expect(number(5, 5) == 1 && !pairs.isFull)
  }

  private func painter(pairs: Int, hasDefaults: Bool = true) -> CellPainter {
    CellPainter(depth: .palette(256), pairs: pairs, hasDefaults: hasDefaults) { _, _, _ in }
  }

  private func painted(_ grid: Grid, _ painter: inout CellPainter, _ theme: Theme) -> [screen_cell]
  {
    var cells: [screen_cell] = []
    painter.paint(
      GridRun(y: 0, columns: 0..<grid.size.width), of: grid, theme: theme
    ) { cells += $0 }
    return cells
  }

  @Test func cellsOfARun() {
    var grid = Grid(size: Size(width: 5, height: 1))
    grid.write(SafeText("e\u{301}漢a"), at: .zero, style: Style(.title))
    var painter = painter(pairs: 256)
    let cells = painted(grid, &painter, .standard)
    #expect(cells.map(\.width) == [1, 2, 1, 1])
    #expect(cells.map(\.count) == [2, 1, 1, 1])
    #expect(cells[0].characters.0 == 0x65 && cells[0].characters.1 == 0x301)
    #expect(cells[0].attributes == UInt8(SCREEN_BOLD))
    #expect(cells[3].attributes == 0)
  }

  @Test func attributesAreThoseOfTheShim() {
    let pairs: [(Attributes, Int)] = [
      (.bold, Int(SCREEN_BOLD)), (.dim, Int(SCREEN_DIM)), (.underline, Int(SCREEN_UNDERLINE)),
      (.reverse, Int(SCREEN_REVERSE)), (.italic, Int(SCREEN_ITALIC)),
    ]
    for (attribute, bit) in pairs { #expect(Int(attribute.rawValue) == bit) }
  }

  @Test func monoUsesNoPair() {
    var grid = Grid(size: Size(width: 2, height: 1))
    grid.write("a", at: .zero, style: Style(foreground: RGB(9, 9, 9), background: RGB(1, 1, 1)))
    grid.write("b", at: Point(x: 1, y: 0), style: Style(.warning))
    var painter = painter(pairs: 256)
    #expect(painted(grid, &painter, .mono).allSatisfy { $0.pair == 0 })
    painter.forgetStyles()
    #expect(painted(grid, &painter, .standard).allSatisfy { $0.pair != 0 })
  }

  @Test func tooManyColoursAreTold() {
    var grid = Grid(size: Size(width: 10, height: 1))
    for x in 0..<10 {
      let colour = Palette.rgb(UInt8(20 + x))
      grid.write(
        "x", at: Point(x: x, y: 0), style: Style(foreground: colour, background: nil))
    }
    var painter = painter(pairs: 6)
    #expect(painted(grid, &painter, .standard).filter { $0.pair == 0 }.count == 5)
    #expect(painter.isFull)
    painter.forget()
    #expect(!painter.isFull)
  }
}
