import Crypto
import Foundation
import Review

/// A Merkle tree over the hashes of ledger rows: it proves that one row is in the ledger without
/// showing any other.
///
/// Source: RFC 6962, "Certificate Transparency", section 2.1: leaves are hashed with a leading 0,
/// nodes with a leading 1, and an uneven level is split at the largest power of two below its size.
public struct MerkleTree: Sendable {
  /// The hashes of the leaves, in order.
  private let leaves: [LedgerHash]

  /// Makes a tree over row hashes, oldest first.
  public init(_ rows: [LedgerHash]) { leaves = rows.map { Self.leaf($0.bytes) } }

  /// The number of leaves.
  public var count: Int { leaves.count }

  /// The root; the hash of nothing when there is no leaf.
  public var root: LedgerHash { Self.root(leaves[...]) }

  /// The path from a leaf to the root: the neighbours' hashes, lowest first; `nil` when there is no
  /// such leaf.
  public func path(of index: Int) -> [LedgerHash]? {
    leaves.indices.contains(index) ? Self.path(index, leaves[...]) : nil
  }

  /// The hash of a leaf.
  static func leaf(_ bytes: [UInt8]) -> LedgerHash { hash([0] + bytes) }

  /// The hash of a node.
  static func node(_ left: LedgerHash, _ right: LedgerHash) -> LedgerHash {
    hash([1] + left.bytes + right.bytes)
  }

  private static func hash(_ bytes: [UInt8]) -> LedgerHash {
    LedgerHash(Array(SHA256.hash(data: bytes))) ?? .zero
  }

  private static func split(_ count: Int) -> Int {
    var power = 1
    while power * 2 < count { power *= 2 }
    return power
  }

  private static func root(_ leaves: ArraySlice<LedgerHash>) -> LedgerHash {
    guard let first = leaves.first else { return hash([]) }
    guard leaves.count > 1 else { return first }
    let middle = leaves.startIndex + split(leaves.count)
    return node(root(leaves[..<middle]), root(leaves[middle...]))
  }

  private static func path(_ index: Int, _ leaves: ArraySlice<LedgerHash>) -> [LedgerHash] {
    guard leaves.count > 1 else { return [] }
    let half = split(leaves.count)
    let middle = leaves.startIndex + half
    return index < half
      ? path(index, leaves[..<middle]) + [root(leaves[middle...])]
      : path(index - half, leaves[middle...]) + [root(leaves[..<middle])]
  }
}
