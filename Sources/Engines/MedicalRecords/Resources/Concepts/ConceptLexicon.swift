/// The concepts of this module, written for this project: « code | label | synonyms ».
enum ConceptLexicon {
  /// All kinds; where two kinds know the same words, the earlier one has them.
  static let all: [(ConceptKind, [String])] = [
    (.morphology, morphologies), (.site, sites), (.complication, complications),
    (.antibiotic, antibiotics), (.anticoagulant, anticoagulants), (.cancerDrug, cancerDrugs),
    (.drug, drugs), (.procedure, procedures), (.radiotherapy, radiotherapies), (.drain, drains),
    (.disease, diseases), (.lifestyle, lifestyles), (.biomarker, biomarkers), (.symptom, symptoms),
    (.allergy, allergens),
  ]
}
