/// The numbers that decide one qualifier of one mention, and their names.
struct QualifierFeatures: Sendable, Hashable {
  /// The features, in the order of the values.
  enum Name: Int, CaseIterable, Sendable {
    /// A cue before the mention reaches it.
    case before
    /// A cue after the mention reaches it.
    case after
    /// The cue that reaches is weak.
    case weak
    /// How far the cue stands, 0 (next to it) … 1 (at the end of its reach).
    case distance
    /// A comma stands between cue and mention.
    case comma
    /// A cue stands in the sentence and does not reach.
    case outside
    /// The section speaks of it (antecedents, family).
    case section
    /// Other qualifiers hold that exclude this one.
    case excluded
    /// The sentence names a year well before the others of the text.
    case pastYear
    /// The cue and the mention touch.
    case adjacent
  }

  /// The schema of the frozen features.
  static let schema = "medical-qualifier/1"

  /// The values.
  var values: [Float] = [Float](repeating: 0, count: Name.allCases.count)

  /// One value.
  subscript(_ name: Name) -> Float {
    get { values[name.rawValue] }
    set { values[name.rawValue] = newValue }
  }
}
