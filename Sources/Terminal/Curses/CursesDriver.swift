import CCurses
import Display
import Glibc

/// The driver for people: a full screen through ncursesw.
///
/// One at a time in a process. Only what changed is written, and nothing at rest. The terminal is
/// given back by `close`, by signals and by faults alike.
public final class CursesDriver: TerminalDriver {
  /// What another thread wakes `nextEvent` with.
  public let waker = Waker()
  /// Columns and rows.
  public internal(set) var size: Size
  /// The colours the terminal has.
  public let colourDepth: ColourDepth

  let input: Int32
  let output: Int32
  let handlesSignals: Bool
  let modes: TerminalModes
  let pump: InputPump
  var painter: CellPainter
  /// What is on the screen; nothing when that is not known.
  var shown: Frame?
  /// How pictures are shown.
  var graphics: PictureGraphics
  let asksForPictures: Bool
  var kitty = KittyPictures(isMultiplexed: CursesDriver.isMultiplexed)
  /// Where sixels lie.
  var placed: [PlacedArea] = []
  var isOpen = true
  var isSuspended = false

  /// Takes the terminal.
  /// - Throws: `TerminalError` when there is none or it cannot be used.
  public init(
    options: CursesOptions = CursesOptions(), input: Int32 = 0, output: Int32 = 1
  ) throws {
    let type = options.terminalType ?? getenv("TERM").map { String(cString: $0) } ?? ""
    guard isatty(input) == 1, isatty(output) == 1 else { throw TerminalError.notATerminal }
    screen_set_locale()
    let pump = InputPump(descriptor: input, waker: waker, decoder: InputDecoder())
    if options.handlesSignals {
      guard_install(output, pump.signalWaker.descriptor, Int32(options.patience))
    }
    guard Self.isKnown(type), screen_open(type, input, output) else {
      if options.handlesSignals { guard_remove() }
      throw TerminalError.unusable(type: type)
    }
    self.input = input
    self.output = output
    self.pump = pump
    modes = TerminalModes(options, isANSI: Self.isANSI)
    size = Self.currentSize(output)
    colourDepth = Self.currentDepth
    graphics = PictureGraphics(options.pictures)
    asksForPictures = options.pictures == .ask
    painter = CellPainter(
      depth: Self.currentDepth, pairs: Int(screen_pairs()),
      hasDefaults: screen_has_default_colours(), define: screen_set_pair)
    pump.useOwnKeys(Self.ownKeys())
    handlesSignals = options.handlesSignals
    if handlesSignals {
      armGuard()
      pump.onSignals = { [unowned self] in self.handle($0) }
    }
    screen_resize(Int32(size.width), Int32(size.height))
    painter.graphics = graphics
    writeAll(modes.entering, to: output)
    askForPictures(options.pictures)
  }

  deinit {
    close()
  }

  /// With which colours pictures are shown here.
  public var pictureColours: PictureView.Colours {
    graphics == .cells || colourDepth.pictureColours == .shades
      ? colourDepth.pictureColours : .placed
  }

  /// Shows a frame; writes only what differs from the one before.
  public func present(_ frame: Frame) {
    guard isOpen, !isSuspended else { return }
    if shown?.theme != frame.theme {
      painter.forgetStyles()
      shown = nil
    }
    let earlier = placed
    if give(frame) {
      shown = nil
      screen_forget()
    }
    let changes = frame.grid.changes(since: shown?.grid)
    if changes.isEmpty && shown?.cursor == frame.cursor && shown != nil { return }
    paint(changes, of: frame)
    if painter.isFull {
      // More colours since the start than the terminal can hold: begin again with these.
      painter.forget()
      screen_forget()
      paint(frame.grid.changes(since: nil), of: frame)
    }
    let cursor = frame.cursor.flatMap { frame.grid.bounds.contains($0) ? $0 : nil }
    screen_set_cursor(Int32(cursor?.y ?? -1), Int32(cursor?.x ?? 0))
    screen_update()
    drawSixels(frame, changes, before: earlier)
    shown = frame
  }

  /// Waits for an event: as long as it takes without a timeout, else nothing once it has passed.
  public func nextEvent(timeout: Duration?) -> InputEvent? {
    guard isOpen else { return nil }
    var event = pump.next(timeout: timeout)
    while case .answer(let answer) = event {
      if let told = adopt(answer) { return told }
      event = pump.next(timeout: timeout)
    }
    guard event == .key(.character("z", .control)) else { return event }
    stop()
    return .resize(size)
  }

  private func paint(_ changes: [GridRun], of frame: Frame) {
    for run in changes {
      painter.paint(run, of: frame.grid, theme: frame.theme) {
        screen_write(Int32(run.y), Int32(run.columns.lowerBound), $0.baseAddress, Int32($0.count))
      }
    }
  }
}
