import Foundation
import Review
import Testing

@testable import MedicalRecords

/// HL7 v2, CDA and tables as hospitals send them.
@Suite("Formats")
struct FormatCases {
  private let scratch = Scratch()

  // MARK: HL7

  private static func message(_ segments: String..., control: String = "17") -> String {
    (["MSH|^~\\&|LABO|CHU|DPI|CHU|20261014101500||ORU^R01|\(control)|P|2.5"] + segments)
      .joined(separator: "\n")
  }

  @Test("A result is « name : value unit (range) », a text its lines")
  func observations() throws {
    let text = Self.message(
      "PID|1||800^^^CHU~299^^^INS||MARTIN^Jeanne||19540312|F|||12 rue des Lilas^^Albi||0561000000",
      "OBR|1|||BIO^Biologie|||20261013", "OBX|1|NM|718-7^Hémoglobine||9,4|g/dL|12-16",
      "OBX|2|TX|1^CR||Ligne une~Ligne deux\\.br\\Ligne trois", "OBX|3|NM|x^Vide||",
      "OBX|4|ST|CRP||< 5|mg/L")
    let note = try #require(HL7MessageReader.read(text, file: "a.hl7", patient: "").first)
    #expect(
      note.text
        == "Hémoglobine : 9,4 g/dL (12-16)\nLigne une\nLigne deux\nLigne trois\nCRP : < 5 mg/L")
    #expect(note.identity.names == ["MARTIN", "Jeanne"] && note.identity.sex == "F")
    #expect(note.identity.identifiers == ["800", "299"] && note.patient == "800")
    #expect(note.identity.birthDate == CalendarDate(iso: "1954-03-12"))
    #expect(note.identity.contacts.count == 2)
    #expect(note.date == CalendarDate(iso: "2026-10-13") && note.key == "a.hl7#17")
    #expect(note.kind == .biology && note.title == "Biologie")
  }

  @Test("Several messages of a file are several notes; one without text is none")
  func messages() {
    let text =
      Self.message("OBX|1|TX|1||Toux", control: "1") + "\n"
      + Self.message("PID|1", control: "2") + "\n"
      + Self.message("OBX|1|TX|1||Fièvre", control: "3")
    let notes = HL7MessageReader.read(text, file: "a.hl7", patient: "0147")
    #expect(notes.map(\.text) == ["Toux", "Fièvre"])
    #expect(notes.map(\.key) == ["a.hl7#1", "a.hl7#3"])
    #expect(notes.allSatisfy { $0.patient == "0147" })
  }

  @Test(
    "Escapes",
    arguments: [
      ("a\\F\\b", "a|b"), ("a\\S\\b", "a^b"), ("a\\T\\b", "a&b"), ("a\\R\\b", "a~b"),
      ("a\\E\\b", "a\\b"), ("a\\.br\\b", "a\nb"), ("a\\X0D\\b", "a\\X0D\\b"),
    ])
  func escapes(_ written: String, _ read: String) {
    let notes = HL7MessageReader.read(
      Self.message("OBX|1|TX|1||" + written), file: "a", patient: "p")
    #expect(notes.first?.text == read)
  }

  // MARK: CDA

  private static func cda(_ body: String, head: String = "") -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ClinicalDocument xmlns=\"urn:hl7-org:v3\">"
      + head + "<component><structuredBody>" + body
      + "</structuredBody></component></ClinicalDocument>"
  }

  private static func section(_ title: String, _ text: String) -> String {
    "<component><section><title>\(title)</title><text>\(text)</text></section></component>"
  }

  private func read(_ text: String) throws -> PatientNote {
    try ClinicalDocumentReader.read(text, file: "a.xml", patient: "")
  }

  @Test(
    "Narrative becomes lines",
    arguments: [
      ("Texte simple.", "Texte simple."),
      ("<paragraph>A</paragraph><paragraph>B</paragraph>", "A\nB"),
      ("<list><item>A</item><item>B</item></list>", "A\nB"), ("A<br/>B", "A\nB"),
      ("<content styleCode=\"Bold\">A</content> B", "A B"),
      ("A &amp; B &lt; C &#233; &#xE9;", "A & B < C é é"), ("<![CDATA[A < B]]>", "A < B"),
      ("<!-- rien -->A", "A"),
      (
        "<table><tbody><tr><td>A</td><td>1</td></tr><tr><td>B</td></tr></tbody></table>", "A ; 1\nB"
      ),
    ])
  func narrative(_ markup: String, _ lines: String) throws {
    let note = try read(Self.cda(Self.section("Titre", markup)))
    #expect(note.text.contains(lines), "\(note.text)")
    #expect(note.text.hasPrefix("Titre\n"))
  }

  @Test("Sections keep their order and their headings are found again")
  func sections() throws {
    let note = try read(
      Self.cda(
        Self.section("Antécédents", "HTA.") + Self.section("Conclusion", "Tumeur du rein.")))
    let text = ClinicalText(note.text)
    #expect(text.sections.map(\.kind) == [.antecedents, .conclusion])
  }

  @Test("Identity and day stand in the head")
  func head() throws {
    let note = try read(
      Self.cda(
        Self.section("A", "B"),
        head: "<title>Lettre de liaison</title><effectiveTime value=\"20260817101500+0200\"/>"
          + "<recordTarget><patientRole><id extension=\"800\" root=\"1.2\"/>"
          + "<telecom value=\"tel:0600000000\"/><patient><name><family>ANDRÉ</family>"
          + "<given>Nadia</given></name><administrativeGenderCode code=\"F\"/>"
          + "<birthTime value=\"19630614\"/></patient></patientRole></recordTarget>"))
    #expect(note.identity.names == ["ANDRÉ", "Nadia"] && note.identity.sex == "F")
    #expect(note.identity.birthDate == CalendarDate(iso: "1963-06-14"))
    #expect(note.date == CalendarDate(iso: "2026-08-17") && note.title == "Lettre de liaison")
    #expect(note.identity.identifiers.contains("800") && note.kind == .discharge)
  }

  @Test(
    "What is no well-formed XML is refused with its line",
    arguments: [
      "<ClinicalDocument>\n<a>", "<ClinicalDocument>\n</b></ClinicalDocument>",
      "<ClinicalDocument>\n&nbsp;</ClinicalDocument>",
      "<ClinicalDocument>\n&#x110000;</ClinicalDocument>",
      "<ClinicalDocument>\n<a b=c/></ClinicalDocument>",
      "<ClinicalDocument>\n<!DOCTYPE a></ClinicalDocument>",
      "<ClinicalDocument>\n<![CDATA[</ClinicalDocument>",
      "<ClinicalDocument>\n<!-- </ClinicalDocument>",
    ])
  func broken(_ text: String) {
    do {
      _ = try read("<?xml version=\"1.0\"?>" + text)
      Issue.record("read")
    } catch let problem as XMLScanner.Problem {
      #expect(problem.line >= 1 && !problem.expected.fr.isEmpty && !problem.expected.en.isEmpty)
    } catch {
      Issue.record("\(error)")
    }
  }

  // MARK: Tables

  private func notes(_ name: String, _ text: String, _ observer: TestObserver = TestObserver())
    throws -> [PatientNote]
  {
    var reader = MedicalReader(observer: observer)
    return try reader.read([try scratch.file(name, text)]).notes
  }

  @Test(
    "Separators and column orders",
    arguments: [
      "note_id,person_id,note_datetime,note_class_source_value,note_text\n1,P1,2020-02-03,cro,Toux\n",
      "person_id;note_text;note_datetime;note_id;note_class_source_value\nP1;Toux;2020-02-03;1;cro\n",
      "note_id\tperson_id\tnote_datetime\tnote_class_source_value\tnote_text\n1\tP1\t2020-02-03\tcro\tToux\n",
      "\u{FEFF}note_id,person_id,note_datetime,note_class_source_value,note_text\r\n1,P1,2020-02-03 10:00:00,cro,Toux\r\n",
    ])
  func columns(_ text: String) throws {
    let notes = try notes(text.contains("\t") ? "n.tsv" : "n.csv", text)
    #expect(notes.map(\.text) == ["Toux"] && notes.map(\.patient) == ["P1"])
    #expect(notes.first?.date == CalendarDate(iso: "2020-02-03") && notes.first?.kind == .operative)
  }

  @Test("Terms by the columns they have: codes, medicines, abbreviations")
  func terms() throws {
    for (text, wanted) in [
      (
        "code,label\nI10,Hypertension\n",
        GivenTerm(term: "Hypertension", code: "I10", kind: "disease")
      ),
      ("atc,name\nA02BC05,Inexium\n", GivenTerm(term: "Inexium", code: "A02BC05", kind: "drug")),
      (
        "abbreviation,long_form\nHTA,hypertension artérielle\n",
        GivenTerm(term: "HTA", code: "hypertension artérielle", kind: "abbreviation")
      ),
    ] {
      var reader = MedicalReader(observer: TestObserver())
      let sources = try reader.read([try scratch.file("t.csv", text)])
      #expect(sources.terms == [wanted])
    }
  }

  @Test("Annotations of JSON Lines: mentions of one piece, expressions as a whole, nobody's text")
  func annotations() throws {
    let line =
      #"{"id":"a","text":"carcinome droit du sein","entities":["#
      + #"{"label":"morphologie","spans":[[0,9]],"icdo":"8010/3"},"#
      + #"{"label":"morphologie","spans":[[0,9],[10,15]]},"#
      + #"{"label":"expression_CIM","spans":[[0,9],[19,23]],"icdo":"x"},{"label":"stadeTNM","spans":[[0,3]]}]}"#
    let note = try #require(try notes("n.jsonl", line + "\n").first)
    #expect(note.patient.isEmpty)
    #expect(
      note.annotations == [
        NoteAnnotation(label: "morphologie", span: Span(0, 9), code: "8010/3"),
        NoteAnnotation(label: "expression_CIM", span: Span(0, 23), code: "x"),
      ])
  }

  @Test(
    "Numbers in words and digits",
    arguments: [
      ("9,4", 9.4), ("9.4", 9.4), ("12", 12), ("0,04", 0.04), ("1.2.3", nil), ("a", nil),
      ("", nil), ("1234567890123456", nil),
    ] as [(String, Double?)])
  func numbers(_ text: String, _ value: Double?) {
    #expect(NumberWords.digits(Array(text.utf8)[...]) == value)
  }
}
