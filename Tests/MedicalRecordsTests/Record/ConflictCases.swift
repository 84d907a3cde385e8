import Review
import Testing

@testable import MedicalRecords

/// What is a contradiction between documents, and what is the legitimate course of a disease.
@Suite("Conflicts")
struct ConflictCases {
  /// A note: its day, kind and text.
  struct Sheet: Sendable {
    var day: String
    var kind: NoteKind
    var text: String

    init(_ day: String, _ kind: NoteKind, _ text: String) {
      self.day = day
      self.kind = kind
      self.text = text
    }
  }

  static func titles(_ sheets: [Sheet]) -> [String] {
    let notes = sheets.enumerated().map { index, sheet in
      PatientNote(
        key: "n\(index)", patient: "p", date: CalendarDate(iso: sheet.day), kind: sheet.kind,
        title: "", text: sheet.text, identity: PatientIdentity(), file: "f\(index)", line: 1)
    }
    return RecordReader(terminology: .standard, model: MedicalModel()).record("p", notes: notes)
      .conflicts.map(\.title.fr)
  }

  @Test(
    "Contradictions",
    arguments: [
      (
        "Latéralité",
        [
          Sheet("2026-09-28", .imaging, "Tumeur maligne du côlon gauche."),
          Sheet("2026-10-14", .operative, "Colectomie droite pour adénocarcinome du côlon droit."),
        ]
      ),
      (
        "Latéralité",
        [
          Sheet("2026-09-28", .imaging, "Carcinome du sein gauche."),
          Sheet("2026-10-14", .pathology, "Carcinome du sein droit."),
        ]
      ),
      (
        "Stade",
        [
          Sheet("2026-08-20", .consultation, "Classée cT2 N1 M0."),
          Sheet("2026-09-15", .consultation, "Classée cT2 N0 M0."),
        ]
      ),
      (
        "Allergie et prescription",
        [
          Sheet("2026-09-02", .consultation, "Allergie à l'amoxicilline."),
          Sheet("2026-11-02", .discharge, "Augmentin 1 g trois fois par jour."),
        ]
      ),
      (
        "Allergie et prescription",
        [
          Sheet("2026-09-02", .consultation, "Allergie à la pénicilline."),
          Sheet("2026-11-02", .discharge, "Amoxicilline 1 g trois fois par jour."),
        ]
      ),
      (
        "Allergie affirmée et niée",
        [
          Sheet("2026-09-02", .consultation, "Allergie à la pénicilline."),
          Sheet("2026-11-02", .discharge, "Pas d'allergie connue."),
        ]
      ),
      (
        "Arrêté mais prescrit à la sortie",
        [
          Sheet("2026-10-02", .consultation, "Arrêt de la metformine."),
          Sheet("2026-10-29", .discharge, "Traitement de sortie :\nMetformine 1000 mg."),
        ]
      ),
      (
        "État fonctionnel",
        [
          Sheet("2026-07-03", .consultation, "OMS 1."),
          Sheet("2026-07-15", .consultation, "OMS 3."),
        ]
      ),
    ] as [(String, [Sheet])])
  func found(_ title: String, _ sheets: [Sheet]) {
    #expect(Self.titles(sheets).contains(title), "\(Self.titles(sheets))")
    #expect(Self.titles(sheets.reversed()).contains(title), "whatever the order of the files")
  }

  @Test(
    "The legitimate course raises nothing",
    arguments: [
      [
        Sheet("2026-08-20", .consultation, "Classée cT2 N1 M0."),
        Sheet("2026-10-15", .pathology, "Classée pT3 N0."),
      ],
      [
        Sheet("2026-08-20", .consultation, "Classé cT3 N1 M0."),
        Sheet("2026-12-15", .pathology, "Classé ypT1 N0."),
      ],
      [
        Sheet("2024-08-20", .consultation, "Classée cT2 N0 M0."),
        Sheet("2026-09-15", .consultation, "Classée cT4 N2 M1."),
      ],
      [
        Sheet("2026-08-20", .consultation, "Classée cT2 N1 M0."),
        Sheet("2026-08-30", .consultation, "Classée cT2a N1."),
      ],
      [
        Sheet("2026-03-20", .imaging, "Pas de métastase hépatique."),
        Sheet("2026-09-15", .imaging, "Métastases hépatiques."),
      ],
      [
        Sheet("2026-09-02", .consultation, "Pas d'allergie connue."),
        Sheet("2026-11-02", .discharge, "Allergie à la pénicilline découverte à J3."),
      ],
      [
        Sheet("2026-09-02", .consultation, "Allergie à la pénicilline."),
        Sheet("2026-11-02", .discharge, "Ciprofloxacine 500 mg."),
      ],
      [
        Sheet("2026-07-03", .consultation, "OMS 1."), Sheet("2026-07-15", .consultation, "OMS 2."),
      ],
      [
        Sheet("2026-01-03", .consultation, "OMS 1."), Sheet("2026-07-15", .consultation, "OMS 3."),
      ],
      [
        Sheet("2026-10-02", .consultation, "Arrêt de la metformine."),
        Sheet("2026-10-29", .discharge, "Traitement de sortie :\nParacétamol 1 g."),
      ],
      [
        Sheet("2026-09-28", .imaging, "Carcinome du sein gauche."),
        Sheet("2026-10-14", .consultation, "Mère : carcinome du sein droit."),
      ],
      [Sheet("2026-09-28", .imaging, "Carcinome du sein gauche et kyste du sein droit.")],
    ] as [[Sheet]])
  func none(_ sheets: [Sheet]) {
    #expect(Self.titles(sheets).isEmpty, "\(Self.titles(sheets))")
  }

  @Test("Both sides are shown, each with its own document")
  func sides() throws {
    let notes = ["Classée cT2 N1 M0.", "Classée cT2 N0 M0."].enumerated().map { index, text in
      PatientNote(
        key: "n\(index)", patient: "p", date: CalendarDate(iso: "2026-08-2\(index)"),
        kind: .consultation, title: "", text: text, identity: PatientIdentity(), file: "f", line: 1)
    }
    let record = RecordReader(terminology: .standard, model: MedicalModel()).record(
      "p", notes: notes)
    let conflict = try #require(record.conflicts.first)
    #expect(conflict.sides.map(\.0.fr) == ["cT2 N1 M0", "cT2 N0 M0"])
    #expect(conflict.sides.map(\.1.note) == [0, 1])
  }

  @Test("Two dates of birth in one record ask whether it is one patient")
  func identities() {
    let notes = [1954, 1956].enumerated().map { index, year in
      PatientNote(
        key: "n\(index)", patient: "p", date: nil, kind: .consultation, title: "",
        text: "Consultation\nRien à signaler.",
        identity: PatientIdentity(birthDate: CalendarDate(year: year, month: 3, day: 12)),
        file: "f", line: 1)
    }
    let record = RecordReader(terminology: .standard, model: MedicalModel()).record(
      "p", notes: notes)
    #expect(record.conflicts.map(\.title.en) == ["Identity: two dates of birth"])
    #expect(record.conflicts.first?.sides.map(\.0.en) == ["born in 1954", "born in 1956"])
  }
}
