/// An event before the store gives it its place in the ledger.
public struct LedgerDraft: Hashable, Sendable {
  /// When it happened.
  public var time: Timestamp
  /// Who did it.
  public var agent: String
  /// What happened.
  public var payload: LedgerPayload

  /// Makes a draft.
  public init(time: Timestamp, agent: String, payload: LedgerPayload) {
    self.time = time
    self.agent = agent
    self.payload = payload
  }
}
