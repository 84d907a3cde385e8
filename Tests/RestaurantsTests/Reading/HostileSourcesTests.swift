import Foundation
import Review
import Testing

@testable import Restaurants

/// What users give by mistake or by malice: a clear refusal, never a crash, never a silent loss.
@Suite struct HostileSourcesTests {
  private static let header = "etablissement;note;texte\n"

  private func refusal(_ name: String, _ bytes: [UInt8]) throws -> Refusal {
    let fixture = try ReadingFixture()
    let url = fixture.folder.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    do {
      _ = try ReadingFixture.read([url])
    } catch let EngineError.unreadable(refusal) {
      return refusal
    }
    Issue.record("expected an error")
    return Refusal(file: "", line: nil, found: "", expected: LocalizedText(same: ""))
  }

  @Test func namesWhatIsNotAText() throws {
    #expect(try refusal("a.csv", [0x50, 0x4B, 3, 4, 0]).found == "ZIP / XLSX / ODS")
    #expect(try refusal("a.csv", [0x1F, 0x8B, 8, 0]).found == "gzip")
    #expect(try refusal("a.csv", Array("%PDF-1.7".utf8)).found == "PDF")
    #expect(try refusal("a.csv", [0xFF, 0xFE, 0x61, 0]).found == "UTF-16")
    #expect(try refusal("a.csv", []).found == "0 B")
    #expect(try refusal("a.json", Array("{\"a\": [".utf8)).expected.fr.contains("Alim'confiance"))
  }

  @Test func readsWindows1252() throws {
    let fixture = try ReadingFixture()
    let url = fixture.folder.appendingPathComponent("a.csv")
    var bytes = Array("etablissement;note;texte\n".utf8)
    bytes += [0x43, 0x61, 0x66, 0xE9] + Array(";4;Bien\n".utf8)
    try Data(bytes).write(to: url)
    #expect(try ReadingFixture.read([url]).sources.reviews.first?.establishment == "Café")
  }

  @Test func keepsTheListThatIsCutOff() throws {
    let outcome = try ReadingFixture.read(
      "a.json", #"[{"texte": "Bien", "note": 4}, {"texte": "Mal", "note": 1}, {"texte": "Co"#)
    #expect(outcome.sources.reviews.map(\.text) == ["Bien", "Mal"])
    #expect(outcome.refusals.count == 1)
    #expect(outcome.sources.files.first?.refused == 1)
  }

  @Test func keepsControlCharactersForTheScreenToMark() throws {
    // Reading does not judge texts: what reaches a screen goes through SafeText.
    let outcome = try ReadingFixture.read("a.csv", Self.header + "Essai;1;\u{1B}[2J\u{202E}mal\n")
    #expect(outcome.sources.reviews.first?.text == "\u{1B}[2J\u{202E}mal")
  }

  @Test func takesFormulasAsTexts() throws {
    let outcome = try ReadingFixture.read("a.csv", Self.header + "=1+1;1;'=cmd\n@x;2;+33\n")
    #expect(outcome.sources.reviews.map(\.establishment) == ["=1+1", "@x"])
    #expect(outcome.sources.reviews.map(\.text) == ["=cmd", "+33"])
  }

  @Test func refusesRecordsThatAreNotObjects() throws {
    let outcome = try ReadingFixture.read("a.json", #"[{"texte": "Bien", "note": 4}, 12, "x"]"#)
    #expect(outcome.sources.reviews.count == 1)
    #expect(outcome.refusals.map(\.found) == ["12", "x"])
  }

  @Test func findsNothingInAnEmptyFolder() throws {
    let fixture = try ReadingFixture()
    #expect(throws: EngineError.self) { try ReadingFixture.read([fixture.folder]) }
    try fixture.file(".hidden.csv", Self.header)
    try fixture.file("notes.md", "x")
    #expect(throws: EngineError.self) { try ReadingFixture.read([fixture.folder]) }
  }

  @Test func namesTheWrongSeparator() throws {
    let refusal = try refusal("a.csv", Array("etablissement|note|texte\nX|4|Bien\n".utf8))
    #expect(refusal.found == "etablissement|note|texte")
  }

  @Test func namesAnAmbiguousColumn() throws {
    let refusal = try refusal("a.csv", Array("texte;note;note\nBien;4;5\n".utf8))
    #expect(refusal.found == "note")
    #expect(refusal.expected.en == "only one column of this name")
  }
}
