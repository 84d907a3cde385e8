/// What the mouse did.
public struct MouseEvent: Hashable, Sendable {
  /// What was done.
  public enum Action: Hashable, Sendable {
    /// A button went down.
    case press(Button)
    /// The button went up.
    case release
    /// The pointer moved with a button down.
    case drag(Button)
    /// The wheel turned away from the agent.
    case wheelUp
    /// The wheel turned towards the agent.
    case wheelDown
  }

  /// Which button.
  public enum Button: Hashable, Sendable {
    /// The left button.
    case left
    /// The middle button.
    case middle
    /// The right button.
    case right
  }

  /// What was done.
  public let action: Action
  /// Over which cell.
  public let position: Point
  /// The keys held.
  public let modifiers: Modifiers

  /// Makes an event.
  public init(_ action: Action, at position: Point, modifiers: Modifiers = []) {
    self.action = action
    self.position = position
    self.modifiers = modifiers
  }
}
