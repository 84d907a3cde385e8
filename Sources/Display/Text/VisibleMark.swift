/// What stands on screen for a character that may not reach it.
enum VisibleMark {
  /// The mark: a control picture for C0 and delete, else the code between angle quotes.
  static func of(_ scalar: Unicode.Scalar) -> String {
    let value = scalar.value
    if value < 0x20, let picture = Unicode.Scalar(0x2400 + value) { return String(picture) }
    if value == 0x7F { return "\u{2421}" }
    return "‹U+\(hexadecimal(value, digits: 4))›"
  }

  /// A number in capital hexadecimal digits, at least so many.
  static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let plain = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - plain.utf8.count)) + plain
  }
}
