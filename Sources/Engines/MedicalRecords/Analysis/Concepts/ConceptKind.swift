import Review

/// What kind of thing a concept is.
enum ConceptKind: String, Sendable, CaseIterable, Codable {
  case morphology
  case site
  case disease
  case drug
  case antibiotic
  case anticoagulant
  case cancerDrug
  case procedure
  case radiotherapy
  case complication
  case drain
  case lifestyle
  case allergy
  case biomarker
  case symptom
  case abbreviation

  /// Whether the concept is a medicine.
  var isMedicine: Bool {
    switch self {
    case .drug, .antibiotic, .anticoagulant, .cancerDrug: true
    default: false
    }
  }
}

/// A concept of the terminology.
struct Concept: Sendable, Hashable {
  var kind: ConceptKind
  /// The code (ICD-O, CIM-10, ATC), or empty.
  var code: String
  /// The preferred words.
  var label: String

  /// What says the same thing wherever it stands: code when there is one, else the words.
  var key: String { kind.rawValue + "|" + (code.isEmpty ? label : code) }
}
