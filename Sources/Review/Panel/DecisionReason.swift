/// A reason for a decision, chosen by one key.
public struct DecisionReason: Hashable, Sendable, Codable {
  /// The code kept in the ledger.
  public let code: String
  /// The key that chooses it, one lower-case letter or digit.
  public let key: String
  /// The reason, in words.
  public let title: LocalizedText
  /// Whether a rejection for this reason says that the engine was wrong. When not (« already
  /// handled »), the row rests and does not lower the risk of its like.
  public let blamesEngine: Bool

  /// Makes a reason.
  public init(code: String, key: String, title: LocalizedText, blamesEngine: Bool = true) {
    self.code = code
    self.key = key
    self.title = title
    self.blamesEngine = blamesEngine
  }
}
