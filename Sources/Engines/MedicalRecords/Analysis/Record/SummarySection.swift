import Review

/// A section of the summary, in the order of the form CANCER-FRCP 2022.01 of the ANS.
struct SummarySection: Sendable {
  var title: LocalizedText
  var slots: [Slot]
  /// The LOINC code that the official form gives the section.
  var loinc: String
  /// The words of the code in the official form.
  var display: String

  private init(
    _ fr: String, _ en: String, _ slots: [Slot], loinc: String, display: String
  ) {
    title = LocalizedText(fr: fr, en: en)
    self.slots = slots
    self.loinc = loinc
    self.display = display
  }

  /// The sections, in the order of the form; what follows an operation stands beside its report.
  static let all: [SummarySection] = [
    SummarySection(
      "Motif de la RCP", "Reason for the meeting", [.reason], loinc: "42349-1",
      display: "Raison de la recommandation"),
    SummarySection(
      "Événements observés", "Observed events", [.discovery], loinc: "42545-4",
      display: "Evènements observés"),
    SummarySection(
      "Diagnostic du cancer", "Diagnosis of the cancer",
      [
        .morphology, .site, .clinicalStage, .pathologicalStage, .otherStaging, .diagnosisDate,
      ], loinc: "72135-7", display: "Diagnostic du cancer"),
    SummarySection(
      "Phase et progression", "Phase and progression", [.phase, .progression], loinc: "18733-6",
      display: "Note de progression"),
    SummarySection(
      "Antécédents et comorbidités", "Past history",
      [.antecedent, .allergy, .lifestyle, .familyHistory], loinc: "11348-0",
      display: "Antécédents médicaux"),
    SummarySection(
      "Statut fonctionnel", "Functional status", [.performance], loinc: "47420-5",
      display: "Évaluation du statut fonctionnel"),
    SummarySection(
      "Examens", "Tests", [.biology, .examination], loinc: "30954-2",
      display: "Résultats d'examens"),
    SummarySection(
      "Traitements passés ou en cours", "Treatments",
      [.cancerTreatment, .medicine, .stoppedMedicine], loinc: "29554-3", display: "Actes"),
    SummarySection(
      "Compte rendu opératoire", "Operative report", [.operation], loinc: "10218-6",
      display: "Note postopératoire"),
    SummarySection(
      "Suites opératoires", "After surgery",
      [.complication, .clavien, .drain, .antibiotic, .anticoagulant], loinc: "10218-6",
      display: "Note postopératoire"),
    SummarySection(
      "Anatomopathologie", "Pathology", [.pathology], loinc: "30954-2",
      display: "Résultats d'examens"),
    SummarySection(
      "Biomarqueurs, moléculaire", "Biomarkers, molecular", [.biomarker], loinc: "50397-9",
      display: "Génétique moléculaire - Interprétation"),
    SummarySection(
      "Synthèse et question posée", "Synthesis and question", [.synthesis, .question],
      loinc: "10164-2", display: "Histoire de la maladie"),
    SummarySection(
      "Proposition, plan de soins", "Proposal, care plan", [.plan], loinc: "18776-5",
      display: "Plan de soins"),
    SummarySection(
      "Cadre de la proposition", "Frame of the proposal", [.frame], loinc: "35510-7",
      display: "Essais cliniques - Informations générales"),
    SummarySection(
      "Statut du dossier", "Status of the record", [.quorum, .documentStatus], loinc: "21874-3",
      display: "Statut du dossier présenté en RCP"),
  ]
}
