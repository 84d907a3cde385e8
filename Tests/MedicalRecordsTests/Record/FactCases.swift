import Review
import Testing

@testable import MedicalRecords

/// One sentence of a consultation, and what it gives to the summary.
@Suite("Facts of sentences")
struct FactCases {
  /// A sentence and the statements it must give: field, value, letters of the qualifiers.
  struct Case: Sendable, CustomTestStringConvertible {
    var sentence: String
    var wanted: [String]
    var testDescription: String { sentence }

    init(_ sentence: String, _ wanted: String...) {
      self.sentence = sentence
      self.wanted = wanted
    }
  }

  static func record(
    _ text: String, kind: NoteKind = .consultation,
    date: CalendarDate? = CalendarDate(iso: "2026-10-20")
  ) -> PatientRecord {
    let note = PatientNote(
      key: "k", patient: "p", date: date, kind: kind, title: "", text: text,
      identity: PatientIdentity(), file: "f", line: 1)
    return RecordReader(terminology: .standard, model: MedicalModel()).record("p", notes: [note])
  }

  static func lines(_ text: String, kind: NoteKind = .consultation) -> [String] {
    record(text, kind: kind).statements.map { statement in
      let letters = statement.qualifiers.letters
      return "\(statement.slot.rawValue) \(statement.value)"
        + (letters.isEmpty ? "" : " [\(letters)]")
    }
  }

