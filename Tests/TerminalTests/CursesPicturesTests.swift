import Display
import Testing

@testable import Terminal

extension CursesDriverTests {
  private func shown(_ choice: PictureGraphics.Choice, _ answer: String) throws -> (
    CursesDriver, PseudoTerminal, Frame
  ) {
    let terminal = try #require(PseudoTerminal(width: 40, height: 12))
    let driver = try CursesDriver(
      options: CursesOptions(
        terminalType: "xterm-256color", usesMouse: false, handlesSignals: false, pictures: choice),
      input: terminal.device, output: terminal.device)
    if !answer.isEmpty { terminal.type(answer) }
    let view = try PictureGraphicsTests.view()
    var grid = Grid(size: driver.size)
    view.draw(into: &grid, in: Rect(x: 2, y: 1, width: 8, height: 4))
    var frame = Frame(grid: grid)
    let picture = PlacedPicture(view, size: Size(width: 8, height: 4))
    frame.pictures[picture.number] = picture
    return (driver, terminal, frame)
  }

  @Test func kittysAnswerBringsPlaceholders() throws {
    let (driver, terminal, frame) = try shown(.ask, "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62c")
    #expect(driver.pictureColours == .palette)
    #expect(driver.nextEvent(timeout: .seconds(2)) == .pictures(.placed))
    #expect(driver.pictureColours == .placed)
    driver.present(frame)
    let text = terminal.written(until: "38;5;16")
    #expect(text.contains("_Ga=T,U=1"))
    #expect(text.contains("\u{10EEEE}\u{305}\u{305}") && text.contains("38;5;16"))
    driver.present(frame)
    #expect(terminal.written().isEmpty)
    driver.close()
    #expect(terminal.written(until: "_Ga=d,d=A").contains("_Ga=d,d=A"))
  }

  @Test func sixelsAreDrawnOnceAndTakenAway() throws {
    let (driver, terminal, frame) = try shown(.ask, "\u{1B}[?62;4c")
    #expect(driver.nextEvent(timeout: .seconds(2)) == .pictures(.placed))
    driver.present(frame)
    let text = terminal.written(until: "\u{1B}8")
    #expect(text.contains("\u{1B}[2;3H\u{1B}P0;1q") && text.contains("\u{1B}8"))
    driver.present(frame)
    #expect(!terminal.written().contains("P0;1q"))
    // Without the picture everything is painted anew: sixels would stay.
    driver.present(Frame(grid: Grid(size: driver.size)))
    #expect(terminal.written(until: "\u{1B}[2J").contains("\u{1B}[2J") || driver.placed.isEmpty)
    driver.close()
  }

  @Test func nothingIsAskedUnlessWanted() throws {
    let (driver, terminal, frame) = try shown(.cells, "\u{1B}_Gi=31;OK\u{1B}\\j")
    #expect(driver.nextEvent(timeout: .seconds(2)) == .key("j"))
    driver.present(frame)
    let text = terminal.written()
    #expect(!text.contains("_G") && driver.pictureColours == .palette)
    driver.close()
  }
}
