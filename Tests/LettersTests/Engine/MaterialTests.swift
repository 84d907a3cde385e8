import Foundation
import Language
import Learning
import Review
import ReviewStore
import Testing

@testable import Letters

/// What the store holds and what was read, each thing once; the book and the tables of a site.
@Suite struct MaterialTests {
  private static func read(_ inspection: String, sha: String = "aa", text: String = "Un.")
    -> ReadLetter
  {
    ReadLetter(
      letter: LetterFixture.letter(
        inspection, items: [LetterFixture.item("\(inspection)#II1", text: text)]), sha256: sha)
  }

  private static func store(_ records: [SourceRecord]) throws -> MemoryStore {
    let store = MemoryStore(agent: "m")
    try store.save(records: records)
    return store
  }

  // MARK: Letters

  @Test func lettersAreInTheOrderOfTheirKeys() throws {
    var sources = LetterSources()
    sources.letters = ["INSSN-C-2020-0001", "INSSN-A-2020-0001", "INSSN-B-2020-0001"].map {
      Self.read($0)
    }
    let store = try Self.store([try StoredLetters.record(Self.read("INSSN-D-2020-0001"))])
    let material = try LetterMaterial(sources, records: store.records)
    #expect(material.letters.map(\.letter.key) == material.letters.map(\.letter.key).sorted())
    #expect(
      material.letters.count == 4 && material.fresh.count == 3 && material.freshLetters.count == 3)
  }

  @Test(arguments: [("aa", false), ("bb", true)])
  func onlyAChangedLetterIsFresh(sha: String, isFresh: Bool) throws {
    let store = try Self.store([
      try StoredLetters.record(Self.read("INSSN-A-2020-0001", sha: "aa", text: "Ancien."))
    ])
    var sources = LetterSources()
    sources.letters = [Self.read("INSSN-A-2020-0001", sha: sha, text: "Nouveau.")]
    let material = try LetterMaterial(sources, records: store.records)
    #expect(material.fresh.isEmpty != isFresh)
    #expect(material.letters[0].letter.items[0].text == (isFresh ? "Nouveau." : "Ancien."))
  }

  @Test func twoFilesOfOneLetterAreOneLetter() throws {
    var sources = LetterSources()
    sources.letters = [
      Self.read("INSSN-A-2020-0001", sha: "aa", text: "Un."),
      Self.read("INSSN-A-2020-0001", sha: "bb", text: "Deux."),
    ]
    let material = try LetterMaterial(sources, records: MemoryStore(agent: "m").records)
    #expect(material.letters.count == 1 && material.letters[0].letter.items[0].text == "Deux.")
  }

  @Test func recordsThatCannotBeReadAreLeft() throws {
    let store = try Self.store([
      SourceRecord(
        project: .letters, kind: StoredLetters.letterKind, key: "x", content: Data("rien".utf8)),
      SourceRecord(
        project: .letters, kind: StoredLetters.answerKind, key: "y", content: Data("{}".utf8)),
      SourceRecord(project: .letters, kind: StoredLetters.caseKind, key: "z", content: Data()),
      SourceRecord(
        project: .letters, kind: StoredLetters.judgedKind, key: "w", content: Data("[1]".utf8)),
    ])
    let material = try LetterMaterial(LetterSources(), records: store.records)
    #expect(material.letters.isEmpty && material.answers.isEmpty)
    #expect(try LetterMaterial.judged(store.records).isEmpty)
  }

  @Test func anAnswerReadNowReplacesTheStoredOne() throws {
    let old = OperatorAnswer(inspection: "X", item: "A1", answered: LetterFixture.today)
    let new = OperatorAnswer(inspection: "X", item: "A1", closed: LetterFixture.today)
    var sources = LetterSources()
    sources.answers = [new]
    let material = try LetterMaterial(
      sources, records: try Self.store([try StoredLetters.record(old)]).records)
    #expect(material.answers == ["X#A1": new])
  }

  @Test func aLetterOfManyIsReadInBatches() throws {
    let records = try (0..<1100).map {
      try StoredLetters.record(Self.read("INSSN-A-2020-\(10_000 + $0)"))
    }
    let material = try LetterMaterial(LetterSources(), records: try Self.store(records).records)
    #expect(material.letters.count == 1100)
  }

  // MARK: The book of a site

  /// Two reactor sites and a clinic, with letters of several years.
  private static let shared = Result { () throws -> LetterBench in
    let request = "Demande II.1 : Je vous demande de"
    return try LetterBench([
      "a.txt": LetterFixture.new(
        number: "INSSN-LYO-2024-0001", day: "3 mars 2024", site: "CNPE de Cruas",
        first: "Demande I.1 : Je vous demande de réparer le circuit RIS sans délai.",
        second:
          "\(request) tracer les essais.\n\nDemande II.2 : Je vous demande de fermer les portes coupe-feu."
      ),
      "b.txt": LetterFixture.new(
        number: "INSSN-LYO-2025-0002", day: "4 avril 2025", site: "CNPE de Cruas",
        second: "\(request) recenser les extincteurs."),
      "c.txt": LetterFixture.new(
        number: "INSSN-LYO-2025-0003", day: "5 mai 2025", site: "CNPE de Penly",
        second: "\(request) recenser le césium 137 transporté en colis."),
      "d.txt": LetterFixture.new(
        number: "INSNP-LYO-2025-0004", day: "6 juin 2025", site: "Clinique du Parc",
        second: "\(request) former les praticiens."),
    ])
  }

  private static func table(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }

  @Test func lettersAreExportedUnderSIANCEsNames() throws {
    let rows = Self.table(try Self.shared.get().export("siance"))
    let header = rows[0]
    #expect(
      header == [
        "Lettre", "Date", "Thème", "Entité pilote", "Site", "URA", "Exploitant", "Secteur",
        "Palier (INB)", "Systèmes (REP)",
        "Isotopes", "Sujets détectés", "Demandes A", "Demandes B",
      ])
    #expect(rows.allSatisfy { $0.count == header.count } && rows.count == 5)
    let cruas = try #require(rows.first { $0[0] == "INSSN-LYO-2024-0001" })
    #expect(
      cruas[1] == "2024-03-03" && cruas[4] == "CNPE de Cruas" && cruas[6] == "EDF"
        && cruas[7] == "REP")
    #expect(cruas[8] == "CPY" && cruas[9] == "RIS" && cruas[12] == "1" && cruas[13] == "2")
    let penly = try #require(rows.first { $0[0] == "INSSN-LYO-2025-0003" })
    #expect(penly[10] == "Cs-137")
    let clinic = try #require(rows.first { $0[0] == "INSNP-LYO-2025-0004" })
    #expect(clinic[7] == "NPX" && clinic[6].isEmpty)
  }

  @Test func demandsAreExportedOneALine() throws {
    let rows = Self.table(try Self.shared.get().export("siance-demandes"))
    #expect(rows.count == 7 && rows.allSatisfy { $0.count == 15 })
    #expect(rows.dropFirst().map { $0[12] }.sorted() == ["I", "II", "II", "II", "II", "II"])
    #expect(rows.contains { $0[13] == "Je vous demande de réparer le circuit RIS sans délai." })
  }

  @Test func excelOfFranceHasItsOwnMarks() throws {
    let text = try Self.shared.get().export("siance", ["excel-fr": "true"])
    #expect(text.hasPrefix("\u{FEFF}Lettre;Date") || text.hasPrefix("Lettre;Date"))
    #expect(try Self.shared.get().export("siance", ["excel-fr": "false"]).hasPrefix("Lettre,Date"))
  }

  @Test func aBookRanksWhatIsUrgentFirst() throws {
    let bench = try Self.shared.get()
    let book = try SiteBook(bench.request, site: "cruas", records: bench.store.records)
    let ranked = book.ranked("cruas")
    #expect(ranked.map(\.fact.item.id).first == "INSSN-LYO-2024-0001#I1")
    #expect(ranked.count == 4 && ranked.map(\.score) == ranked.map(\.score).sorted(by: >))
    #expect(ranked.allSatisfy { (0...1).contains($0.score) })
    let suggestions = try bench.suggestions().filter { $0.place == "CNPE de Cruas" }
    for (fact, score) in ranked {
      let shown = try #require(suggestions.first { $0.naturalKey == fact.item.id })
      #expect(abs(shown.score.value - score) < 1e-9, "the brief and the list agree")
    }
    #expect(book.ranked("nulle part").isEmpty)
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func briefsCountThemes(language: InterfaceLanguage) throws {
    let bench = try Self.shared.get()
    let book = try SiteBook(bench.request, site: "cruas", records: bench.store.records)
    let brief = book.brief(count: 2, language: language)
    #expect(brief.points.count == 2 && brief.demands == 4 && brief.letters == 2)
    #expect(brief.themes.map(\.count) == brief.themes.map(\.count).sorted(by: >))
    #expect(
      brief.themes.contains {
        $0.theme == LetterTheme.fire.title[language] && $0.lastSeen == "2025-04-04"
      })
    #expect(
      brief.points.allSatisfy { !$0.theme.isEmpty && !$0.title.isEmpty && $0.date.count == 10 })
    #expect(book.brief(count: 0, language: language).points.isEmpty)
  }

  @Test func withoutASiteTheBookIsOfAll() throws {
    let bench = try Self.shared.get()
    let book = try SiteBook(bench.request, site: nil, records: bench.store.records)
    #expect(book.site == nil && book.letters.count == 4 && book.facts.count == 6)
    #expect(book.brief(count: 5, language: .french).points.isEmpty)
  }

  @Test(arguments: ["parc", "clinique", "Clinique du PARC"])
  func aPartOfANameIsEnoughWhenOneSiteHasIt(name: String) throws {
    let bench = try Self.shared.get()
    #expect(
      try SiteBook(bench.request, site: name, records: bench.store.records).site == "clinique parc")
  }

  @Test func anEmptyStoreHasNoSite() {
    let records = MemoryStore(agent: "m").records
    #expect(throws: EngineError.self) {
      try SiteBook(LetterFixture.request(), site: "val", records: records)
    }
  }

  // MARK: Figures of a reading

  @Test func extraItemsAndMissingLettersAreCounted() throws {
    let letter = LetterFixture.parse(
      LetterFixture.old(a: "Je vous demande un.\n\nJe vous demande deux."))
    let parsed = ParsedLetter(letter)
    var truth = parsed
    truth.items.removeLast()
    func figures(_ found: [String: ParsedLetter]) -> [String: Double] {
      Dictionary(
        uniqueKeysWithValues: ParseFigures.figures([truth], found, layout: "old").map {
          ($0.name, $0.value)
        })
    }
    let extra = figures([parsed.file: parsed])
    #expect(extra["old extra items"] == 1 && extra["old items exact"] == 1)
    let missing = figures([:])
    #expect(
      missing["old extra items"] == 0 && missing["old items exact"] == 0
        && missing["old sections"] == 0)
    #expect(missing["old identifiers"] == 0)
    #expect(ParseFigures.figures([], [:], layout: "old").isEmpty)
  }

  @Test func aReadingIsWrittenWithEveryField() throws {
    let empty = ParsedLetter(Letter(file: "l.txt", text: ""))
    let object = try #require(
      try JSONSerialization.jsonObject(with: try JSONEncoder().encode(empty)) as? [String: Any])
    #expect(
      Set(object.keys).isSuperset(of: ["inspection", "date", "site", "inb", "theme"]),
      "null is written")
    let back = try JSONDecoder().decode(ParsedLetter.self, from: try JSONEncoder().encode(empty))
    #expect(back.inspection == nil && back.layout == "unknown" && back.items.isEmpty)
  }

  @Test func demandsOfALetterAreItsItems() {
    let letter = LetterFixture.letter(items: [
      LetterFixture.item(), LetterFixture.item("x#III1", .findings),
    ])
    let demands = SiteDemand.demands(of: letter)
    #expect(demands.map(\.site) == ["val", "val"] && demands.map(\.isRequest) == [true, false])
    #expect(demands.allSatisfy { $0.letter == letter.key && $0.date == letter.date })
  }
}
