import Foundation
import Review
import ReviewStore
import Testing

@testable import MedicalRecords

/// What nobody would give on purpose: all of it is bounded and reported, and the rest goes on.
@Suite("Hostile input")
struct HostileTests {
  private let scratch = Scratch()

  private func read(_ urls: [URL], _ observer: TestObserver) throws -> MedicalSources {
    var reader = MedicalReader(observer: observer)
    return try reader.read(urls)
  }

  private static let report =
    "Compte rendu\nAntécédents : hypertension artérielle.\n"
    + "Adénocarcinome du côlon droit pT3 N1 M0. Pas de métastase hépatique.\n"

  @Test("Two thousand files of one patient are one record", .timeLimit(.minutes(2)))
  func manyFiles() throws {
    for index in 0..<2000 {
      _ = try scratch.file(
        "cr_\(index).txt", "Date : 0\(1 + index % 9)/03/2026\n" + Self.report + "note \(index)",
        in: "0999")
    }
    let observer = TestObserver()
    let sources = try read([scratch.folder], observer)
    #expect(sources.notes.count == 2000 && observer.refusals.isEmpty)
    #expect(Set(sources.notes.map(\.patient)) == ["0999"])
    let store = MemoryStore(agent: "claire")
    try MedicalRecordsEngine().analyse(
      sources, request: circumstances(), records: store.records, sink: TestSink(store))
    let all = try suggestions(store)
    #expect(all.count == 1)
    let suggestion = try #require(all.values.first)
    #expect(suggestion.statements.count < 60)
    #expect(suggestion.statements.allSatisfy { $0.sources.count <= 12 })
    #expect(suggestion.facets.contains { $0.value == "> 100 docs" })
  }

  @Test("More notes than a record holds: the oldest are left out, and it is said")
  func tooManyNotes() {
    let notes = (0..<(PatientRecord.noteLimit + 7)).map { index in
      PatientNote(
        key: String(index), patient: "p", date: CalendarDate(daysSinceEpoch: Int32(10_000 + index)),
        kind: .other, title: "", text: "x", identity: PatientIdentity(), file: "f", line: 1)
    }
    let record = PatientRecord(key: "p", notes: notes)
    #expect(record.notes.count == PatientRecord.noteLimit && record.leftOut == 7)
    #expect(record.notes.first?.date == CalendarDate(daysSinceEpoch: 10_007))
  }

  @Test("A report of five megabytes is summarised", .timeLimit(.minutes(2)))
  func largeReport() throws {
    let text = String(repeating: Self.report, count: 5_000_000 / Self.report.utf8.count)
    let url = try scratch.file("grand.txt", text, in: "0998")
    let sources = try read([scratch.folder], TestObserver())
    #expect(sources.notes.first?.text.utf8.count ?? 0 > 4_900_000)
    let store = MemoryStore(agent: "claire")
    try MedicalRecordsEngine().analyse(
      sources, request: circumstances(), records: store.records, sink: TestSink(store))
    let suggestion = try #require(try suggestions(store).values.first)
    #expect(suggestion.texts("pTNM") == ["pT3 N1 M0"])
    #expect(FileManager.default.fileExists(atPath: url.path))
  }

  @Test("A file above the limit is refused, the next one is read")
  func tooLarge() throws {
    let url = try scratch.file("a.txt", "x")
    let handle = try FileHandle(forWritingTo: url)
    try handle.truncate(atOffset: UInt64(MedicalReader.documentLimit) + 1)
    try handle.close()
    let good = try scratch.file("b.txt", Self.report)
    let observer = TestObserver()
    let sources = try read([url, good], observer)
    #expect(sources.notes.count == 1 && observer.refusals.map(\.file) == ["a.txt"])
  }

  @Test("One record in four encodings is one record in French")
  func encodings() throws {
    let text = "Opérée le 12 mars 2014 d'un adénocarcinome du côlon, « sans suites »."
    let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    _ = try scratch.file("utf8.txt", text, in: "0997")
    _ = try scratch.file("mark.txt", [0xEF, 0xBB, 0xBF] + Array(text.utf8), in: "0997")
    _ = try scratch.file("latin.txt", latin, in: "0997")
    _ = try scratch.file("wide.txt", wide, in: "0997")
    let sources = try read([scratch.folder], TestObserver())
    #expect(sources.notes.count == 4)
    #expect(Set(sources.notes.map(\.text)) == [text])
  }

  @Test("Line ends of three systems")
  func lineEnds() throws {
    for (name, end) in [("a", "\n"), ("b", "\r\n"), ("c", "\r")] {
      _ = try scratch.file("\(name).txt", "Conclusion" + end + "Tumeur du rein." + end, in: "0996")
    }
    let sources = try read([scratch.folder], TestObserver())
    #expect(Set(sources.notes.map(\.text)) == ["Conclusion\nTumeur du rein.\n"])
  }

  @Test("An entity bomb beside good reports is refused with its line; the rest is summarised")
  func entityBomb() throws {
    var bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY lol \"lol\">\n"
    for level in 1..<10 {
      let before = level == 1 ? "lol" : "lol\(level - 1)"
      bomb += "<!ENTITY lol\(level) \"" + String(repeating: "&\(before);", count: 10) + "\">\n"
    }
    bomb += "]>\n<ClinicalDocument>&lol9;</ClinicalDocument>"
    _ = try scratch.file("bombe.xml", bomb, in: "0995")
    _ = try scratch.file("cr.txt", Self.report, in: "0995")
    let observer = TestObserver()
    let sources = try read([scratch.folder], observer)
    #expect(sources.notes.map(\.file) == ["cr.txt"])
    #expect(observer.refusals.map(\.file) == ["bombe.xml"])
    #expect(observer.refusals.first?.line == 2)
  }

