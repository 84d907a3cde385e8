import CCurses
import Display
import Glibc
import Testing

@testable import Terminal

/// ncurses has one screen in a process: these run one after the other.
@Suite(.serialized) struct CursesDriverTests {
  private func open(
    _ terminal: PseudoTerminal, type: String = "xterm-256color", mouse: Bool = true,
    handlesSignals: Bool = false
  ) throws -> CursesDriver {
    try CursesDriver(
      options: CursesOptions(
        terminalType: type, usesMouse: mouse, handlesSignals: handlesSignals),
      input: terminal.device, output: terminal.device)
  }

  private func frame(_ driver: CursesDriver, _ text: SafeText, cursor: Point? = nil) -> Frame {
    var grid = Grid(size: driver.size)
    grid.write(text, at: .zero, style: Style(.title))
    return Frame(grid: grid, cursor: cursor)
  }

  @Test func theTerminalIsGivenBackAsItWas() throws {
    let terminal = try #require(PseudoTerminal(width: 40, height: 10))
    let before = terminal.settings
    let driver = try open(terminal)
    driver.present(frame(driver, "Chez Momo"))
    let start = terminal.written(until: "Chez Momo")
    #expect(terminal.settings != before)
    for part in ["\u{1B}[?1049h", "\u{1B}[?2004h", "\u{1B}[?1000h", "\u{1B}[?1006h", "Chez Momo"] {
      #expect(start.contains(part), "\(part.dropFirst())")
    }
    driver.close()
    driver.close()
    let end = terminal.written(until: "\u{1B}[?1049l")
    for part in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?1000l", "\u{1B}[?1006l"] {
      #expect(end.contains(part), "\(part.dropFirst())")
    }
    #expect(terminal.settings == before)
    driver.present(frame(driver, "late"))
    #expect(terminal.written().isEmpty)
  }

  @Test func onlyWhatChangedIsWritten() throws {
    let terminal = try #require(PseudoTerminal(width: 80, height: 24))
    let driver = try open(terminal, mouse: false)
    driver.present(frame(driver, "Chez Momo, Sète", cursor: .zero))
    #expect(!terminal.written(until: "Sète").contains("1000h"))
    driver.present(frame(driver, "Chez Momo, Sète", cursor: .zero))
    #expect(terminal.written().isEmpty)
    driver.present(frame(driver, "Chez Mimo, Sète", cursor: .zero))
    let change = terminal.written(until: "i")
    #expect(change.contains("i") && !change.contains("Chez") && change.utf8.count < 60)
    driver.present(frame(driver, "Chez Mimo, Sète", cursor: Point(x: 2, y: 3)))
    let move = terminal.written()
    #expect(!move.isEmpty && move.utf8.count < 20)
    driver.close()
  }

  @Test func wideAndCombinedCharacters() throws {
    let terminal = try #require(PseudoTerminal(width: 20, height: 3))
    let driver = try open(terminal)
    driver.present(frame(driver, "漢字 e\u{301} \u{1FAEA}|"))
    let text = terminal.written(until: "|")
    #expect(text.contains("漢字") && text.contains("e\u{301}"))
    // An emoji newer than the C library is a question mark of the same width, so that nothing
    // after it is shifted.
    #expect(text.contains("\u{1FAEA}|") || text.contains("? |"))
    driver.close()
  }

  @Test func nothingHostileIsWritten() throws {
    let terminal = try #require(PseudoTerminal(width: 60, height: 3))
    let driver = try open(terminal)
    _ = terminal.written()
    driver.present(
      frame(driver, SafeText("\u{1B}]0;owned\u{07}\u{202E}\u{9B}2J\u{1B}]52;c;YQ==\u{07}")))
    let text = terminal.written(until: "␛]0")
    #expect(!text.contains("\u{1B}]") && !text.contains("\u{202E}") && !text.contains("\u{9B}"))
    #expect(text.contains("␛]0;owned␇‹U+202E›"))
    driver.close()
  }

