import Foundation
import Review
import Testing

@testable import MedicalRecords

@Suite("Reading")
struct ReadingTests {
  private let scratch = Scratch()

  private func read(_ urls: [URL], _ observer: TestObserver = TestObserver()) throws
    -> MedicalSources
  {
    var reader = MedicalReader(observer: observer)
    return try reader.read(urls)
  }

  @Test(
    "Encodings",
    arguments: [
      [0xE9, 0x74, 0xE9], Array("été".utf8), [0xEF, 0xBB, 0xBF] + Array("été".utf8),
      [0xFF, 0xFE, 0xE9, 0x00, 0x74, 0x00, 0xE9, 0x00],
    ] as [[UInt8]])
  func encodings(_ bytes: [UInt8]) {
    #expect(TextDecoding.text(bytes) == "été")
  }

  @Test("Windows-1252 and line ends")
  func windows() {
    #expect(TextDecoding.text([0x80, 0x0D, 0x0A, 0x92, 0x0D, 0x61, 0x00]) == "€\n’\na ")
  }

  @Test("The head of a text: names, birth, date, kind")
  func head() {
    let note = TextNoteReader.read(
      "COMPTE RENDU OPÉRATOIRE\nNom : MARTIN   Prénom : Jeanne\nNée le 12/03/1954\nDate : 14/10/2026\n\nTexte",
      file: "0147_cro.txt", patient: "")
    #expect(note.identity.names == ["MARTIN", "Jeanne"])
    #expect(note.identity.birthDate == CalendarDate(year: 1954, month: 3, day: 12))
    #expect(note.date == CalendarDate(year: 2026, month: 10, day: 14))
    #expect(note.kind == .operative && note.patient == "0147")
  }

  @Test("CDA: identity, sections, lists, tables")
  func cda() throws {
    let sources = try read([Samples.folder.appendingPathComponent("0856/lettre_sortie.xml")])
    let note = try #require(sources.notes.first)
    #expect(note.identity.names == ["ANDRÉ", "Nadia"])
    #expect(note.date == CalendarDate(year: 2026, month: 8, day: 17))
    #expect(
      note.text.contains("Traitements à la sortie\nTinzaparine ; 4500 UI par jour ; 28 jours"))
  }

  @Test("The official examples of the ANS are read", .enabled(if: SharedData.isPresent))
  func officialExamples() throws {
    for name in ["frcp_cda_example.xml", "lettre_liaison_sortie_cda_example.xml"] {
      let file = try #require(SharedData.file(name))
      let note = try #require(try read([file]).notes.first)
      #expect(ClinicalText(note.text).sections.count > 5)
      #expect(!note.identity.names.isEmpty && note.date != nil)
    }
  }

  @Test(
    "Entity bombs, doctypes, broken and deep XML are refused with their line",
    arguments: [
      "<!DOCTYPE lolz [<!ENTITY lol \"lol\">]><a>&lol;</a>",
      "<ClinicalDocument><a></b></ClinicalDocument>",
      "<ClinicalDocument>&xxe;</ClinicalDocument>", "<ClinicalDocument",
      "<?xml version=\"1.0\"?><other/>",
      "<?xml version=\"1.0\"?>" + String(repeating: "<a>", count: 5000), "<?xml ",
      "<ClinicalDocument a=>",
    ])
  func hostileXML(_ text: String) throws {
    let observer = TestObserver()
    let url = try scratch.file("bombe.xml", Array(text.utf8))
    #expect(throws: EngineError.self) { try read([url], observer) }
    #expect(observer.refusals.count == 1 && observer.refusals[0].line != nil)
  }

  @Test("HL7: results become lines with unit and range")
  func hl7() throws {
    let sources = try read([Samples.folder.appendingPathComponent("0611/bio_2026-05-21.hl7")])
    let note = try #require(sources.notes.first)
    #expect(note.text.contains("CA 19-9 : 420 U/mL (0-37)"))
    #expect(note.identity.names == ["LEROY", "Hélène"] && note.identity.sex == "F")
    #expect(note.date == CalendarDate(year: 2026, month: 5, day: 21))
  }

  @Test("OMOP tables as CSV and JSON Lines")
  func tables() throws {
    let csv =
      "note_id,person_id,note_datetime,note_class_source_value,note_text\n1,P1,2020-02-03,cro,Pas de fièvre\n2,P1,,,\n"
    let observer = TestObserver()
    let sources = try read([try scratch.file("notes.csv", Array(csv.utf8))], observer)
    #expect(sources.notes.map(\.patient) == ["P1"] && observer.refusals.count == 1)
    #expect(sources.notes.first?.kind == .operative)
    let json = try read([Samples.folder.appendingPathComponent("notes_0509.jsonl")])
    #expect(json.notes.count == 9 && json.notes.allSatisfy { $0.patient == "0509" })
  }

  @Test("Terms as CSV")
  func terms() throws {
    let sources = try read([try scratch.file("cim10.csv", Array("code,label\nA00,Choléra\n".utf8))]
    )
    #expect(sources.terms == [GivenTerm(term: "Choléra", code: "A00", kind: "disease")])
  }

  @Test("brat: contiguous annotations inside the text, codes from notes")
  func brat() {
    var refusals: [Refusal] = []
    let annotations = BratReader.annotations(
      "T1\tmorphologie 0 9\tcarcinome\n#1\tAnnotatorNotes T1\t8010/3\nT2\tx 5 900\ty\nT3\tx 0 2;4 6\tz\nR1\trel",
      file: "a.ann", length: 40, refused: { refusals.append($0) })
    #expect(annotations == [NoteAnnotation(label: "morphologie", span: Span(0, 9), code: "8010/3")])
    #expect(refusals.map(\.line) == [3, 4])
  }

  @Test("Binary, empty and missing files are refused; the rest goes on")
  func refusals() throws {
    let observer = TestObserver()
    let good = try scratch.file("a.txt", Array("Pas de fièvre".utf8))
    let binary = try scratch.file("b.txt", [0, 1, 2, 3])
    let empty = try scratch.file("c.txt", [])
    let sources = try read(
      [good, binary, empty, URL(fileURLWithPath: "/nulle/part.txt")], observer)
    #expect(sources.notes.count == 1 && observer.refusals.count == 3)
  }
}
