import Review

/// A section of the summary, in the order of the form CANCER-FRCP 2022.01 of the ANS.
struct SummarySection: Sendable {
  var title: LocalizedText
  var slots: [Slot]
  /// The LOINC code that the official form gives the section.
  var loinc: String
  /// The words of the code in the official form.
  var display: String

  /// The templates that the section follows, the agency's own last.
  var templates: [String]

  private init(
    _ fr: String, _ en: String, _ slots: [Slot], loinc: String, display: String,
    templates: [String]
  ) {
    title = LocalizedText(fr: fr, en: en)
    self.slots = slots
    self.loinc = loinc
    self.display = display
    self.templates = templates
  }

  /// The sections, in the order of the form; what follows an operation stands beside its report.
  static let all: [SummarySection] = [
    SummarySection(
      "Motif de la RCP", "Reason for the meeting", [.reason], loinc: "42349-1",
      display: "Raison de la recommandation",
      templates: [
        "1.3.6.1.4.1.19376.1.5.3.1.3.1", "1.3.6.1.4.1.19376.1.5.3.1.3.2", "1.2.250.1.213.1.1.2.128",
      ]),
    SummarySection(
      "Événements observés", "Observed events", [.discovery], loinc: "42545-4",
      display: "Evènements observés",
      templates: [
        "1.3.6.1.4.1.19376.1.5.3.1.1.21.2.9", "1.3.6.1.4.1.19376.1.7.3.1.1.13.7",
        "1.2.250.1.213.1.1.2.163",
      ]),
    SummarySection(
      "Diagnostic du cancer", "Diagnosis of the cancer",
      [
        .morphology, .site, .clinicalStage, .pathologicalStage, .otherStaging, .diagnosisDate,
      ], loinc: "72135-7", display: "Diagnostic du cancer",
      templates: [
        "2.16.840.1.113883.10.20.1.11", "1.3.6.1.4.1.19376.1.5.3.1.3.6",
        "1.3.6.1.4.1.19376.1.7.3.1.3.14.1", "1.2.250.1.213.1.1.2.27",
      ]),
    SummarySection(
      "Phase et progression", "Phase and progression", [.phase, .progression], loinc: "18733-6",
      display: "Note de progression",
      templates: ["1.3.6.1.4.1.19376.1.5.3.1.1.13.2.7", "1.2.250.1.213.1.1.2.25"]),
    SummarySection(
      "Antécédents et comorbidités", "Past history",
      [.antecedent, .allergy, .lifestyle, .familyHistory], loinc: "11348-0",
      display: "Antécédents médicaux", templates: ["1.2.250.1.213.1.1.2.2"]),
    SummarySection(
      "Statut fonctionnel", "Functional status", [.performance], loinc: "47420-5",
      display: "Évaluation du statut fonctionnel",
      templates: [
        "2.16.840.1.113883.10.20.1.5", "1.3.6.1.4.1.19376.1.5.3.1.3.17",
        "1.3.6.1.4.1.19376.1.5.3.1.1.12.2.1", "1.2.250.1.213.1.1.2.111",
      ]),
    SummarySection(
      "Examens", "Tests", [.biology, .examination], loinc: "30954-2",
      display: "Résultats d'examens",
      templates: ["1.3.6.1.4.1.19376.1.5.3.1.3.27", "1.2.250.1.213.1.1.2.150"]),
    SummarySection(
      "Traitements passés ou en cours", "Treatments",
      [.cancerTreatment, .medicine, .stoppedMedicine], loinc: "29554-3", display: "Actes",
      templates: ["1.3.6.1.4.1.19376.1.5.3.1.1.13.2.11", "1.2.250.1.213.1.1.2.118"]),
    SummarySection(
      "Compte rendu opératoire", "Operative report", [.operation], loinc: "10218-6",
      display: "Note postopératoire", templates: ["1.2.250.1.213.1.1.2.26"]),
    SummarySection(
      "Suites opératoires", "After surgery",
      [.complication, .clavien, .drain, .antibiotic, .anticoagulant], loinc: "10218-6",
      display: "Note postopératoire", templates: ["1.2.250.1.213.1.1.2.26"]),
    SummarySection(
      "Anatomopathologie", "Pathology", [.pathology], loinc: "30954-2",
      display: "Résultats d'examens", templates: ["1.2.250.1.213.1.1.2.34"]),
    SummarySection(
      "Biomarqueurs, moléculaire", "Biomarkers, molecular", [.biomarker], loinc: "50397-9",
      display: "Génétique moléculaire - Interprétation", templates: ["1.2.250.1.213.1.1.2.67"]),
    SummarySection(
      "Synthèse et question posée", "Synthesis and question", [.synthesis, .question],
      loinc: "10164-2", display: "Histoire de la maladie",
      templates: ["1.3.6.1.4.1.19376.1.5.3.1.3.4", "1.2.250.1.213.1.1.2.130"]),
    SummarySection(
      "Proposition, plan de soins", "Proposal, care plan", [.plan], loinc: "18776-5",
      display: "Plan de soins",
      templates: [
        "2.16.840.1.113883.10.20.1.10", "1.3.6.1.4.1.19376.1.5.3.1.3.36", "1.2.250.1.213.1.1.2.158",
      ]),
    SummarySection(
      "Cadre de la proposition", "Frame of the proposal", [.frame], loinc: "35510-7",
      display: "Essais cliniques - Informations générales", templates: ["1.2.250.1.213.1.1.2.175"]),
    SummarySection(
      "Statut du dossier", "Status of the record", [.quorum, .documentStatus], loinc: "21874-3",
      display: "Statut du dossier présenté en RCP", templates: ["1.2.250.1.213.1.1.2.33"]),
  ]
}
