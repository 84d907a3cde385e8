/// The modes of a terminal that ncurses does not know, and what gives the terminal back.
struct TerminalModes {
  /// What asks for the modes.
  let entering: [UInt8]
  /// What ends them, in the reverse order.
  let leaving: [UInt8]

  /// Makes the modes of options.
  /// - Parameter isANSI: Whether the terminal understands private modes at all.
  init(_ options: CursesOptions, isANSI: Bool) {
    var modes: [Int] = []
    if isANSI {
      modes.append(2004)
      if options.reportsFocus { modes.append(1004) }
      if options.usesMouse { modes += [1000, 1006] }
    }
    entering = modes.flatMap { Array("\u{1B}[?\($0)h".utf8) }
    leaving = modes.reversed().flatMap { Array("\u{1B}[?\($0)l".utf8) }
  }

  /// What a dying process writes: the modes ended, plain text, the cursor shown, the screen left.
  /// - Parameter capability: Gives the value of a string capability of terminfo.
  func restoring(_ capability: (String) -> [UInt8]?) -> [UInt8] {
    leaving
      + ["sgr0", "op", "cnorm", "rmcup"].flatMap { capability($0).map(Self.unpadded) ?? [] }
  }

  /// A capability without the delays written `$<5>`, which no terminal of today needs.
  static func unpadded(_ capability: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = capability[...]
    while let byte = rest.first {
      let isDelay = byte == UInt8(ascii: "$") && rest.dropFirst().first == UInt8(ascii: "<")
      if isDelay, let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
