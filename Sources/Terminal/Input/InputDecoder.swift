import Display

/// Turns the bytes a terminal sends into events. Pure: bytes in, events out.
///
/// Knows the sequences of xterm and its kin, of the Linux console and of rxvt, mouse reports
/// (SGR), bracketed paste, and whatever else terminfo says of the terminal at hand.
public struct InputDecoder {
  /// The longest sequence waited for, in bytes; longer ones are dropped.
  static let maximumSequence = 64
  /// The longest paste kept, in bytes; the rest is dropped.
  public static let maximumPaste = 4 * 1024 * 1024

  /// Keys of this terminal that have sequences of their own.
  private let ownKeys: [[UInt8]: Key]
  private var pending: [UInt8] = []
  /// The bytes of the paste being read; none outside one.
  private var paste: [UInt8]?
  private var pasteEnd = 0

  /// Makes a decoder.
  /// - Parameter ownKeys: Sequences that terminfo gives for keys.
  public init(ownKeys: [[UInt8]: Key] = [:]) {
    self.ownKeys = ownKeys
  }

  /// Whether bytes wait for what follows: after a short time without any, call `flush`.
  public var isWaiting: Bool { !pending.isEmpty && paste == nil }

  /// Reads bytes and gives the events they complete.
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    var events: [InputEvent] = []
    for byte in bytes {
      if paste != nil {
        if let text = takePasted(byte) { events.append(.paste(text)) }
      } else {
        pending.append(byte)
        // Dropping a broken beginning leaves bytes that may be whole by themselves.
        var before = Int.max
        while paste == nil, !pending.isEmpty, pending.count < before {
          before = pending.count
          decode(isComplete: false, into: &events)
        }
      }
    }
    return events
  }

  /// Takes what waits for what it is by itself: an escape byte for the escape key.
  public mutating func flush() -> [InputEvent] {
    var events: [InputEvent] = []
    while paste == nil, !pending.isEmpty {
      let before = pending.count
      decode(isComplete: true, into: &events)
      if pending.count == before { pending.removeAll() }
    }
    return events
  }

  private mutating func decode(isComplete: Bool, into events: inout [InputEvent]) {
    let sequence = KeySequence(pending, ownKeys: ownKeys, isComplete: isComplete)
    switch sequence.result {
    case .more:
      if pending.count > Self.maximumSequence { pending.removeAll() }
    case .nothing(let length):
      pending.removeFirst(length)
    case .event(let event, let length):
      pending.removeFirst(length)
      events.append(event)
    case .pasteBegins(let length):
      pending.removeFirst(length)
      paste = []
      pasteEnd = 0
    }
  }

  /// Adds a byte to the paste; the text when the byte ends it.
  private mutating func takePasted(_ byte: UInt8) -> String? {
    let mark: [UInt8] = Array("\u{1B}[201~".utf8)
    if byte == mark[pasteEnd] {
      pasteEnd += 1
    } else {
      // What looked like the end was part of the text.
      if (paste?.count ?? 0) + pasteEnd < Self.maximumPaste {
        paste?.append(contentsOf: mark[..<pasteEnd])
      }
      pasteEnd = byte == mark[0] ? 1 : 0
      if pasteEnd == 0, (paste?.count ?? 0) < Self.maximumPaste { paste?.append(byte) }
    }
    guard pasteEnd == mark.count else { return nil }
    defer { paste = nil }
    return Self.text(of: paste ?? [])
  }

  /// The pasted text; terminals send line ends as the return key does.
  private static func text(of bytes: [UInt8]) -> String {
    var lines: [UInt8] = []
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D {
        lines.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        lines.append(byte)
      }
      previous = byte
    }
    return String(decoding: lines, as: UTF8.self)
  }
}
