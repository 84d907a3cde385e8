import Foundation
import Programs
import Review
import Testing

@testable import Letters

@Suite struct HostileLetterTests {
  @Test(arguments: [
    "", "\n\n\n", "\u{0C}\u{0C}", "A", "Synthèse de l’inspection", "\u{FFFE}\u{200B}\u{202E}",
    "A. Demandes d’actions correctives", "I. DEMANDES A TRAITER PRIORITAIREMENT\n\nDemande I.1 :",
    "Demande A1 : Demande A2 : Demande A3 :", "INSSN-\n-\n-", "n°", "[[[[", "« « «",
    "\r\r\n\r", "1/2\n2/2\n",
  ])
  func oddTextsAreSurvived(text: String) {
    let letter = LetterFixture.parse(text)
    let count = text.unicodeScalars.count
    for item in letter.items { #expect(item.span.end <= count) }
    for section in letter.sections { #expect(section.span.end <= count) }
  }

  @Test(.timeLimit(.minutes(1)))
  func fiveHundredPagesAreRead() {
    let page =
      "Les inspecteurs ont constaté que la porte était ouverte et que rien ne le signalait.\n\n"
      + "Je vous demande de la fermer.\n\n"
    let body = (1...500).map { String(repeating: page, count: 12) + "\($0)/500\n\u{0C}" }.joined()
    #expect(LetterFixture.parse(LetterFixture.old(a: body)).items.count >= 2_000)
  }

  @Test(.timeLimit(.minutes(1)))
  func aMegabyteWithoutEndsOfLine() {
    let text =
      "Synthèse de l’inspection " + String(repeating: "mot sans fin de ligne ", count: 50_000)
    #expect(LetterFixture.parse(text).items.isEmpty)
  }

  @Test func controlCharactersStayInTheText() {
    let text = LetterFixture.old(a: "Un \u{1B}[31mconstat\u{07}.\n\nJe vous demande de corriger.")
    let letter = LetterFixture.parse(text)
    #expect(letter.text == text)
    #expect(letter.items.count == 1)
  }

  @Test func aPDFThatHangsIsRefusedAndTheRestGoesOn() throws {
    let folder = try LetterFixture.folder([
      "a.pdf": "%PDF-1.4 rubbish",
      "b.txt": LetterFixture.old(a: "Je vous demande de corriger."),
      "sleep.sh": "#!/bin/sh\nsleep 30\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appendingPathComponent("sleep.sh")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: script.path)
    var reader = LetterSourceReader()
    reader.text.pdf = PDFText(limits: ProgramLimits(wallSeconds: 0.3), program: script.path)
    let listener = LetterListener()
    let sources = try reader.read([folder], observer: listener)
    #expect(sources.letters.count == 1)
    #expect(listener.refusals.map(\.file) == ["a.pdf"])
    #expect(listener.refusals.first?.found.contains("arrêté") == true)
  }

  @Test func otherTextsAreRefused() throws {
    let folder = try LetterFixture.folder(["recette.txt": "Battre les œufs en neige."])
    defer { try? FileManager.default.removeItem(at: folder) }
    let listener = LetterListener()
    #expect(throws: EngineError.self) {
      try LetterSourceReader().read([folder], observer: listener)
    }
    #expect(listener.refusals.count == 1)
  }

  @Test func windowsTextIsRead() throws {
    let data = Data([0x53, 0x79, 0x6E, 0x74, 0x68, 0xE8, 0x73, 0x65])
    #expect(LetterText.decode(data) == "Synthèse")
    #expect(LetterText.decode(Data([0x41, 0x00, 0x42])) == nil)
    #expect(LetterText.decode(Data([0xEF, 0xBB, 0xBF, 0x41])) == "A")
  }

  @Test func knownFilesArePassedOver() throws {
    let folder = try LetterFixture.folder([
      "a.txt": LetterFixture.old(a: "Je vous demande de corriger.")
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let listener = LetterListener()
    let first = try LetterSourceReader().read([folder], observer: listener)
    let again = try LetterSourceReader().read(
      [folder], known: Set(first.files.map(\.sha256)), observer: listener)
    #expect(again.letters.isEmpty)
    #expect(again.files.count == 1)
  }
}
