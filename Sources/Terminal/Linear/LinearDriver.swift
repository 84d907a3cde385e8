import CCurses
import Display
import Glibc

/// The driver for screen readers and braille: each change is a printed sentence. No cursor motion,
/// no colours, no alternate screen; what was said stays in the terminal's history.
public final class LinearDriver: TerminalDriver {
  /// How keys come in.
  public enum Mode: Hashable, Sendable {
    /// One by one, as they are pressed.
    case keys
    /// A line at a time: a key's notation, or text that is typed and entered.
    case lines
  }

  /// How many seconds the program may take to end after it was asked to.
  private static let patience: Int32 = 3

  /// What another thread wakes `nextEvent` with.
  public let waker = Waker()
  /// The size frames are drawn for; nothing of the grid is shown.
  public let size = Size(width: 80, height: 24)
  /// How keys come in.
  public let mode: Mode

  private let input: Int32
  private let output: Int32
  private let handlesSignals: Bool
  private let pump: InputPump
  private var said: [SafeText] = []
  private var isOpen = true
  private var isSuspended = false
  private var hasLostOutput = false

  /// Makes a driver. Without a mode, keys come one by one from a terminal, else by lines.
  /// - Parameter handlesSignals: Whether signals and faults are taken care of; off in tests.
  public init(
    mode: Mode? = nil, input: Int32 = 0, output: Int32 = 1, handlesSignals: Bool = true
  ) {
    self.input = input
    self.output = output
    let wanted = mode ?? .keys
    let isRaw = wanted == .keys && isatty(input) == 1
    self.mode = isRaw ? .keys : .lines
    let decoder: any EventDecoder = isRaw ? InputDecoder() : LineDecoder()
    pump = InputPump(descriptor: input, waker: waker, decoder: decoder)
    self.handlesSignals = handlesSignals
    if handlesSignals {
      guard_install(input, pump.signalWaker.descriptor, Self.patience)
      pump.onSignals = { _ in
        let ending = guard_termination()
        return ending == 0 ? nil : .hangup(signal: ending)
      }
    }
    takeTerminal()
  }

  deinit {
    close()
  }

  /// Says what the frame announces, one sentence a line, if it differs from what was said last.
  public func present(_ frame: Frame) {
    guard isOpen, !isSuspended, frame.announcement != said else { return }
    said = frame.announcement
    let text = said.map { $0.content + "\n" }.joined()
    if !writeAll(Array(text.utf8), to: output) { hasLostOutput = true }
  }

  /// Waits for an event: as long as it takes without a timeout, else nothing once it has passed.
  public func nextEvent(timeout: Duration?) -> InputEvent? {
    guard isOpen else { return nil }
    if hasLostOutput { return .hangup(signal: SIGPIPE) }
    let event = pump.next(timeout: timeout)
    guard mode == .keys, event == .key(.character("z", .control)) else { return event }
    suspend()
    guard_stop()
    resume()
    return .resize(size)
  }

  /// Gives the terminal back for a while.
  public func suspend() {
    guard isOpen, !isSuspended else { return }
    isSuspended = true
    if handlesSignals { guard_arm(false) }
    if mode == .keys { terminal_restore(input) }
  }

  /// Takes the terminal again; the next frame is said in full.
  public func resume() {
    guard isOpen, isSuspended else { return }
    isSuspended = false
    said = []
    takeTerminal()
  }

  /// Gives the terminal back as it was found.
  public func close() {
    guard isOpen else { return }
    suspend()
    isOpen = false
    if handlesSignals { guard_remove() }
  }

  private func takeTerminal() {
    guard mode == .keys else { return }
    if handlesSignals { guard_arm(true) }
    _ = terminal_make_raw(input)
  }
}
