/// A row of the ledger.
public struct LedgerEvent: Hashable, Sendable {
  /// The place in the ledger, from 1, without gaps.
  public let sequence: Int
  /// When it was recorded.
  public let time: Timestamp
  /// Who did it.
  public let agent: String
  /// What happened.
  public let payload: LedgerPayload
  /// SHA-256 of the row before, 32 bytes; zeros for the first.
  public let previous: LedgerHash
  /// SHA-256(previous ‖ canonical row).
  public let hash: LedgerHash

  /// Makes a row.
  public init(
    sequence: Int, time: Timestamp, agent: String, payload: LedgerPayload, previous: LedgerHash,
    hash: LedgerHash
  ) {
    self.sequence = sequence
    self.time = time
    self.agent = agent
    self.payload = payload
    self.previous = previous
    self.hash = hash
  }
}
