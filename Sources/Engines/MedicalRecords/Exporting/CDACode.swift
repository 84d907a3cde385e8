/// A coded value of the form with the system it belongs to.
struct CDACode: Sendable, Hashable {
  /// A system of codes.
  enum System: String, Sendable {
    case loinc = "2.16.840.1.113883.6.1"
    case snomed = "2.16.840.1.113883.6.96"
    case icdO = "2.16.840.1.113883.6.43.1"
    case icd10 = "2.16.840.1.113883.6.3"
    case tnm = "2.16.840.1.113883.15.6"
    case ncit = "2.16.840.1.113883.3.26.1.1"
    /// The agency's own terms.
    case agency = "1.2.250.1.213.1.1.4.322"

    /// The name that the official example gives the system.
    var name: String {
      switch self {
      case .loinc: "LOINC"
      case .snomed: "SNOMED CT"
      case .icdO: "CIM-O"
      case .icd10: "CIM-10"
      case .tnm: "TNM_UICC"
      case .ncit: "NCIT"
      case .agency: "TA_ASIP"
      }
    }
  }

  var code: String
  var display: String
  var system: System

  init(_ code: String, _ display: String, _ system: System) {
    self.code = code
    self.display = display
    self.system = system
  }

  /// The attributes of an element with this code.
  var attributes: [(String, String)] {
    [
      ("code", code), ("displayName", display), ("codeSystem", system.rawValue),
      ("codeSystemName", system.name),
    ]
  }
}
