import Crypto
import Foundation
import Oversight
import Review
import ReviewStore

/// Proves things about the ledger to somebody who does not see it.
public struct ProofService {
  /// The events read at once.
  private static let page = 10_000

  private let store: any ReviewStore

  /// Makes a service for a store.
  public init(store: any ReviewStore) { self.store = store }

  /// The head, signed, with the root of the tree over all events.
  public func signedHead(
    key: Curve25519.Signing.PrivateKey, now: Timestamp
  ) throws -> SignedHead {
    let hashes = try hashes()
    return try SignedHead(
      sequence: hashes.count, hash: hashes.last ?? .zero, root: MerkleTree(hashes).root,
      time: now, key: key)
  }

  /// The proof that an event is in the ledger; it shows that event and no other.
  ///
  /// - Parameter count: the number of events of the head that is to be matched, all when `nil`.
  /// - Throws: `StoreError.unknown` when there is no such event.
  public func proof(of sequence: Int, among count: Int? = nil) throws -> InclusionProof {
    let hashes = Array(try hashes().prefix(count ?? .max))
    let tree = MerkleTree(hashes)
    guard let row = try store.row(sequence), let path = tree.path(of: sequence - 1) else {
      throw StoreError.unknown("event \(sequence)")
    }
    return InclusionProof(
      sequence: sequence, count: hashes.count, row: row,
      previous: sequence > 1 ? hashes[sequence - 2] : .zero, path: path, root: tree.root)
  }

  private func hashes() throws -> [LedgerHash] {
    var hashes: [LedgerHash] = []
    while true {
      let events = try store.events(after: hashes.count, limit: Self.page)
      guard !events.isEmpty else { return hashes }
      hashes += events.map(\.hash)
    }
  }
}