  private static func check(_ one: Case) {
    let found = lines(one.sentence)
    for line in one.wanted { #expect(found.contains(line), "\(found)") }
    if one.wanted.isEmpty { #expect(found.isEmpty, "\(found)") }
  }

  static let medicinesCases = [
    Case(
      "Traitement par énoxaparine 4000 UI par jour pendant 28 jours.",
      "anticoagulant énoxaparine 4000 UI par jour pendant 28 jours"),
    Case(
      "Amoxicilline 1 g trois fois par jour pendant 7 jours.",
      "antibiotic amoxicilline 1 g trois fois par jour pendant 7 jours"),
    Case("Arrêt de la metformine le 12/03/2026.", "stoppedMedicine metformine"),
    Case("Metformine arrêtée en mars 2026.", "stoppedMedicine metformine"),
    Case(
      "Traitement de sortie : paracétamol 1 g, apixaban 5 mg.", "medicine paracétamol 1 g",
      "anticoagulant apixaban 5 mg"),
    Case("Chimiothérapie par FOLFOX.", "cancerTreatment FOLFOX"),
    Case("Radiothérapie 50 Gy en 25 fractions.", "cancerTreatment radiothérapie 50 Gy"),
    Case(
      "Six cycles de carboplatine et paclitaxel.", "cancerTreatment carboplatine",
      "cancerTreatment paclitaxel"),
    Case("Tamoxifène depuis 2019.", "cancerTreatment tamoxifène"),
    Case("Bisoprolol 5 mg le matin.", "medicine bisoprolol 5 mg"),
    Case("Sous Kardégic depuis son AVC.", "anticoagulant aspirine"),
  ]

  @Test("Medicines with dose, rhythm and what was stopped", arguments: medicinesCases)
  func medicines(_ one: Case) { Self.check(one) }

  static let allergiesCases = [
    Case("Allergie à la pénicilline.", "allergy pénicilline"),
    Case("Allergique à l'amoxicilline.", "allergy amoxicilline"),
    Case("Intolérance à la codéine.", "allergy codéine"),
    Case("Allergie au latex et à l'iode.", "allergy latex", "allergy iode"),
    Case("Allergies : pénicilline, arachides.", "allergy pénicilline", "allergy arachide"),
    Case("Allergies : aucune connue.", "allergy pas d'allergie connue"),
    Case("Pas d'allergie connue.", "allergy pas d'allergie connue"),
    Case("Aucune allergie médicamenteuse.", "allergy pas d'allergie connue"),
    Case("Le champ est badigeonné de bétadine."),
  ]

  @Test("Allergies, and that there is none", arguments: allergiesCases)
  func allergies(_ one: Case) { Self.check(one) }

  static let surgeryCases = [
    Case("Colectomie droite le 14/10/2026.", "operation colectomie droite"),
    Case("Mastectomie gauche en 2015.", "operation mastectomie"),
    Case("Lobectomie supérieure droite par thoracoscopie.", "operation lobectomie"),
    Case("Une colectomie est envisagée.", "plan colectomie [h]"),
    Case("Une mastectomie est prévue le 12/12/2026.", "plan mastectomie [h]"),
    Case(
      "Fistule anastomotique à J5, reprise chirurgicale à J6.",
      "complication fistule anastomotique", "clavien grade IIIb (reprise chirurgicale)"),
    Case("Transfusion de deux culots à J2.", "clavien grade II (transfusion)"),
    Case("Décès à J12 d'un choc septique.", "clavien grade V (décès)", "complication sepsis"),
    Case(
      "Transfert en réanimation à J3 pour détresse respiratoire.", "clavien grade IV (réanimation)",
      "complication détresse respiratoire"),
    Case("Suites opératoires simples.", "complication suites simples"),
    Case("Iléus postopératoire à J3.", "complication iléus"),
    Case("Infection de paroi à J6.", "complication abcès"),
    Case("Clavien-Dindo IIIa.", "clavien Clavien-Dindo IIIa"),
    Case("Drain de Redon retiré à J4.", "drain Drain de Redon"),
    Case("Sonde naso-gastrique en place.", "drain Sonde naso-gastrique"),
  ]

  @Test("Operations and what follows them", arguments: surgeryCases)
  func surgery(_ one: Case) { Self.check(one) }

  static let scoresCases = [
    Case("OMS 1.", "performance OMS 1"), Case("ECOG PS 2.", "performance OMS 2"),
    Case("Karnofsky 80 %.", "performance Karnofsky 80"),
    Case("Score G8 : 12/17.", "performance G8 12"),
    Case("Gleason 7 (3+4).", "otherStaging Gleason 7"),
    Case("Grade SBR II.", "otherStaging grade SBR II"),
    Case("Stade FIGO IIIC.", "otherStaging stade IIIC"),
    Case("Breslow 1,8 mm.", "otherStaging Breslow 1,8"),
    Case("HER2 négatif.", "biomarker HER2 négatif"), Case("KRAS muté.", "biomarker KRAS muté"),
    Case("EGFR muté (délétion de l'exon 19).", "biomarker EGFR muté"),
    Case("PD-L1 à 60 %.", "biomarker PD-L1 à 60 %"),
    Case("Hémoglobine 9,4 g/dL (12-16).", "biology hémoglobine ↓ 9,4 g/dL"),
    Case("CA 19-9 : 420 U/mL (0-37).", "biology CA 19-9 ↑ 420 U/mL"),
    Case("ACE < 5 ng/mL.", "biology ACE < 5 ng/mL"),
    Case("Créatinine 85 µmol/L.", "biology créatinine 85 µmol/L"),
  ]

  @Test("Scores, markers and results", arguments: scoresCases)
  func scores(_ one: Case) { Self.check(one) }

  static let historyCases = [
    Case(
      "Antécédents : hypertension artérielle, diabète de type 2, asthme.",
      "antecedent hypertension artérielle", "antecedent diabète de type 2", "antecedent asthme"),
    Case("Mère atteinte d'un cancer du sein à 45 ans.", "familyHistory tumeur maligne, sein [f]"),
    Case("Père décédé d'un infarctus.", "familyHistory infarctus [f]"),
    Case("Pas d'antécédent familial de cancer.", "familyHistory tumeur maligne [nf]"),
    Case("Tabagisme actif à 30 paquets-années.", "lifestyle tabagisme"),
    Case("Ne fume pas.", "lifestyle tabagisme [n]"),
    Case("Consommation d'alcool occasionnelle.", "lifestyle alcool"),
    Case("Éthylisme chronique.", "lifestyle alcoolisme"),
    Case("Vit seule, autonome.", "lifestyle vit seul", "lifestyle autonome"),
  ]

  @Test("Past, family and way of life", arguments: historyCases)
  func history(_ one: Case) { Self.check(one) }

  static let tumoursCases = [
    Case(
      "Adénocarcinome lieberkühnien du côlon ascendant.",
      "morphology adénocarcinome lieberkühnien", "site côlon ascendant"),
    Case(
      "Carcinome canalaire infiltrant du sein gauche.", "morphology carcinome canalaire infiltrant",
      "site sein"),
    Case("Lymphome de Hodgkin.", "morphology lymphome de Hodgkin"),
    Case("Suspicion d'adénocarcinome du pancréas.", "morphology adénocarcinome [h]"),
    Case("Métastases hépatiques multiples.", "progression métastase, foie"),
    Case("Pas de métastase.", "progression métastase [n]"),
    Case(
      "Suspicion de métastase surrénalienne gauche.", "progression métastase, surrénale [h]"),
    Case("Maladie stable.", "progression pas de progression"),
    Case("Rechute ganglionnaire.", "phase rechute"),
    Case("Découverte fortuite.", "discovery découverte fortuite"),
    Case("Rectorragies depuis trois mois.", "discovery symptômes : rectorragies"),
    Case("Biopsie le 21/09/2026.", "diagnosisDate 2026-09-21"),
    Case("Motif : bilan d'extension.", "reason bilan d'extension"),
    Case("Diagnostic de mélanome posé le 12/03/2026.", "diagnosisDate 2026-03-12"),
    Case("Rhabdomyosarcome embryonnaire.", "morphology rhabdomyosarcome embryonnaire"),
    Case("Leucémie aiguë myéloïde.", "morphology leucémie aiguë myéloïde"),
  ]

  @Test("Tumours and their course", arguments: tumoursCases)
  func tumours(_ one: Case) { Self.check(one) }

  @Test(
    "No date of a diagnosis that was not made, nor of something else",
    arguments: [
      "Pas de mélanome diagnostiqué en 2020.", "Suspicion de mélanome, diagnostic en mars 2020 ?",
      "Mère : mélanome diagnostiqué en 2010.", "Mélanome opéré en 2014.",
      "Diabète diagnostiqué en 2010.",
    ])
  func undated(_ sentence: String) {
    let found = Self.lines(sentence).filter { $0.hasPrefix("diagnosisDate") }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("Screening for a cancer is no cancer")
  func screening() {
    let found = Self.lines("Dépistage organisé du cancer du sein.")
    #expect(found.contains("discovery dépistage organisé"))
    #expect(!found.contains("morphology tumeur maligne"), "\(found)")
  }

  @Test(
    "Sides",
    arguments: [
      ("Carcinome du sein gauche.", "L"), ("Carcinome du sein droit.", "R"),
      ("Adénocarcinome du côlon ascendant.", "R"), ("Adénocarcinome du sigmoïde.", "L"),
      ("Adénocarcinome de l'estomac.", ""),
    ])
  func sides(_ sentence: String, _ side: String) {
    let site = Self.record(sentence).statements.first { $0.slot == .site }
    #expect(site?.laterality == side)
  }

  @Test(
    "Treatments begin and end on the days that are said",
    arguments: [
      ("Énoxaparine 4000 UI par jour jusqu'au 11/11/2026.", nil, "2026-11-11"),
      ("FOLFOX, 12 cures, débuté le 02/02/2026.", "2026-02-02", nil),
      ("Tamoxifène depuis 2019.", "2019", nil), ("Radiothérapie en mars 2020.", "2020-03", nil),
    ] as [(String, String?, String?)])
  func periods(_ sentence: String, _ start: String?, _ end: String?) throws {
    let slots: Set<Slot> = [.anticoagulant, .cancerTreatment]
    let statement = try #require(Self.record(sentence).statements.first { slots.contains($0.slot) })
    #expect(statement.dateText == start && statement.endDate?.iso == end)
  }
}
