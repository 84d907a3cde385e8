import Review

/// A measured or described result: a number with its unit, or a word (normal, negative).
struct MeasureMention: Sendable, Hashable {
  /// How a result is compared to a bound.
  enum Comparator: String, Sendable {
    case equal = ""
    case less = "<"
    case more = ">"
  }

  /// The place, in code points.
  var span: Span
  /// The tokens.
  var tokens: Range<Int>
  /// The tokens of what was measured, or `nil` when it is not said near by.
  var analyte: Range<Int>?
  /// The numbers, in order (three of a size, two of a blood pressure); empty for words.
  var numbers: [Double]
  /// `<` or `>`.
  var comparator: Comparator
  /// The UCUM code; empty when there is no unit.
  var unit: String
  /// The lower and upper bound of the reference range that the text gives, or `nil`.
  var reference: ClosedRange<Double>?
  /// Whether the number is a dose of a drug.
  var isDose: Bool

  /// Whether the number lies outside the range that the text gives; `nil` when it gives none.
  var isAbnormal: Bool? {
    guard let reference, let number = numbers.first else { return nil }
    return !reference.contains(number)
  }
}
