import Foundation
import Programs
import Review
import ReviewStore
import Testing

@testable import Letters

/// PDF letters through a program that stands for pdftotext: every way it may end.
@Suite struct LetterPDFTests {
  private static let letter = LetterFixture.old(a: "Je vous demande de corriger.")

  /// Reads PDF files, one text file and a script beside them, with that script as the reader of PDFs.
  private func read(
    _ script: String, files: [String: String] = ["a.pdf": "%PDF-1.4"],
    limits: ProgramLimits = ProgramLimits(wallSeconds: 10)
  ) throws -> (sources: LetterSources, refusals: [Refusal]) {
    let all = files.merging([
      "bon.txt": Self.letter, "programme.sh": "#!/bin/sh\n\(script)\n", "texte.brut": Self.letter,
    ]) { first, _ in first }
    return try LetterFixture.with(all) { folder in
      let program = folder.appendingPathComponent("programme.sh")
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
      var reader = LetterSourceReader()
      reader.text.pdf = PDFText(limits: limits, largestFile: 1 << 20, program: program.path)
      let listener = LetterListener()
      let sources = try reader.read([folder], observer: listener)
      return (sources, listener.refusals)
    }
  }

  @Test func theTextOfAPDFIsALetter() throws {
    let (sources, refusals) = try read("cat \"$(dirname \"$0\")/texte.brut\"")
    #expect(refusals.isEmpty && sources.letters.map(\.letter.file) == ["a.pdf", "bon.txt"])
    #expect(sources.letters[0].letter.items == sources.letters[1].letter.items)
    #expect(sources.letters[0].sha256 != sources.letters[1].sha256, "the hash is that of the PDF")
  }

  @Test func picturesWithoutATextWait() throws {
    let (sources, refusals) = try read("printf '\\f\\f\\f'")
    #expect(refusals.isEmpty && sources.letters.map(\.letter.text.isEmpty) == [true, false])
    let store = MemoryStore(agent: "m")
    try LettersAnalysis(request: LetterFixture.request(), engine: "letters 1").run(
      sources, records: store.records, sink: LetterSink(store))
    var image: Suggestion?
    try store.records.forEachSuggestion(SuggestionQuery(project: .letters)) {
      if $0.naturalKey == "image|a.pdf" { image = $0 }
      return true
    }
    let waiting = try #require(image)
    #expect(
      waiting.title == "Sans couche de texte : a.pdf"
        && waiting.facets == [Facet("state", "sans texte")])
    let shown = LetterFixture.facts(waiting.evidence)["State"]
    #expect(shown?.fr.isEmpty == false && shown?.en.contains("text recognition") == true)
  }

  @Test(arguments: [
    ("exit 1", "endommagé"), ("echo 'Incorrect password' >&2; exit 1", "mot de passe"),
    ("kill -9 $$", "pdftotext"),
    ("echo rien; exit 3", "endommagé"),
  ])
  func whatCannotBeReadIsRefusedAndTheRestGoesOn(script: String, found: String) throws {
    let (sources, refusals) = try read(script)
    #expect(sources.letters.map(\.letter.file) == ["bon.txt"])
    #expect(
      refusals.map(\.file) == ["a.pdf"] && refusals.first?.found.contains(found) == true,
      "\(refusals)")
    #expect(refusals.first?.expected.fr.contains("couche de texte") == true)
  }

  @Test(arguments: [
    ("", "PDF"), ("pas un pdf", "PDF"), (String(repeating: "%PDF-", count: 300_000), "Mio"),
  ])
  func otherFilesNeverReachTheProgram(content: String, found: String) throws {
    let (sources, refusals) = try read("echo appelé >&2; exit 9", files: ["a.pdf": content])
    #expect(sources.letters.count == 1 && refusals.count == 1)
    #expect(
      refusals.first?.found.contains(found) == true
        && refusals.first?.found.contains("appelé") == false, "\(refusals)")
  }

  @Test func anEndlessTextIsStopped() throws {
    let (sources, refusals) = try read(
      "yes 'Je vous demande de corriger.'",
      limits: ProgramLimits(wallSeconds: 10, outputBytes: 1 << 16))
    #expect(sources.letters.map(\.letter.file) == ["bon.txt"] && refusals.map(\.file) == ["a.pdf"])
  }

  @Test func aMissingProgramIsNamed() throws {
    try LetterFixture.with(["a.pdf": "%PDF-1.4", "bon.txt": Self.letter]) { folder in
      var reader = LetterSourceReader()
      reader.text.pdf = PDFText(program: nil)
      let listener = LetterListener()
      let sources = try reader.read([folder], observer: listener)
      #expect(sources.letters.count == 1)
      #expect(listener.refusals.first?.found.contains("poppler-utils") == true)
    }
  }

  @Test func aTextOfAnotherKindIsRefused() throws {
    let (sources, refusals) = try read("echo 'Battre les œufs en neige.'")
    #expect(sources.letters.count == 1)
    #expect(refusals.first?.found == "Battre les œufs en neige.")
  }
}
