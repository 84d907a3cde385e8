import CCurses
import Display

extension CursesDriver {
  /// Keys asked of terminfo, for terminals that are not like xterm.
  private static let keyCapabilities: [(String, Key)] = [
    ("kcuu1", .named(.up)), ("kcud1", .named(.down)), ("kcub1", .named(.left)),
    ("kcuf1", .named(.right)), ("khome", .named(.home)), ("kend", .named(.end)),
    ("kpp", .named(.pageUp)), ("knp", .named(.pageDown)), ("kich1", .named(.insert)),
    ("kdch1", .named(.delete)), ("kcbt", .named(.tab, .shift)), ("kent", .named(.enter)),
    ("kf1", Key(.function(1))), ("kf2", Key(.function(2))), ("kf3", Key(.function(3))),
    ("kf4", Key(.function(4))), ("kf5", Key(.function(5))), ("kf6", Key(.function(6))),
    ("kf7", Key(.function(7))), ("kf8", Key(.function(8))), ("kf9", Key(.function(9))),
    ("kf10", Key(.function(10))), ("kf11", Key(.function(11))), ("kf12", Key(.function(12))),
  ]

  /// The sequences terminfo gives for keys. Single bytes are left out: they are control keys.
  static func ownKeys() -> [[UInt8]: Key] {
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in keyCapabilities {
      guard let value = screen_capability(name) else { continue }
      let bytes = Array(String(cString: value).utf8)
      if bytes.count > 1 { keys[bytes] = key }
    }
    return keys
  }

  /// Whether a type can be tried; ncurses ends the process itself on an empty one.
  static func isKnown(_ type: String) -> Bool {
    !type.isEmpty && type != "dumb" && type != "unknown"
  }

  /// Whether the terminal's sequences are those of the ANSI family, and so private modes do no
  /// harm.
  static var isANSI: Bool {
    screen_capability("cup").map { String(cString: $0).hasPrefix("\u{1B}[") } ?? false
  }

  /// The size of the terminal, or what terminfo says when it does not tell.
  static func currentSize(_ descriptor: Int32) -> Size {
    var width: Int32 = 0
    var height: Int32 = 0
    if terminal_size(descriptor, &width, &height) {
      return Size(width: Int(width), height: Int(height))
    }
    return Size(width: Int(screen_width()), height: Int(screen_height()))
  }

  /// The colours of the terminal that is open.
  static var currentDepth: ColourDepth {
    if screen_has_direct_colours() { return .direct }
    let count = Int(screen_colours())
    return count >= 8 ? .palette(count) : .none
  }
}
