import CCurses

/// What one thread wakes another with while it waits for input.
public final class Waker: Sendable {
  /// Readable as long as somebody has called and nobody has taken note.
  let descriptor: Int32

  /// Makes a waker.
  public init() {
    descriptor = waker_open()
  }

  deinit {
    if descriptor >= 0 { closeDescriptor(descriptor) }
  }

  /// Makes the waiting thread, or the next one to wait, get a `.wake` event. Any thread may call;
  /// calls before the event count as one.
  public func wake() {
    waker_wake(descriptor)
  }

  /// Takes note; false when nobody has called.
  func take() -> Bool {
    descriptor >= 0 && waker_take(descriptor)
  }
}
