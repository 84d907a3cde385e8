import Foundation
import Terminal
import Workbench

/// Messages from other threads, in the order in which they came.
final class Inbox: @unchecked Sendable {
  private let lock = NSLock()
  private var messages: [Message] = []
  private let waker: Waker

  init(waker: Waker) { self.waker = waker }

  func put(_ message: Message) {
    lock.withLock { messages.append(message) }
    waker.wake()
  }

  func take() -> Message? {
    lock.withLock { messages.isEmpty ? nil : messages.removeFirst() }
  }
}
