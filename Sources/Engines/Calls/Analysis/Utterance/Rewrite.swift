import Review

/// A change the normaliser made, shown to the agent.
public struct Rewrite: Hashable, Sendable, Codable {
  /// The words as they were heard.
  public var heard: String
  /// What they were taken for; empty when they were left out.
  public var taken: String

  /// Makes a rewrite.
  public init(heard: String, taken: String) {
    self.heard = heard
    self.taken = taken
  }
}
