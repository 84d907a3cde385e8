import Review

/// What a section of a report speaks of.
enum SectionKind: String, Sendable, CaseIterable, Codable {
  /// Before the first heading.
  case none
  case reason
  case history
  case antecedents
  case family
  case lifestyle
  case allergies
  case entryTreatment
  case examination
  case tests
  case biology
  case pathology
  case operation
  case postoperative
  case diagnosis
  case treatment
  case evolution
  case conclusion
  case dischargeTreatment
  case plan
  case identity
  /// A heading that is none of these.
  case other

  /// The section's name.
  var title: LocalizedText {
    switch self {
    case .none: LocalizedText(fr: "sans titre", en: "no heading")
    case .reason: LocalizedText(fr: "motif", en: "reason")
    case .history: LocalizedText(fr: "histoire de la maladie", en: "history of the disease")
    case .antecedents: LocalizedText(fr: "antécédents", en: "past history")
    case .family: LocalizedText(fr: "antécédents familiaux", en: "family history")
    case .lifestyle: LocalizedText(fr: "mode de vie", en: "lifestyle")
    case .allergies: LocalizedText(fr: "allergies", en: "allergies")
    case .entryTreatment: LocalizedText(fr: "traitement à l'entrée", en: "treatment on admission")
    case .examination: LocalizedText(fr: "examen clinique", en: "examination")
    case .tests: LocalizedText(fr: "examens complémentaires", en: "tests")
    case .biology: LocalizedText(fr: "biologie", en: "biology")
    case .pathology: LocalizedText(fr: "anatomopathologie", en: "pathology")
    case .operation: LocalizedText(fr: "compte rendu opératoire", en: "operative report")
    case .postoperative: LocalizedText(fr: "suites opératoires", en: "postoperative course")
    case .diagnosis: LocalizedText(fr: "diagnostic", en: "diagnosis")
    case .treatment: LocalizedText(fr: "traitement", en: "treatment")
    case .evolution: LocalizedText(fr: "évolution", en: "course")
    case .conclusion: LocalizedText(fr: "conclusion", en: "conclusion")
    case .dischargeTreatment:
      LocalizedText(fr: "traitement de sortie", en: "treatment on discharge")
    case .plan: LocalizedText(fr: "conduite à tenir", en: "plan")
    case .identity: LocalizedText(fr: "identité", en: "identity")
    case .other: LocalizedText(fr: "autre", en: "other")
    }
  }
}
