import Review

/// The notes of one patient, with what was read in them.
struct PatientRecord: Sendable {
  /// The most notes of one patient that are read.
  static let noteLimit = 5000

  /// What identifies the patient among all.
  var key: String
  var identity: PatientIdentity
  /// The notes, oldest first; those without a date come first.
  var notes: [PatientNote]
  var facts: [RecordFact] = []
  var statements: [RecordStatement] = []
  var conflicts: [RecordConflict] = []
  var missing: [Slot] = []
  /// The number of notes left out because there were too many.
  var leftOut = 0

  init(key: String, notes: [PatientNote]) {
    self.key = key
    let sorted = notes.sorted {
      ($0.date?.daysSinceEpoch ?? .min, $0.key) < ($1.date?.daysSinceEpoch ?? .min, $1.key)
    }
    leftOut = max(0, sorted.count - Self.noteLimit)
    self.notes = Array(sorted.suffix(Self.noteLimit))
    identity = self.notes.reduce(into: PatientIdentity()) { $0 = $0.merged(with: $1.identity) }
  }

  /// The day of the newest note.
  var newest: CalendarDate? { notes.compactMap(\.date).max() }

  /// The number shown instead of a name: the key when it is a short number, else one made of it.
  func number(salt: String) -> String {
    if key.count <= 8, key.contains(where: \.isNumber),
      key.allSatisfy({ $0.isNumber || $0.isLetter })
    {
      return key
    }
    return String(StableID.make("patient", salt, key).prefix(6)).uppercased()
  }
}
