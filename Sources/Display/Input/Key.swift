/// A key as the keymap knows it.
public struct Key: Hashable, Sendable {
  /// Which key, without its modifiers.
  public enum Code: Hashable, Sendable {
    /// A key that types a character.
    case character(Unicode.Scalar)
    /// A key with a name.
    case named(Name)
    /// F1…F24.
    case function(Int)
  }

  /// A key that types nothing, by its name in key notation.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    /// The return key.
    case enter = "Enter"
    /// The escape key.
    case escape = "Esc"
    /// The tabulator.
    case tab = "Tab"
    /// Deletes to the left.
    case backspace = "Backspace"
    /// Deletes to the right.
    case delete = "Delete"
    /// Insert.
    case insert = "Insert"
    /// The up arrow.
    case up = "Up"
    /// The down arrow.
    case down = "Down"
    /// The left arrow.
    case left = "Left"
    /// The right arrow.
    case right = "Right"
    /// To the beginning.
    case home = "Home"
    /// To the end.
    case end = "End"
    /// One page back.
    case pageUp = "PageUp"
    /// One page on.
    case pageDown = "PageDown"
    /// The space bar, which types a blank.
    case space = "Space"
  }

  /// Which key.
  public let code: Code
  /// The keys held with it.
  public let modifiers: Modifiers

  /// Makes a key; a blank becomes the space bar, and shift is dropped from a character.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    if case .character(let scalar) = code {
      self.code = scalar == " " ? .named(.space) : code
      self.modifiers = scalar == " " ? modifiers : modifiers.subtracting(.shift)
    } else {
      self.code = code
      self.modifiers = modifiers
    }
  }

  /// Makes a key that types a character.
  public static func character(_ scalar: Unicode.Scalar, _ modifiers: Modifiers = []) -> Key {
    Key(.character(scalar), modifiers)
  }

  /// Makes a key with a name.
  public static func named(_ name: Name, _ modifiers: Modifiers = []) -> Key {
    Key(.named(name), modifiers)
  }

  /// What the key adds to a text field, if it types something.
  public var typed: Unicode.Scalar? {
    guard modifiers.subtracting(.shift).isEmpty else { return nil }
    switch code {
    case .character(let scalar): return scalar
    case .named(.space): return " "
    default: return nil
    }
  }
}
