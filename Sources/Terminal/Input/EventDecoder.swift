import Display

/// What turns bytes into events.
protocol EventDecoder {
  /// Whether bytes wait for what follows them.
  var isWaiting: Bool { get }
  /// Reads bytes and gives the events they complete.
  mutating func feed(_ bytes: [UInt8]) -> [InputEvent]
  /// Takes what waits for what it is by itself.
  mutating func flush() -> [InputEvent]
}

extension InputDecoder: EventDecoder {
  mutating func feed(_ bytes: [UInt8]) -> [InputEvent] {
    feed(bytes[...])
  }
}
