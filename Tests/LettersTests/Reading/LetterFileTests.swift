import Foundation
import Language
import Learning
import Review
import Testing

@testable import Letters

/// Folders, encodings and tables as users give them.
@Suite struct LetterFileTests {
  private static let letter = LetterFixture.old(a: "Je vous demande de corriger.")

  // MARK: Folders

  @Test func foldersAreWalkedWhateverTheirName() throws {
    try LetterFixture.with([:]) { folder in
      let names = [
        "b.txt", "A.TXT", "README.txt", "notes.md", ".caché.txt", "lettres/c.pdf",
        "lettres.2024/d.txt",
        "r.csv", "x.jsonl", "lettres.2024/sous dossier/e.txt", "image.png",
      ]
      for name in names {
        let url = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: url)
      }
      let found = LetterFolder.files([folder]) { _ in }.map(\.lastPathComponent)
      #expect(Set(found) == ["A.TXT", "b.txt", "c.pdf", "d.txt", "e.txt", "r.csv", "x.jsonl"])
      #expect(found == LetterFolder.files([folder]) { _ in }.map(\.lastPathComponent))
    }
  }

  @Test func aFolderThatGoesTooDeepIsLeft() throws {
    try LetterFixture.with([:]) { folder in
      var deep = folder
      for level in 0..<15 {
        deep.appendPathComponent("n\(level)")
        try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: deep.appendingPathComponent("\(level).txt"))
      }
      #expect(LetterFolder.files([folder]) { _ in }.count < 15)
    }
  }

  @Test func whatDoesNotExistIsRefused() {
    var refusals: [Refusal] = []
    #expect(
      LetterFolder.files([URL(fileURLWithPath: "/nulle/part.txt")]) { refusals.append($0) }.isEmpty)
    #expect(refusals.map(\.file) == ["part.txt"])
  }

  // MARK: Bytes

  @Test(
    arguments: [
      ([0x53, 0x79, 0x6E, 0x74, 0x68, 0xC3, 0xA8, 0x73, 0x65], "Synthèse"),
      ([0x53, 0x79, 0x6E, 0x74, 0x68, 0xE8, 0x73, 0x65], "Synthèse"), ([0x92, 0x9C, 0x80], "’œ€"),
      ([0xEF, 0xBB, 0xBF], ""), ([], ""), ([0x81, 0x8D], "\u{81}\u{8D}"),
      ([0xFF, 0xFE, 0x41, 0x00], nil),
      ([0x41, 0x00], nil),
    ] as [([UInt8], String?)])
  func bytesBecomeText(bytes: [UInt8], text: String?) {
    #expect(LetterText.decode(Data(bytes)) == text)
  }

  @Test func aFileOfAnyEncodingIsTheSameLetter() throws {
    try LetterFixture.with([:]) { folder in
      let utf8 = folder.appendingPathComponent("utf8.txt")
      let windows = folder.appendingPathComponent("windows.txt")
      try Data(Self.letter.utf8).write(to: utf8)
      try #require(Self.letter.data(using: .windowsCP1252)).write(to: windows)
      let sources = try LetterSourceReader().read([utf8, windows], observer: LetterListener())
      #expect(sources.letters.count == 2)
      #expect(sources.letters[0].letter.items == sources.letters[1].letter.items)
      #expect(sources.letters[0].sha256 != sources.letters[1].sha256)
    }
  }

  @Test func aTornLetterIsReadAsFarAsItGoes() throws {
    let bytes = Data(Self.letter.utf8)
    for length in stride(from: 0, to: bytes.count, by: 17) {
      let text = LetterText.decode(bytes.prefix(length)) ?? ""
      let letter = LetterFixture.parse(text)
      #expect(letter.items.allSatisfy { $0.span.end <= text.unicodeScalars.count })
    }
  }

  @Test func hostileBytesAreRefusedOrRead() throws {
    var generator = SplitMix64(seed: 41)
    for _ in 0..<40 {
      let bytes = (0..<generator.below(500)).map { _ in UInt8(truncatingIfNeeded: generator.next())
      }
      try LetterFixture.with([:]) { folder in
        let url = folder.appendingPathComponent("x.txt")
        try Data(bytes).write(to: url)
        let listener = LetterListener()
        #expect(throws: EngineError.self) {
          try LetterSourceReader().read([url], observer: listener)
        }
        #expect(listener.refusals.count == 1)
      }
    }
  }

  @Test func aLetterLongerThanTheLimitIsRefused() throws {
    let long =
      "Synthèse de l’inspection\n" + String(repeating: "a", count: LetterParser.longestText)
    try LetterFixture.with(["long.txt": long, "bon.txt": Self.letter]) { folder in
      let listener = LetterListener()
      let sources = try LetterSourceReader().read([folder], observer: listener)
      #expect(sources.letters.map(\.letter.file) == ["bon.txt"])
      #expect(listener.refusals.map(\.file) == ["long.txt"])
    }
  }

  @Test func aFolderNamedLikeALetterIsRefused() throws {
    try LetterFixture.with(["bon.txt": Self.letter]) { folder in
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("dossier.txt"), withIntermediateDirectories: true)
      let listener = LetterListener()
      let sources = try LetterSourceReader().read([folder], observer: listener)
      #expect(sources.letters.count == 1 && listener.refusals.map(\.file) == ["dossier.txt"])
    }
  }

  @Test(arguments: [
    ("", false), ("Synthèse de l’inspection", true), ("Inspection n° INSSN-LYO-2014-0688", true),
    ("CODEP-LYO-2014-008798", false), ("Une recette de cuisine", false),
  ])
  func onlyLettersAreTaken(text: String, isLetter: Bool) {
    #expect(LetterSourceReader.isLetter(LetterFixture.parse(text)) == isLetter)
  }

  @Test func theFirstRefusalIsKept() {
    let listener = LetterListener()
    let log = RefusalLog(listener)
    #expect(log.first == nil)
    for name in ["a", "b"] {
      log.refused(Refusal(file: name, line: nil, found: "", expected: LocalizedText(same: "")))
    }
    #expect(log.first?.file == "a" && listener.refusals.count == 2)
  }

  // MARK: Tables

  private func read(_ name: String, _ text: String) throws -> (LetterSources, [Refusal]) {
    try LetterFixture.with([name: text]) { folder in
      var sources = LetterSources()
      let listener = LetterListener()
      LetterTables.read(
        folder.appendingPathComponent(name), into: &sources, log: RefusalLog(listener))
      return (sources, listener.refusals)
    }
  }

  @Test(arguments: [
    "inspection;item;answered_on\nINSSN-LYO-2024-0412;II1;2024-09-03\n",
    "inspection,item,answered_on\nINSSN-LYO-2024-0412,II.1,03/09/2024\n",
    "\u{FEFF}Lettre\tdemande\trepondu_le\r\nINSSN – LYO – 2024 – 0412\tDemande II.1\t03/09/2024\r\n",
    "numero_inspection;point;date_reponse\ninssn-lyo-2024-0412;ii 01;2024-09-03\n",
  ])
  func answersAreReadInEveryForm(text: String) throws {
    let (sources, refusals) = try read("r.csv", text)
    #expect(sources.answers.map(\.itemID) == ["INSSN-LYO-2024-0412#II1"], "\(refusals)")
    #expect(sources.answers.first?.answered?.iso == "2024-09-03")
  }

  @Test(arguments: [
    ("2024-02-30", 1), ("31/04/2024", 1), ("hier", 1), ("99/99/9999", 1), ("", 0),
    ("2024-02-29", 0),
  ])
  func daysOfAnswersAreChecked(day: String, refused: Int) throws {
    let (sources, refusals) = try read(
      "r.csv", "inspection;item;answered_on\nINSSN-LYO-2024-0412;II1;\(day)\n")
    #expect(refusals.count == refused && sources.answers.count == 1 - refused)
    #expect(refusals.allSatisfy { $0.line == 2 })
  }

  @Test(arguments: [
    "", "\n", "a;b\n1;2\n", "inspection\nINSSN-LYO-2024-0412\n", "level;text\n",
    "item;answered_on\nA1;2024-01-01\n",
  ])
  func otherTablesAreRefusedOrEmpty(text: String) throws {
    let (sources, refusals) = try read("r.csv", text)
    #expect(sources.answers.isEmpty && sources.judged.isEmpty && sources.cases.isEmpty)
    #expect(!refusals.isEmpty || !sources.files.isEmpty)
  }

  @Test(
    arguments: [
      ("0", 0), ("1", 1), ("2", 2), ("3", nil), ("-1", nil), ("", nil), ("un", nil), ("1.0", nil),
      ("99999999999999999999", nil),
    ] as [(String, Int?)])
  func levelsAreBoundedInBothForms(level: String, wanted: Int?) throws {
    let (table, _) = try read("a.csv", "sentence;label\nUn écart.;\(level)\n")
    #expect(table.judged.first?.level == wanted)
    let (lines, refusals) = try read(
      "b.jsonl", "{\"id\":\"1\",\"text\":\"Un écart.\",\"level\":\"\(level)\"}\n")
    #expect(lines.judged.first?.level == wanted)
    #expect(refusals.isEmpty == (wanted != nil || level.isEmpty))
  }

  @Test func lineNumbersOfTwoFilesAreNotOneSentence() throws {
    let bench = LetterBench()
    try bench.analyse(["a.jsonl": "{\"text\":\"Un écart.\",\"level\":1}\n", "l.txt": Self.letter])
    try bench.analyse(["b.jsonl": "{\"text\":\"Une visite.\",\"level\":0}\n"])
    #expect(
      try LetterMaterial.judged(bench.store.records).map(\.text).sorted() == [
        "Un écart.", "Une visite.",
      ])
  }

  @Test func theSameSentenceOfATableAndOfJSONIsOne() throws {
    let (table, _) = try read("a.csv", "sentence;label\nUn écart.;1\n")
    let (lines, _) = try read("b.jsonl", "{\"text\":\"Un écart.\",\"level\":1}\n")
    #expect(table.judged.map(\.id) == lines.judged.map(\.id))
  }

  @Test(arguments: [
    ("{\"id\":\"1\"}", 0), ("{\"text\":\"\"}", 0), ("{", 0),
    ("{\"text\":\"a\",\"level\":null}", 1),
    ("{\"sentence\":\"a\"}", 1),
    ("{\"text\":\"a\",\"themes\":[\"incendie\",\"autre\"],\"block\":\"b\"}", 1),
    ("{\"text\":\"a\",\"level\":7}", 0),
  ])
  func sentencesAreChecked(json: String, count: Int) throws {
    try LetterFixture.with(["s.jsonl": json + "\n"]) { folder in
      var refusals: [Refusal] = []
      let rows = try SentenceRow.read([folder.appendingPathComponent("s.jsonl")]) {
        refusals.append($0)
      }
      #expect(rows.count == count && refusals.count == 1 - count)
      if json.contains("themes") {
        #expect(rows.first?.themes == [.fire] && rows.first?.block == "b")
      }
    }
  }

  @Test func aMissingFileOfSentencesIsAClearRefusal() {
    #expect(throws: EngineError.self) {
      try SentenceRow.read([URL(fileURLWithPath: "/nulle/part.jsonl")]) { _ in }
    }
  }

  @Test func exportsOfAnyOrderAreRead() throws {
    let (sources, refusals) = try read(
      "e.csv",
      "Site;Lettre;Secteur;Date;Thème\nCNPE du Val;INSSN-LYO-2014-0688;REP;03/03/2014;Incendie\nX;rien;;;\n"
    )
    let row = try #require(sources.cases["INSSN-LYO-2014-0688"])
    #expect(
      row.site == "CNPE du Val" && row.sector == "REP" && row.date?.iso == "2014-03-03"
        && row.theme == "Incendie")
    #expect(refusals.map(\.line) == [3])
  }
}
