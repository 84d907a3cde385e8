import Review

/// A conversation of a caller with the bot.
public struct BotDialogue: Hashable, Sendable, Codable {
  /// The most turns read.
  public static let turnLimit = 200

  /// One turn.
  public struct Turn: Hashable, Sendable, Codable {
    /// Whether the bot speaks.
    public var isBot: Bool
    /// What is said.
    public var text: String

    /// Makes a turn.
    public init(isBot: Bool, text: String) {
      self.isBot = isBot
      self.text = text
    }
  }

  /// The call.
  public var call: String
  /// The caller's number, digits only; empty when hidden.
  public var caller: String
  /// When it began.
  public var time: Timestamp
  /// The turns.
  public var turns: [Turn]
  /// How the bot left the caller (`answered`, `handoff`, `hangup`…), or empty.
  public var outcome: String

  /// Makes a dialogue.
  public init(call: String, caller: String, time: Timestamp, turns: [Turn], outcome: String = "") {
    self.call = call
    self.caller = caller
    self.time = time
    self.turns = turns
    self.outcome = outcome
  }
}
