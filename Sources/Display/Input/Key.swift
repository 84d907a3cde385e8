/// A key, with its modifiers.
public struct Key: Hashable, Sendable {
  /// Which key.
  public enum Code: Hashable, Sendable {
    /// A key that types a character.
    case character(Unicode.Scalar)
    /// Enter.
    case enter
    /// Escape.
    case escape
    /// Tab.
    case tab
    /// Backspace.
    case backspace
    /// Delete.
    case delete
    /// Up.
    case up
    /// Down.
    case down
    /// Left.
    case left
    /// Right.
    case right
    /// Home.
    case home
    /// End.
    case end
    /// Page up.
    case pageUp
    /// Page down.
    case pageDown
    /// A function key, from 1.
    case function(Int)
  }

  /// Which key.
  public var code: Code
  /// Whether Control is held.
  public var control: Bool
  /// Whether Alt is held.
  public var alt: Bool
  /// Whether Shift is held (for keys that type no character).
  public var shift: Bool

  /// Makes a key.
  public init(_ code: Code, control: Bool = false, alt: Bool = false, shift: Bool = false) {
    self.code = code
    self.control = control
    self.alt = alt
    self.shift = shift
  }

  /// The key that types a character.
  public init(_ scalar: Unicode.Scalar) { self.init(.character(scalar)) }
}

extension Key {
  private static let names: [(String, Code)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Backspace", .backspace),
    ("Delete", .delete), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown),
    ("Space", .character(" ")),
  ]

  /// Reads `j`, `C-d`, `A-x`, `S-Tab`, `Enter`, `F1`, `Space`; `nil` when the text names no key.
  public init?(_ notation: String) {
    var rest = Substring(notation)
    var key = Key(.enter)
    while rest.count > 2, let dash = rest.dropFirst().first, dash == "-" {
      switch rest.first {
      case "C": key.control = true
      case "A": key.alt = true
      case "S": key.shift = true
      default: return nil
      }
      rest = rest.dropFirst(2)
    }
    if let named = Self.names.first(where: { $0.0 == rest }) {
      key.code = named.1
    } else if rest.first == "F", let number = Int(rest.dropFirst()), (1...12).contains(number) {
      key.code = .function(number)
    } else if rest.unicodeScalars.count == 1, let scalar = rest.unicodeScalars.first {
      key.code = .character(scalar)
    } else {
      return nil
    }
    self = key
  }

  /// The key in the notation that `init(_:)` reads.
  public var notation: String {
    let prefix = (control ? "C-" : "") + (alt ? "A-" : "") + (shift ? "S-" : "")
    if let named = Self.names.first(where: { $0.1 == code }) { return prefix + named.0 }
    switch code {
    case .function(let number): return prefix + "F\(number)"
    case .character(let scalar): return prefix + String(scalar)
    default: return prefix
    }
  }
}