  @Test func everySizeIsDrawn() throws {
    let terminal = try #require(PseudoTerminal(width: 80, height: 24))
    let driver = try open(terminal, handlesSignals: true)
    for (width, height) in [(1, 1), (2, 2), (300, 80), (120, 40), (80, 24)] {
      terminal.resize(width: UInt16(width), height: UInt16(height))
      kill(getpid(), SIGWINCH)
      #expect(driver.nextEvent(timeout: .seconds(5)) == .resize(Size(width: width, height: height)))
      var grid = Grid(size: driver.size)
      grid.box(grid.bounds, title: StyledLine("Vigie"))
      grid.write("x", at: Point(x: width - 1, y: height - 1))
      driver.present(Frame(grid: grid, cursor: Point(x: width - 1, y: height - 1)))
      #expect(terminal.written(until: "x").contains("x"))
      // A frame that was drawn for another size is cut.
      driver.present(frame(driver, "a frame as wide as it wants"))
      _ = terminal.written()
    }
    driver.close()
  }

  @Test func askedToEnd() throws {
    let terminal = try #require(PseudoTerminal(width: 80, height: 24))
    let driver = try open(terminal, handlesSignals: true)
    kill(getpid(), SIGTERM)
    #expect(driver.nextEvent(timeout: .seconds(5)) == .hangup(signal: SIGTERM))
    driver.close()
  }

  @Test func keysWakesAndTimeouts() throws {
    let terminal = try #require(PseudoTerminal(width: 80, height: 24))
    let driver = try open(terminal)
    terminal.type("j\u{1B}[B\u{1B}")
    var events: [InputEvent] = []
    while let event = driver.nextEvent(timeout: .milliseconds(200)) { events.append(event) }
    #expect(events == [.key("j"), .key("Down"), .key("Esc")])
    driver.waker.wake()
    #expect(driver.nextEvent(timeout: nil) == .wake)
    driver.close()
    #expect(driver.nextEvent(timeout: nil) == nil)
  }

  @Test func suspended() throws {
    let terminal = try #require(PseudoTerminal(width: 80, height: 24))
    let before = terminal.settings
    let driver = try open(terminal)
    driver.present(frame(driver, "Chez Momo"))
    driver.suspend()
    driver.present(frame(driver, "hidden"))
    let away = terminal.written(until: "\u{1B}[?1049l")
    #expect(away.contains("\u{1B}[?1049l") && !away.contains("hidden"))
    #expect(terminal.settings == before)
    driver.resume()
    driver.present(frame(driver, "Chez Momo"))
    let back = terminal.written(until: "Chez Momo")
    #expect(back.contains("\u{1B}[?1049h") && back.contains("Chez Momo"))
    #expect(terminal.settings != before)
    driver.close()
    #expect(terminal.settings == before)
  }

  @Test func picturesOfManyColours() throws {
    let terminal = try #require(PseudoTerminal(width: 200, height: 60))
    let driver = try open(terminal)
    for step in 0..<4 {
      let bytes = (0..<200 * 120 * 3).map { UInt8(truncatingIfNeeded: ($0 &* (7 + step)) >> 3) }
      let raster = try #require(Raster(width: 200, height: 120, bytes: bytes))
      var grid = Grid(size: driver.size)
      PictureView(raster).draw(into: &grid, in: grid.bounds)
      driver.present(Frame(grid: grid))
      #expect(terminal.written(until: "▀").contains("▀"))
    }
    driver.close()
  }

  @Test(arguments: ["linux", "vt100", "screen-256color", "xterm-direct", "tmux"])
  func otherTerminals(_ type: String) throws {
    let terminal = try #require(PseudoTerminal(width: 30, height: 4))
    guard let driver = try? open(terminal, type: type) else { return }
    driver.present(frame(driver, SafeText("Sète \u{FFFD}"), cursor: .zero))
    #expect(terminal.written(until: "Sète").contains("Sète"))
    driver.close()
  }

  @Test func whatIsNoTerminal() throws {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    #expect(throws: TerminalError.notATerminal) {
      try CursesDriver(input: ends[0], output: ends[1])
    }
    let terminal = try #require(PseudoTerminal(width: 30, height: 4))
    for type in ["dumb", "", "no-such-terminal"] {
      #expect(throws: TerminalError.unusable(type: type)) { try open(terminal, type: type) }
    }
  }
}
