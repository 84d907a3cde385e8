import Review

/// One thing said at one place of one note.
struct RecordFact: Sendable, Hashable {
  /// The field it belongs to.
  var slot: Slot
  /// What says the same thing in other places.
  var key: String
  /// The value, in words of the source or of the terminology.
  var value: String
  /// The words as they stand in the source.
  var quote: String
  /// The code, or empty.
  var code: String
  /// What qualifies it.
  var qualifiers: Qualifiers
  /// How sure the qualifiers are, 0…1: the smallest distance from a coin toss, doubled.
  var certainty: Double
  /// The day it speaks of, as far as it is said.
  var date: CalendarDate?
  /// How exactly the day is known.
  var precision = TimeMention.Precision.day
  /// The date as exactly as it is known.
  var dateText: String? { date.map { precision.text($0) } }
  /// Until when, for treatments.
  var endDate: CalendarDate?
  /// The index of its note.
  var note: Int
  /// Its place in the note, in code points.
  var span: Span
  /// The section it stands in.
  var section: SectionKind
  /// `L`, `R`, `B` or empty.
  var laterality = ""
  /// Whether the source proposes it rather than says it.
  var isSuggested = false
  /// The features of each qualifier, frozen for learning.
  var qualifierFeatures: [QualifierFeatures] = []
  /// The hash of its sentence, to count copied sentences once.
  var sentence: UInt64 = 0
}
