import Display

/// Which key sends what.
enum KeyTable {
  /// The key of a control byte.
  static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: return .named(.space, .control)
    case 0x08, 0x7F: return .named(.backspace)
    case 0x09: return .named(.tab)
    case 0x0A, 0x0D: return .named(.enter)
    case 0x1B: return .named(.escape)
    default:
      let letter = byte < 0x1B ? byte + 0x60 : byte + 0x40
      return .character(Unicode.Scalar(letter), .control)
    }
  }

  /// The key of the byte after `ESC O`.
  static func singleShift(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "M"): return .named(.enter)
    case UInt8(ascii: "I"): return .named(.tab)
    case UInt8(ascii: " "): return .named(.space)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      // rxvt: control and an arrow.
      return letter(byte - 0x20).map { Key($0, .control) }
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      // The numeric keypad in application mode.
      return .character(Unicode.Scalar(byte - 0x40))
    default: return letter(byte).map { Key($0) }
    }
  }

  /// The key of the letter that ends `ESC [` sequences without a number.
  static func letter(_ byte: UInt8) -> Key.Code? {
    switch byte {
    case UInt8(ascii: "A"): .named(.up)
    case UInt8(ascii: "B"): .named(.down)
    case UInt8(ascii: "C"): .named(.right)
    case UInt8(ascii: "D"): .named(.left)
    case UInt8(ascii: "F"): .named(.end)
    case UInt8(ascii: "H"): .named(.home)
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(byte) - 0x4F)
    default: nil
    }
  }

  /// The key of the number in `ESC [ number ~`.
  static func number(_ number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .named(.home)
    case 2: .named(.insert)
    case 3: .named(.delete)
    case 4, 8: .named(.end)
    case 5: .named(.pageUp)
    case 6: .named(.pageDown)
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// The key of a code point in `ESC [ code ; modifiers u`.
  static func code(_ code: Int, _ modifiers: Modifiers) -> Key? {
    guard code > 0, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
      return nil
    }
    if code < 0x20 || code == 0x7F { return Key(control(UInt8(code)).code, modifiers) }
    return .character(scalar, modifiers)
  }
}
