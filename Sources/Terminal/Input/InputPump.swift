import CCurses
import Display
import Glibc

/// Waits for bytes, wakes and signals, and gives events one by one.
final class InputPump {
  /// How long an escape byte waits for what may follow it, in milliseconds.
  static let escapeDelay: Int32 = 25

  private let descriptor: Int32
  private let waker: Waker
  /// Apart from `waker`, so that a signal and a wake at once are both told.
  let signalWaker = Waker()
  private var decoder: any EventDecoder
  private var queue: [InputEvent] = []
  private var hasEnded = false
  /// What to do with signals: an event, if there is something to tell. Without it the guard's
  /// notes are left to whoever installed it.
  var onSignals: ((UInt32) -> InputEvent?)?

  init(descriptor: Int32, waker: Waker, decoder: any EventDecoder) {
    self.descriptor = descriptor
    self.waker = waker
    self.decoder = decoder
  }

  /// Reads the keys of this terminal by its own sequences too.
  func useOwnKeys(_ keys: [[UInt8]: Key]) {
    decoder = InputDecoder(ownKeys: keys)
  }

  /// The next event; nothing once the timeout has passed.
  func next(timeout: Duration?) -> InputEvent? {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      if !queue.isEmpty { return queue.removeFirst() }
      if hasEnded { return .hangup(signal: SIGHUP) }
      let remaining = deadline.map { ContinuousClock.now.duration(to: $0) }
      let isOver = remaining.map { $0 <= .zero } ?? false
      let wait = isOver ? 0 : Self.milliseconds(remaining)
      let event = poll(wait: decoder.isWaiting ? Self.sooner(wait, Self.escapeDelay) : wait)
      if let event { return event }
      if isOver && queue.isEmpty && !decoder.isWaiting { return nil }
    }
  }

  /// Waits once; the event of a signal or a wake, while keys go to the queue.
  private func poll(wait: Int32) -> InputEvent? {
    var sources = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: waker.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signalWaker.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = Glibc.poll(&sources, nfds_t(sources.count), wait)
    _ = signalWaker.take()
    if let onSignals {
      let signals = guard_take()
      if signals != 0, let event = onSignals(signals) { return event }
    }
    if count == 0 { queue += decoder.flush() }
    if sources[0].revents != 0 && count > 0 { read() }
    return waker.take() ? .wake : nil
  }

  private func read() {
    switch readSome(descriptor) {
    case .bytes(let bytes): queue += decoder.feed(bytes)
    case .nothing: break
    case .end: hasEnded = true
    }
  }

  /// Milliseconds for `poll`, rounded up; -1 without a limit.
  private static func milliseconds(_ duration: Duration?) -> Int32 {
    guard let duration else { return -1 }
    let (seconds, attoseconds) = duration.components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }

  private static func sooner(_ one: Int32, _ other: Int32) -> Int32 {
    one < 0 ? other : min(one, other)
  }
}
