import Review

/// What the bot does after an utterance.
public enum TurnDecision: String, Sendable, CaseIterable {
  /// Speaks the answer.
  case answer
  /// Asks which of two intents is meant.
  case confirm
  /// Asks to say it in other words.
  case rephrase
  /// Names the service that handles it.
  case redirect
  /// Hands the call over to a person.
  case handoff
}
