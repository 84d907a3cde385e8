import Review

/// A report of a patient as it was read.
struct PatientNote: Sendable, Hashable, Codable {
  /// What identifies the note among all: file and place in it.
  var key: String
  /// What identifies its patient (a folder, an identifier).
  var patient: String
  /// The day it was written, or `nil` when it is not said.
  var date: CalendarDate?
  /// What kind of report it is.
  var kind: NoteKind
  /// Its title.
  var title: String
  /// The whole text.
  var text: String
  /// Who the patient is, as far as the note says.
  var identity: PatientIdentity
  /// The file's name.
  var file: String
  /// The line or row of the file, from 1.
  var line: Int
  /// Annotations that came with the note (brat, JSON Lines).
  var annotations: [NoteAnnotation] = []
}

/// An annotation that came with a note.
struct NoteAnnotation: Sendable, Hashable, Codable {
  var label: String
  var span: Span
  var code: String
}
