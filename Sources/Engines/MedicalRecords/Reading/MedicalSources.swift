import Review

/// What was read from the sources of the medical panel.
struct MedicalSources: SourceCorpus {
  /// The notes, each once, in the order of the files.
  var notes: [PatientNote] = []
  /// Terms given as tables (CIM-10, ATC, local abbreviations).
  var terms: [GivenTerm] = []
  /// The files, with their SHA-256 and the numbers of rows taken and refused.
  var files: [SourceFile] = []
}

/// A term of a terminology that the user gives.
struct GivenTerm: Sendable, Hashable {
  /// The words.
  var term: String
  /// The code.
  var code: String
  /// The kind: a raw value of `ConceptKind`.
  var kind: String
}
