/// A phrase that qualifies what stands near it, or that ends the reach of others.
struct Cue: Sendable, Hashable {
  /// What a phrase does.
  enum Role: Int8, Sendable {
    case negation
    /// « sans antécédent »: negates up to the next comma only.
    case absentHistory
    case hypothesis
    case family
    case history
    /// Looks like a cue and is none: « sans doute », « à l'exception de ».
    case pseudo
    /// Ends every reach.
    case stop
    /// Ends the reach of negation.
    case stopNegation
    /// Ends the reach of history: the present complaint begins.
    case stopHistory
    /// Ends the reach of family: the patient is the subject again.
    case stopFamily
  }

  /// On which side of the cue mentions are reached.
  enum Side: Int8, Sendable {
    case after
    case before
  }

  /// What it does.
  var role: Role
  /// How many tokens it reaches after itself; 0 when it does not reach there.
  var after: Int
  /// How many tokens it reaches before itself; 0 when it does not reach there.
  var before: Int
  /// Whether the cue is weak: it hedges, or needs other evidence.
  var isWeak: Bool

  /// The cue that reaches as far as both.
  func merged(with other: Cue) -> Cue {
    Cue(
      role: role, after: max(after, other.after), before: max(before, other.before),
      isWeak: isWeak && other.isWeak)
  }
}

/// A cue found in a text.
struct CueMatch: Sendable, Hashable {
  /// The tokens of the cue.
  var tokens: Range<Int>
  /// Its index in the lexicon.
  var cue: Int
}
