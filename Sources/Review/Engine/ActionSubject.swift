/// What an action is run on: a suggestion, perhaps a part of it, and what the agent saw of it.
public struct ActionSubject: Hashable, Sendable {
  /// The suggestion's identifier.
  public var suggestion: String
  /// The part in focus, or `nil`.
  public var part: String?
  /// What the agent saw, should the action lead to a decision.
  public var seen: Decision.Seen

  /// Makes a subject.
  public init(suggestion: String, part: String? = nil, seen: Decision.Seen) {
    self.suggestion = suggestion
    self.part = part
    self.seen = seen
  }
}
