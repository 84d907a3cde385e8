import Review

/// One statement of the summary with everything it rests on.
struct RecordStatement: Sendable, Hashable {
  /// The features of a statement that the ranker sees, in order.
  enum Feature: Int, CaseIterable, Sendable {
    case documents
    case mentions
    case sourceWeight
    case age
    case certainty
    case hypothesis
    case negated
    case family
    case history
    case coded
    case specific
    case goodSection
    case conflict
    case complaint
  }

  /// The schema of frozen features: those of the ranker, then four times those of a qualifier.
  static let schema = "medical-statement/1"

  var slot: Slot
  var key: String
  var value: String
  var code: String
  var qualifiers: Qualifiers
  var date: CalendarDate?
  var precision = TimeMention.Precision.day
  var endDate: CalendarDate?
  var laterality: String
  var status: StatementsEvidence.Status
  /// The facts it rests on, best first.
  var facts: [RecordFact]
  /// The number of documents, copies counted once.
  var documents: Int
  var features: [Float] = []
  /// The probability that a reader keeps it.
  var score = 0.0

  /// The part's identifier, the same from one analysis to the next.
  var part: String { StableID.make("statement", slot.rawValue, key, qualifiers.letters) }

  /// The date as exactly as it is known: `2014`, `2014-03`, `2014-03-12`.
  var dateText: String? { date.map { precision.text($0) } }

  /// The side in words.
  static func side(_ laterality: String) -> String {
    switch laterality {
    case "R": "droit"
    case "L": "gauche"
    case "B": "bilatéral"
    default: ""
    }
  }
}

/// Sources that disagree, side by side.
struct RecordConflict: Sendable, Hashable {
  /// What they disagree about.
  var title: LocalizedText
  /// What each side says, with its fact.
  var sides: [(LocalizedText, RecordFact)]
  /// What makes the conflict the same in the next analysis.
  var key: String

  static func == (left: RecordConflict, right: RecordConflict) -> Bool {
    left.key == right.key && left.title == right.title
      && left.sides.map(\.0) == right.sides.map(\.0) && left.sides.map(\.1) == right.sides.map(\.1)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(sides.map(\.1))
  }
}
