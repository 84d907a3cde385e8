/// What comes from a terminal.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted; it never presses keys.
  case paste(String)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// The terminal has another size.
  case resize(Size)
  /// Another thread woke the driver.
  case wake
  /// The program was stopped and goes on: all must be drawn again.
  case resumed
  /// The terminal is gone or the program is asked to end, by this signal.
  case hangup(signal: Int32)
}

/// What the mouse did.
public struct MouseEvent: Hashable, Sendable {
  /// The kinds of events.
  public enum Kind: Hashable, Sendable {
    /// The left button was pressed.
    case press
    /// The left button was pressed twice.
    case doublePress
    /// The wheel was turned up.
    case wheelUp
    /// The wheel was turned down.
    case wheelDown
  }

  /// What it did.
  public var kind: Kind
  /// Where.
  public var point: Point

  /// Makes an event.
  public init(kind: Kind, point: Point) {
    self.kind = kind
    self.point = point
  }
}
