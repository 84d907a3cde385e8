import Review

/// A place where a text reports a sanitary problem.
struct SanitaryHit: Hashable, Sendable {
  /// What it reports.
  var type: SanitaryType
  /// How surely, 0…1; halved in questions and fears.
  var weight: Double
  /// Where, in code points of the text.
  var span: Span
  /// Whether a negation cancels it.
  var isNegated: Bool
}
