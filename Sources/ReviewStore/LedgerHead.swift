import Review

/// The last row of the ledger: kept elsewhere, it proves that nothing before it was changed.
public struct LedgerHead: Hashable, Sendable {
  /// The row's number; 0 for an empty ledger.
  public let sequence: Int
  /// The row's hash.
  public let hash: LedgerHash

  /// Makes a head.
  public init(sequence: Int, hash: LedgerHash) {
    self.sequence = sequence
    self.hash = hash
  }
}
