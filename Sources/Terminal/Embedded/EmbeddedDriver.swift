import Display
import Glibc

/// The driver for tests: frames are kept in memory, events come from a script.
public final class EmbeddedDriver: TerminalDriver {
  /// The frames kept; older ones are dropped.
  public static let maximumHistory = 1_000

  /// What another thread wakes `nextEvent` with.
  public let waker = Waker()
  /// Columns and rows; changed by scripted `.resize` events.
  public private(set) var size: Size
  /// The frame shown last.
  public private(set) var frame: Frame?
  /// Frames in the order they were shown.
  public private(set) var history: [Frame] = []
  /// Whether the driver gives its terminal back, and to whom: `suspend` and `close` were called.
  public private(set) var state = State.open
  /// How long to wait for a wake once the script is at its end and there is no timeout.
  public var patience: Duration
  private var script: [InputEvent]

  /// Who has the terminal.
  public enum State: Hashable, Sendable {
    /// The driver.
    case open
    /// Somebody else, for a while.
    case suspended
    /// Nobody any more.
    case closed
  }

  /// Makes a driver with a script.
  public init(
    size: Size = Size(width: 80, height: 24), script: [InputEvent] = [],
    patience: Duration = .seconds(1)
  ) {
    self.size = size
    self.script = script
    self.patience = patience
  }

  /// Adds events at the end of the script.
  public func send(_ events: InputEvent...) {
    script += events
  }

  /// Adds keys in notation at the end of the script, blanks between them; words that are no
  /// notation are typed letter by letter.
  public func press(_ keys: String) {
    for word in keys.split(separator: " ") {
      if let key = Key(notation: word) {
        script.append(.key(key))
      } else {
        script += word.unicodeScalars.map { .key(.character($0)) }
      }
    }
  }

  /// Keeps a frame.
  public func present(_ frame: Frame) {
    guard state == .open else { return }
    self.frame = frame
    history.append(frame)
    if history.count > Self.maximumHistory { history.removeFirst() }
  }

  /// The next event: a wake, else the script's; at its end, nothing once the timeout has passed, or
  /// a hang-up without one.
  public func nextEvent(timeout: Duration?) -> InputEvent? {
    if state == .closed { return nil }
    if waker.take() { return .wake }
    if !script.isEmpty {
      let event = script.removeFirst()
      if case .resize(let new) = event { size = new }
      return event
    }
    if wait(timeout ?? patience) { return .wake }
    return timeout == nil ? .hangup(signal: SIGHUP) : nil
  }

  private func wait(_ duration: Duration) -> Bool {
    let end = ContinuousClock.now + duration
    repeat {
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      var source = pollfd(fd: waker.descriptor, events: Int16(POLLIN), revents: 0)
      poll(&source, 1, Int32(min(max(left, 0), 60_000).rounded(.up)))
      if waker.take() { return true }
    } while ContinuousClock.now < end
    return false
  }

  /// Notes that the terminal is somebody else's.
  public func suspend() {
    if state == .open { state = .suspended }
  }

  /// Notes that the terminal is the driver's again.
  public func resume() {
    if state == .suspended { state = .open }
  }

  /// Notes that the terminal was given back.
  public func close() {
    state = .closed
  }
}
