import Foundation

/// A connection from the exchange, read line by line within limits.
final class AGIConnection {
  private let descriptor: Int32
  private let lineLimit: Int
  private var buffer: [UInt8] = []
  private var isClosed = false

  init(descriptor: Int32, lineLimit: Int) {
    self.descriptor = descriptor
    self.lineLimit = lineLimit
  }

  deinit { close() }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    shutdown(descriptor, Int32(SHUT_RDWR))
    Foundation.close(descriptor)
  }

  /// The next line without its end; what is no UTF-8 is replaced.
  func line(before deadline: Date) throws(AGIFailure) -> String {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = buffer[..<end]
        let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        buffer.removeSubrange(...end)
        return text
      }
      guard buffer.count <= lineLimit else { throw .longLine }
      try fill(before: deadline)
    }
  }

  private func fill(before deadline: Date) throws(AGIFailure) {
    let left = deadline.timeIntervalSinceNow
    guard left > 0 else { throw .timeOut }
    var item = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let ready = poll(&item, 1, Int32(min(left * 1000 + 1, 60_000)))
    if ready == 0 || (ready < 0 && errno == EINTR) { return }
    guard ready > 0 else { throw .system(errno: errno) }
    var chunk = [UInt8](repeating: 0, count: 2048)
    let count = recv(descriptor, &chunk, chunk.count, Int32(MSG_DONTWAIT))
    if count == 0 { throw .closed }
    if count < 0 {
      if errno == EAGAIN || errno == EINTR { return }
      throw errno == ECONNRESET ? .closed : .system(errno: errno)
    }
    buffer += chunk[..<count]
  }

  /// Sends a line.
  func send(_ text: String, before deadline: Date) throws(AGIFailure) {
    let bytes = Array((text + "\n").utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Foundation.send(
          descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if count > 0 {
        done += count
        continue
      }
      if errno == EPIPE || errno == ECONNRESET { throw .closed }
      guard errno == EAGAIN || errno == EINTR else { throw .system(errno: errno) }
      guard deadline.timeIntervalSinceNow > 0 else { throw .timeOut }
      var item = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&item, 1, 100)
    }
  }
}
