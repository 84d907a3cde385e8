import Testing

@testable import MedicalRecords

/// Headings as reports write them, and lines that are none.
@Suite("Sections")
struct SectionCases {
  @Test(
    "The kind of the first section",
    arguments: [
      ("MOTIF D'HOSPITALISATION\nDouleurs.", SectionKind.reason),
      ("Motif de consultation : dyspnée", .reason), ("Indication : bilan d'extension", .reason),
      ("Anamnèse\nUne femme de 54 ans.", .history),
      ("HISTOIRE DE LA MALADIE\nDébut en mars.", .history),
      ("Histoire de la maladie actuelle :\nDébut en mars.", .history),
      ("Antécédents\nHTA.", .antecedents), ("ATCD : HTA, diabète", .antecedents),
      ("Antécédents médicaux et chirurgicaux :\nHTA.", .antecedents),
      ("Antécédents familiaux\nMère : cancer du sein.", .family),
      ("Mode de vie : vit seule", .lifestyle), ("Allergies : pénicilline", .allergies),
      ("EXAMEN CLINIQUE\nAbdomen souple.", .examination),
      ("Examen physique :\nAbdomen souple.", .examination),
      ("Examens complémentaires\nScanner normal.", .tests),
      ("BIOLOGIE\nCRP 12.", .biology), ("Anatomopathologie :\nAdénocarcinome.", .pathology),
      ("ANATOMIE PATHOLOGIQUE\nAdénocarcinome.", .pathology),
      ("Compte rendu opératoire\nIncision médiane.", .operation),
      ("Suites opératoires\nSimples.", .postoperative),
      ("DIAGNOSTIC\nCarcinome.", .diagnosis), ("Traitement\nChimiothérapie.", .treatment),
      ("Évolution\nFavorable.", .evolution), ("CONCLUSION\nStabilité.", .conclusion),
      ("Au total :\nStabilité.", .conclusion),
      ("Traitement de sortie :\nParacétamol.", .dischargeTreatment),
      ("2) Examens complémentaires\nScanner.", .tests), ("IV. Conclusion\nok.", .conclusion),
      ("- Antécédents :\nHTA.", .antecedents),
      ("Antécédents\u{00A0}:\nHTA.", .antecedents), ("ANTECEDENTS\nHTA.", .antecedents),
    ])
  func kinds(_ text: String, _ kind: SectionKind) {
    #expect(ClinicalText(text).sections.first { $0.heading != nil }?.kind == kind)
  }

  @Test(
    "No heading",
    arguments: [
      "Le traitement a été bien toléré.", "Antécédents de phlébite en 2010.",
      "Conclusion difficile en l'état.", "Le diagnostic est posé.", "Une évolution favorable.",
      "Allergique à la pénicilline.", "12/03/2014", "",
    ])
  func none(_ text: String) {
    #expect(ClinicalText(text).sections.allSatisfy { $0.heading == nil })
  }

  @Test("A report in sections, in order")
  func order() {
    let text = ClinicalText(
      """
      Motif : bilan d'extension

      Antécédents :
      HTA, diabète.
      Examen clinique
      Abdomen souple.
      Examens complémentaires :
      Scanner : lésion hépatique.
      Conclusion
      Métastase hépatique.
      """)
    #expect(
      text.sections.filter { $0.heading != nil }.map(\.kind).prefix(2) == [.reason, .antecedents])
    #expect(text.sections.last?.kind == .conclusion)
    #expect(text.sections.contains { $0.kind == .examination })
    #expect(text.sections.contains { $0.kind == .tests })
  }
}
