/// One step of a phrase pattern.
struct PatternElement: Sendable, Hashable {
  /// What the step does.
  enum Step: Sendable, Hashable {
    /// Takes one word of a class.
    case word(Int)
    /// Takes one word of a class if it stands there.
    case optional(Int)
    /// Takes nothing; the next word must not be of a class.
    case notNext(Int)
    /// Takes nothing; the word before must not be of a class.
    case notBefore(Int)
    /// Skips up to so many words, not across a break stronger than given.
    case gap(Int, SentenceMap.Break)
  }

  /// The step.
  var step: Step
  /// Whether the word must stand in the scope of a negation.
  var mustBeNegated = false
}
