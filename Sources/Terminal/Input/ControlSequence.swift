import Display

/// Reads `ESC [` sequences: keys with modifiers, the mouse, pastes, focus.
enum ControlSequence {
  /// Reads a sequence of at least three bytes.
  static func read(_ bytes: ArraySlice<UInt8>, _ isComplete: Bool) -> KeySequence.Result {
    let body = bytes.dropFirst(2)
    if body.first == UInt8(ascii: "[") { return console(bytes, isComplete) }
    // Parameters and intermediates run from 0x20 to 0x3F; `$` ends rxvt's sequences.
    guard let end = body.firstIndex(where: { $0 >= 0x40 || $0 < 0x20 || $0 == 0x24 }) else {
      return isComplete ? .nothing(bytes.count) : .more
    }
    let length = end - bytes.startIndex + 1
    if bytes[end] < 0x20 { return .nothing(length - 1) }
    return interpret(body[..<end], final: bytes[end], length: length)
  }

  /// The function keys of the Linux console: `ESC [ [ A` … `E`.
  private static func console(
    _ bytes: ArraySlice<UInt8>, _ isComplete: Bool
  ) -> KeySequence.Result {
    guard let last = bytes.dropFirst(3).first else { return isComplete ? .nothing(3) : .more }
    let number = Int(last) - 0x40
    return number >= 1 && number <= 5 ? .event(.key(Key(.function(number))), 4) : .nothing(4)
  }

  private static func interpret(
    _ body: ArraySlice<UInt8>, final: UInt8, length: Int
  ) -> KeySequence.Result {
    if body.first == UInt8(ascii: "<") {
      let numbers = parameters(body.dropFirst())
      guard let event = MouseReport.event(numbers, isRelease: final == UInt8(ascii: "m")) else {
        return .nothing(length)
      }
      return .event(.mouse(event), length)
    }
    if body.first == UInt8(ascii: "?"), final == UInt8(ascii: "c") {
      return .event(.answer(.attributes(parameters(body.dropFirst()))), length)
    }
    // Other private parameters (`? > =`) begin a terminal's answers, which are no keys.
    if let first = body.first, (0x3D...0x3F).contains(first) { return .nothing(length) }
    let numbers = parameters(body)
    switch (numbers.first, final) {
    case (200, UInt8(ascii: "~")): return .pasteBegins(length)
    case (nil, UInt8(ascii: "I")): return .event(.focus(true), length)
    case (nil, UInt8(ascii: "O")): return .event(.focus(false), length)
    default:
      guard let key = key(numbers, final) else { return .nothing(length) }
      return .event(.key(key), length)
    }
  }

  private static func key(_ numbers: [Int], _ final: UInt8) -> Key? {
    let first = numbers.first ?? 0
    switch final {
    case UInt8(ascii: "Z"): return .named(.tab, .shift)
    case UInt8(ascii: "u"): return KeyTable.code(first, modifiers(numbers, at: 1))
    case UInt8(ascii: "~") where first == 27 && numbers.count == 3:
      return KeyTable.code(numbers[2], modifiers(numbers, at: 1))
    case UInt8(ascii: "~"):
      return KeyTable.number(first).map { Key($0, modifiers(numbers, at: 1)) }
    case UInt8(ascii: "^"): return KeyTable.number(first).map { Key($0, .control) }
    case UInt8(ascii: "$"): return KeyTable.number(first).map { Key($0, .shift) }
    case UInt8(ascii: "@"): return KeyTable.number(first).map { Key($0, [.control, .shift]) }
    case UInt8(ascii: "a")...UInt8(ascii: "d") where numbers.isEmpty:
      return KeyTable.letter(final - 0x20).map { Key($0, .shift) }
    default: return KeyTable.letter(final).map { Key($0, modifiers(numbers, at: 1)) }
    }
  }

  /// The modifiers a parameter gives: one more than the sum of their bits.
  private static func modifiers(_ numbers: [Int], at index: Int) -> Modifiers {
    guard index < numbers.count, numbers[index] > 1, numbers[index] <= 256 else { return [] }
    let bits = numbers[index] - 1
    // Meta, bit 8, is the same key as alt for us.
    return Modifiers(rawValue: UInt8(bits & 7 | (bits & 8 != 0 ? 2 : 0)))
  }

  private static func parameters(_ bytes: ArraySlice<UInt8>) -> [Int] {
    if bytes.isEmpty { return [] }
    return bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      // Sub-parameters after a colon say nothing we use.
      let main = $0.prefix { $0 != UInt8(ascii: ":") }
      return Int(String(decoding: main, as: UTF8.self)) ?? 0
    }
  }
}