  @Test("Folders in folders are looked into so far and no further")
  func deepFolders() throws {
    let deep = (0..<12).map { "d\($0)" }.joined(separator: "/")
    _ = try scratch.file("cr.txt", Self.report, in: deep)
    _ = try scratch.file("cr.txt", Self.report, in: "0994/2026")
    let sources = try read([scratch.folder], TestObserver())
    #expect(sources.notes.map(\.patient) == ["0994"])
  }

  @Test(
    "Texts that are none",
    arguments: [
      "", " \n\t\n ", "\u{FEFF}", String(repeating: "\n", count: 10_000),
    ])
  func empty(_ text: String) throws {
    let observer = TestObserver()
    let good = try scratch.file("b.txt", Self.report)
    let sources = try read([try scratch.file("a.txt", text), good], observer)
    #expect(sources.notes.count == 1 && observer.refusals.count == 1)
  }

  @Test(
    "Any text is summarised without harm, and its spans stay inside it",
    arguments: [
      String(repeating: "pT3 ", count: 5000), String(repeating: "12/03/2014 ", count: 3000),
      String(repeating: "(", count: 20_000), String(repeating: "pas de ", count: 4000),
      "\u{202E}enirosomal\u{202C} Hodgkin \u{200B}\u{FEFF}",
      "carcinome" + String(repeating: "e\u{301}", count: 5000),
      String(repeating: "a", count: 200_000), "Mme " + String(repeating: "MARTIN ", count: 2000),
      String(repeating: "Antécédents :\n", count: 3000), "👩‍⚕️🩺 pT2 N0 M0 👨‍👩‍👧",
      "1" + String(repeating: "0", count: 400) + " mg/L", String(repeating: "1 x ", count: 3000),
      "01/01/0001 99/99/9999 31/12/9999", "%s%n%x {0} \\u0000 ${jndi:ldap://x}",
      "\u{1B}[2J\u{1B}]0;x\u{7} carcinome du sein",
    ])
  func anyText(_ text: String) {
    let note = PatientNote(
      key: "k", patient: "p", date: nil, kind: .other, title: "", text: text,
      identity: PatientIdentity(), file: "f", line: 1)
    let record = RecordReader(terminology: .standard, model: MedicalModel()).record(
      "p", notes: [note])
    let count = text.unicodeScalars.count
    for fact in record.facts { #expect(fact.span.end <= count && fact.span.begin < fact.span.end) }
    #expect(record.statements.count <= 200)
    let masked = IdentityMask(PatientIdentity()).masked(text)
    #expect(masked.unicodeScalars.count == count, "a mask keeps every offset")
  }

  @Test("A hostile table of notes: bad rows are refused with their line")
  func table() throws {
    let csv =
      "note_id,person_id,note_datetime,note_class_source_value,note_text\n"
      + "1,P1,2020-02-03,cro,Pas de fièvre\n2,P1,pas une date,cro,Toux\n"
      + "3,,2020-02-03,cro,Sans patient\n4,P2,2020-02-03,cro,\n"
      + "5,P3,2020-02-03,cro,\"ligne une\nligne deux\"\n"
    let observer = TestObserver()
    let sources = try read([try scratch.file("notes.csv", csv)], observer)
    #expect(sources.notes.contains { $0.text == "ligne une\nligne deux" })
    #expect(sources.notes.contains { $0.patient == "P1" })
    #expect(!observer.refusals.isEmpty)
    #expect(observer.refusals.allSatisfy { $0.line != nil && $0.file == "notes.csv" })
  }

  @Test("JSON Lines that are broken: the line is named, the others are read")
  func brokenJSON() throws {
    let lines =
      "{\"note_id\":\"1\",\"person_id\":\"P1\",\"note_text\":\"Toux\"}\n{\"note_id\":\n"
      + "[1,2]\n{\"note_id\":\"2\",\"person_id\":\"P1\",\"note_text\":\"Fièvre\"}\n"
    let observer = TestObserver()
    let sources = try read([try scratch.file("notes.jsonl", lines)], observer)
    #expect(sources.notes.map(\.text) == ["Toux", "Fièvre"])
    #expect(observer.refusals.map(\.line) == [2, 3])
  }

  @Test(
    "Broken HL7 is no crash",
    arguments: [
      "MSH|^~\\&|", "MSH|^~\\&|A|B|C|D|20260101||ORU^R01|1|P|2.5\rOBX|1", "MSH|", "MSH||||",
      "MSH|^~\\&|A\rPID|||||\rOBX|1|NM|x||||||||\r",
      "MSH|^~\\&|A\rOBX|" + String(repeating: "|", count: 5000),
    ])
  func hl7(_ text: String) throws {
    let observer = TestObserver()
    let good = try scratch.file("b.txt", Self.report)
    let sources = try read([try scratch.file("a.hl7", text), good], observer)
    #expect(sources.notes.contains { $0.file == "b.txt" })
  }
}
