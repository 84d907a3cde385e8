import Review

/// What the text analysis says of one review.
struct ReviewReading {
  /// A recognised report of a sanitary problem.
  struct Hit {
    /// The letter of its type: I, P, F, S, U or D.
    var letter: Character
    /// The name of its type.
    var label: LocalizedText
    /// Where it stands in the review's text, in code points.
    var span: Span
    /// Whether a negation cancels it.
    var isNegated: Bool
  }

  /// The probability, 0…1, that the review reports a sanitary problem.
  var sanitary: Double
  /// The probability, 0…1, that the review is negative.
  var negative: Double
  /// What was recognised, in the order of the text.
  var hits: [Hit]
  /// The numbers the sanitary model saw.
  var features: FrozenFeatures

  /// Whether the review is shown as a report: more likely than not, or at least recognised.
  var isReport: Bool { sanitary >= 0.5 }

  /// Whether something was recognised that no negation cancels.
  var hasSignal: Bool { hits.contains { !$0.isNegated } }
}
