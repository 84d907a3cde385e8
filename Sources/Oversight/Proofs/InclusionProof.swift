import Foundation
import Review

/// The proof that one ledger row is among the first so many rows.
public struct InclusionProof: Hashable, Sendable, Codable {
  /// The row's place, from 1.
  public var sequence: Int
  /// The number of rows in the tree.
  public var count: Int
  /// The row's canonical bytes, in base 64: what is proved.
  public var row: String
  /// The hash of the row before, in hexadecimal.
  public var previous: String
  /// The neighbours' hashes from the leaf to the root, in hexadecimal.
  public var path: [String]
  /// The root, in hexadecimal.
  public var root: String

  /// Makes a proof.
  public init(
    sequence: Int, count: Int, row: [UInt8], previous: LedgerHash, path: [LedgerHash],
    root: LedgerHash
  ) {
    self.sequence = sequence
    self.count = count
    self.row = Data(row).base64EncodedString()
    self.previous = previous.description
    self.path = path.map(\.description)
    self.root = root.description
  }

  /// Whether the path leads from the row to the root. That the root is the right one, its signed
  /// head must tell.
  public var isValid: Bool {
    guard let bytes = Data(base64Encoded: row), let previous = LedgerHash(hexadecimal: previous),
      let root = LedgerHash(hexadecimal: root), sequence >= 1, sequence <= count
    else { return false }
    let hashes = path.compactMap { LedgerHash(hexadecimal: $0) }
    guard hashes.count == path.count else { return false }
    let own = CanonicalRow.hash([UInt8](bytes), after: previous)
    guard CanonicalRow(bytes: [UInt8](bytes))?.fields["sequence"] == String(sequence) else {
      return false
    }
    return Self.climb(MerkleTree.leaf(own.bytes), index: sequence - 1, count, hashes) == root
  }

  /// Source: RFC 9162, section 2.1.3.2.
  private static func climb(
    _ leaf: LedgerHash, index: Int, _ count: Int, _ path: [LedgerHash]
  ) -> LedgerHash? {
    var node = index
    var last = count - 1
    var hash = leaf
    for neighbour in path {
      guard last > 0 else { return nil }
      if node % 2 == 1 || node == last {
        hash = MerkleTree.node(neighbour, hash)
        while node % 2 == 0, node != 0 {
          node /= 2
          last /= 2
        }
      } else {
        hash = MerkleTree.node(hash, neighbour)
      }
      node /= 2
      last /= 2
    }
    return last == 0 ? hash : nil
  }
}
