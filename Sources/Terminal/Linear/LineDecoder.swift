import Display

/// Turns lines into events: a line that is the notation of a key (`j`, `C-d`, `F1`) presses it, an
/// empty one presses `Enter`, any other types its characters, then `Enter`.
struct LineDecoder: EventDecoder {
  /// The longest line, in bytes; the rest is dropped.
  static let maximumLine = 64 * 1024

  private var line: [UInt8] = []

  var isWaiting: Bool { false }

  mutating func feed(_ bytes: [UInt8]) -> [InputEvent] {
    var events: [InputEvent] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        events += take()
      } else if line.count < Self.maximumLine {
        line.append(byte)
      }
    }
    return events
  }

  mutating func flush() -> [InputEvent] { [] }

  private mutating func take() -> [InputEvent] {
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    let text = String(decoding: line, as: UTF8.self)
    line.removeAll()
    if text.isEmpty { return [.key(.named(.enter))] }
    if let key = Key(notation: text) { return [.key(key)] }
    // Typed text is as hostile as any other; a control character must press no key.
    let typed = text.unicodeScalars.filter { CharacterWidth.of($0) > 0 }
    return typed.map { .key(.character($0)) } + [.key(.named(.enter))]
  }
}
