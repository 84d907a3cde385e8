import Review

/// A field of the summary, in the order of the official form (ANS CANCER-FRCP 2022.01).
enum Slot: String, Sendable, CaseIterable, Codable {
  case reason
  case discovery
  case diagnosisDate
  case morphology
  case site
  case clinicalStage
  case pathologicalStage
  case otherStaging
  case phase
  case progression
  case antecedent
  case familyHistory
  case allergy
  case lifestyle
  case performance
  case biology
  case examination
  case cancerTreatment
  case medicine
  case operation
  case pathology
  case biomarker
  case complication
  case clavien
  case drain
  case antibiotic
  case anticoagulant
  case stoppedMedicine
  case synthesis
  case question
  case plan
  case frame
  case quorum
  case documentStatus

  /// The slot in words.
  var title: LocalizedText {
    switch self {
    case .reason: LocalizedText(fr: "Motif", en: "Reason")
    case .discovery: LocalizedText(fr: "Découverte", en: "Discovery")
    case .diagnosisDate: LocalizedText(fr: "Date du diagnostic", en: "Date of diagnosis")
    case .morphology: LocalizedText(fr: "Histologie", en: "Histology")
    case .site: LocalizedText(fr: "Siège", en: "Site")
    case .clinicalStage: LocalizedText(fr: "cTNM", en: "cTNM")
    case .pathologicalStage: LocalizedText(fr: "pTNM", en: "pTNM")
    case .otherStaging: LocalizedText(fr: "Stade, grade", en: "Stage, grade")
    case .phase: LocalizedText(fr: "Phase", en: "Phase")
    case .progression: LocalizedText(fr: "Progression", en: "Progression")
    case .antecedent: LocalizedText(fr: "Antécédent", en: "Past history")
    case .familyHistory: LocalizedText(fr: "Famille", en: "Family")
    case .allergy: LocalizedText(fr: "Allergie", en: "Allergy")
    case .lifestyle: LocalizedText(fr: "Mode de vie", en: "Lifestyle")
    case .performance: LocalizedText(fr: "État fonctionnel", en: "Performance")
    case .biology: LocalizedText(fr: "Biologie", en: "Laboratory")
    case .examination: LocalizedText(fr: "Examen", en: "Examination")
    case .cancerTreatment: LocalizedText(fr: "Traitement", en: "Treatment")
    case .medicine: LocalizedText(fr: "Médicament", en: "Medicine")
    case .operation: LocalizedText(fr: "Intervention", en: "Operation")
    case .pathology: LocalizedText(fr: "Conclusion ACP", en: "Pathology")
    case .biomarker: LocalizedText(fr: "Biomarqueur", en: "Biomarker")
    case .complication: LocalizedText(fr: "Complication", en: "Complication")
    case .clavien: LocalizedText(fr: "Clavien-Dindo", en: "Clavien-Dindo")
    case .drain: LocalizedText(fr: "Drain, sonde", en: "Drain, tube")
    case .antibiotic: LocalizedText(fr: "Antibiotique", en: "Antibiotic")
    case .anticoagulant: LocalizedText(fr: "Anticoagulant", en: "Anticoagulant")
    case .stoppedMedicine: LocalizedText(fr: "Arrêté", en: "Stopped")
    case .synthesis: LocalizedText(fr: "Synthèse", en: "Synthesis")
    case .question: LocalizedText(fr: "Question posée", en: "Question")
    case .plan: LocalizedText(fr: "Plan de soins", en: "Care plan")
    case .frame: LocalizedText(fr: "Cadre", en: "Frame")
    case .quorum: LocalizedText(fr: "Quorum", en: "Quorum")
    case .documentStatus: LocalizedText(fr: "Statut", en: "Status")
    }
  }

  /// The fields that the form demands.
  static let mandatory: [Slot] = [
    .reason, .discovery, .diagnosisDate, .morphology, .site, .clinicalStage, .phase, .progression,
    .synthesis, .question, .plan, .frame, .quorum,
  ]

  /// How many statements of the field are shown.
  var limit: Int {
    switch self {
    case .reason, .discovery, .diagnosisDate, .phase, .question, .synthesis, .frame, .quorum,
      .documentStatus:
      1
    case .morphology, .site, .clinicalStage, .pathologicalStage, .performance, .clavien: 3
    case .progression, .otherStaging, .plan, .pathology, .examination: 4
    default: 12
    }
  }
}
