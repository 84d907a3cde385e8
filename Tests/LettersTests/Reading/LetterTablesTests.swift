import Foundation
import Review
import Testing

@testable import Letters

@Suite struct LetterTablesTests {
  private func read(_ name: String, _ text: String) throws -> (LetterSources, [Refusal]) {
    let folder = try LetterFixture.folder([name: text])
    defer { try? FileManager.default.removeItem(at: folder) }
    var sources = LetterSources()
    let listener = LetterListener()
    LetterTables.read(
      folder.appendingPathComponent(name), into: &sources, log: RefusalLog(listener))
    return (sources, listener.refusals)
  }

  @Test func answersAreRead() throws {
    let (sources, refusals) = try read(
      "reponses.csv",
      "inspection;item;answered_on;closed_on\nINSSN – LYO – 2024 – 0412;Demande II.1;03/09/2024;\n"
        + "rien;A1;;\nINSSN-LYO-2014-0688;A4;2014-05-01;2014-06-01\n")
    #expect(sources.answers.map(\.itemID) == ["INSSN-LYO-2024-0412#II1", "INSSN-LYO-2014-0688#A4"])
    #expect(sources.answers[0].answered?.iso == "2024-09-03")
    #expect(sources.answers[1].closed?.iso == "2014-06-01")
    #expect(refusals.map(\.line) == [3])
  }

  @Test func exportsAreRead() throws {
    let (sources, _) = try read(
      "export.csv",
      "Lettre;Date;Thème;Entité pilote;Site;Exploitant;Secteur\n"
        + "INSSN-LYO-2014-0688;03/03/2014;Incendie;Lyon;CNPE du Val;EDF;REP\n")
    #expect(sources.cases["INSSN-LYO-2014-0688"]?.site == "CNPE du Val")
    #expect(sources.cases["INSSN-LYO-2014-0688"]?.date?.iso == "2014-03-03")
  }

  @Test func judgementsAreRead() throws {
    let (table, refusals) = try read(
      "a.csv", "letter,start,end,sentence,label\nX,0,9,Un écart.,1\nX,0,9,Un autre.,7\n")
    #expect(table.judged.map(\.level) == [1])
    #expect(refusals.count == 1)
    let (lines, _) = try read("b.jsonl", "{\"id\":\"1\",\"text\":\"Un écart.\",\"level\":2}\n")
    #expect(lines.judged.map(\.level) == [2])
  }

  @Test func otherColumnsAreRefused() throws {
    let (sources, refusals) = try read("c.csv", "prix;quantité\n1;2\n")
    #expect(sources.files.isEmpty)
    #expect(refusals.first?.found.contains("prix") == true)
  }
}
