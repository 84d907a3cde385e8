import Review

/// An establishment a reviewed place may be, with how sure that is and why.
public struct JoinCandidate: Sendable, Equatable {
  /// The establishment's place in the list the joiner was made from.
  public var target: Int
  /// The establishment's SIRET.
  public var siret: String
  /// How sure the pair is, 0…1: a rule's value, not a probability.
  public var score: Double
  /// What speaks for the pair and against it.
  public var reasons: [LocalizedText]
  /// Whether an agent confirmed the pair.
  public var isConfirmed: Bool
}
