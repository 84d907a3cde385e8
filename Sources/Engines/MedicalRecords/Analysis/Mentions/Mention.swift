import Review

/// A mention of a concept found in a report.
struct Mention: Sendable, Hashable {
  /// The tokens.
  var tokens: Range<Int>
  /// The place, in code points.
  var span: Span
  /// What kind of concept (`morphologie`, `topographie`, `disorder`…).
  var label: String
  /// The code, or empty when none is known.
  var code: String
  /// How sure the code is, 0…1.
  var score: Double
}
