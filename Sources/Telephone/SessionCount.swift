import Foundation

/// How many calls there are, and whether the server was told to stop.
final class SessionCount: @unchecked Sendable {
  private let lock = NSLock()
  private var running = 0
  private var stopped = false

  var count: Int { lock.withLock { running } }
  var isStopped: Bool { lock.withLock { stopped } }

  func enter(limit: Int) -> Bool {
    lock.withLock {
      guard running < limit else { return false }
      running += 1
      return true
    }
  }

  func leave() { lock.withLock { running -= 1 } }
  func stop() { lock.withLock { stopped = true } }
}
