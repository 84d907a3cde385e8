import Foundation

/// Reads a pipe without blocking and keeps its first bytes.
struct PipeReader {
  let descriptor: Int32
  /// The bytes that are kept.
  let capacity: Int
  /// What was kept.
  private(set) var data = Data()
  /// Whether the other side closed the pipe.
  private(set) var isAtEnd = false
  /// Whether more was written than is kept.
  private(set) var isOver = false

  init(descriptor: Int32, capacity: Int) {
    self.descriptor = descriptor
    self.capacity = capacity
  }

  /// Reads what is there now, at most a mebibyte, so that the limits are looked at in between.
  mutating func drain() {
    guard !isAtEnd else { return }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    for _ in 0..<16 {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 {
        isAtEnd = true
        return
      }
      if count < 0 {
        isAtEnd = errno != EAGAIN && errno != EINTR
        return
      }
      let room = capacity - data.count
      data.append(contentsOf: chunk.prefix(min(count, room)))
      if count > room { isOver = true }
    }
  }
}
