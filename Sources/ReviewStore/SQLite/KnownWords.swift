import Foundation
import Language

/// The words that this program already wrote to the vocabulary, so that each costs one write only.
final class KnownWords: @unchecked Sendable {
  /// The largest number that is remembered: eight bytes each.
  private static let limit = 1_000_000

  private let lock = NSLock()
  private var hashes: Set<UInt64> = []

  /// Whether a word was not seen before; it is then remembered.
  func isNew(_ word: String) -> Bool {
    lock.withLock {
      if hashes.count >= Self.limit { hashes.removeAll(keepingCapacity: true) }
      return hashes.insert(StableHash.of(word)).inserted
    }
  }

  /// Forgets everything: what was written may have been undone.
  func forget() { lock.withLock { hashes.removeAll() } }
}
