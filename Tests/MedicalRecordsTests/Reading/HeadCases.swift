import Review
import Testing

@testable import MedicalRecords

/// The heads of reports: who, when, what kind.
@Suite("Heads of reports")
struct HeadCases {
  private static func note(_ text: String, file: String = "x.txt") -> PatientNote {
    TextNoteReader.read(text, file: file, patient: "")
  }

  @Test(
    "Names",
    arguments: [
      ("Nom : MARTIN   Prénom : Jeanne", ["MARTIN", "Jeanne"]),
      ("Patiente : Jeanne MARTIN", ["Jeanne", "MARTIN"]),
      ("Patient : M. Paul DURAND, 64 ans", ["Paul", "DURAND"]),
      ("Concerne : Mme Anne LEROY (née PETIT)", ["Anne", "LEROY"]),
      ("Nom de naissance : PETIT", ["PETIT"]), ("Nom : ", []), ("Service : chirurgie", []),
    ] as [(String, [String])])
  func names(_ head: String, _ names: [String]) {
    #expect(Self.note(head + "\n\nTexte").identity.names == names)
  }

  @Test(
    "Birth dates",
    arguments: [
      ("Né le 12/03/1954", "1954-03-12"), ("Née le 3 mars 1954 à Albi", "1954-03-03"),
      ("Date de naissance : 12/03/1954", "1954-03-12"), ("Née le : 12/03/1954", "1954-03-12"),
      ("Opérée le 12/03/1954", nil),
    ] as [(String, String?)])
  func births(_ head: String, _ date: String?) {
    #expect(Self.note(head).identity.birthDate?.iso == date)
  }

  @Test(
    "Days of reports",
    arguments: [
      ("Date : 14/10/2026", "2026-10-14"), ("Toulouse, le 14 octobre 2026", "2026-10-14"),
      ("Consultation du 14/10/2026", "2026-10-14"), ("Date d'examen : 2026-10-14", "2026-10-14"),
      ("Née le 12/03/1954", nil), ("Texte sans date", nil),
    ] as [(String, String?)])
  func days(_ head: String, _ date: String?) {
    #expect(Self.note(head).date?.iso == date)
  }

  @Test(
    "The file's name says what the head does not",
    arguments: [
      ("0147_cro_2026-10-14.txt", "0147", "2026-10-14", NoteKind.operative),
      ("0147_scanner_2026-09-28.txt", "0147", "2026-09-28", .imaging),
      ("rapport.txt", "rapport", nil, .other),
    ] as [(String, String, String?, NoteKind)])
  func files(_ file: String, _ patient: String, _ date: String?, _ kind: NoteKind) {
    let note = Self.note("Texte", file: file)
    #expect(note.patient == patient && note.date?.iso == date && note.kind == kind)
  }

  @Test(
    "Kinds by title",
    arguments: [
      ("COMPTE RENDU OPÉRATOIRE", NoteKind.operative),
      ("Compte rendu anatomopathologique", .pathology),
      ("Scanner thoraco-abdominal", .imaging), ("IRM hépatique", .imaging),
      ("FICHE RCP", .meeting), ("Lettre de liaison", .discharge),
      ("Compte rendu d'hospitalisation", .discharge), ("Ordonnance", .prescription),
      ("Consultation d'oncologie", .consultation), ("Hémogramme", .biology),
      ("Analyse de génétique moléculaire", .molecular), ("Transmissions infirmières", .nursing),
      ("COMPTE RENDU DE COLOSCOPIE", .endoscopy), ("Fibroscopie bronchique", .endoscopy),
      ("Divers", .other),
    ])
  func kinds(_ title: String, _ kind: NoteKind) {
    #expect(NoteKind.guess(title) == kind)
  }

  @Test(
    "Sex, where label or title say it",
    arguments: [
      ("Patiente : Jeanne MARTIN", "F"), ("Patient : M. Paul DURAND", "M"),
      ("Nom : Mme MARTIN", "F"), ("Née le 12/03/1954", "F"), ("Né le 12/03/1954", "M"),
      ("Sexe : F", "F"), ("Sexe : masculin", "M"), ("Nom : MARTIN", ""),
    ])
  func sexes(_ head: String, _ sex: String) {
    #expect(Self.note(head).identity.sex == sex)
  }

  @Test("Of a line of prose its beginning is read, however long it is")
  func prose() {
    let prose = String(repeating: "et la suite est longue ", count: 2000)
    let note = Self.note("Patiente : Jeanne MARTIN, née le 12/03/1954 " + prose)
    #expect(note.identity.birthDate?.iso == "1954-03-12")
    #expect(note.identity.names.first == "Jeanne")
    let late = Self.note(prose + "Nom : DUPONT\nNé le 12/03/1954")
    #expect(late.identity.names.isEmpty && late.identity.birthDate?.iso == "1954-03-12")
  }

  @Test("Numbers and contacts are known, so that they can be hidden")
  func contacts() {
    let identity = Self.note(
      "IPP : 8004123456\nTél : 05 61 00 00 00\nAdresse : 12 rue des Lilas 31000 Toulouse"
    ).identity
    #expect(identity.identifiers == ["8004123456"] && identity.contacts.count == 2)
  }

  @Test("Lines after the head say nothing of the identity")
  func body() {
    let text = String(repeating: "Ligne de texte\n", count: 40) + "Nom : DUPONT\nDate : 01/01/2020"
    let note = Self.note(text)
    #expect(note.identity.names.isEmpty && note.date == nil)
  }
}
