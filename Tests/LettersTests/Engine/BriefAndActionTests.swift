import Foundation
import Language
import Learning
import Review
import ReviewStore
import Testing

@testable import Letters

/// Briefs, exports and actions, in both languages, on letters that mean no good.
@Suite struct BriefAndActionTests {
  private static let hostileSite = "CNPE du Val <img src=x onerror=alert(1)> | `rm` [x](http://y)"

  private static let files = [
    "a.txt": LetterFixture.old(
      a:
        "La porte coupe-feu était ouverte.\n\nJe vous demande de maintenir fermées les portes coupe-feu des locaux électriques."
    ),
    "b.txt": LetterFixture.new(
      first:
        "Demande I.1 : L’ASN vous demande à nouveau de maintenir fermées les portes coupe-feu des locaux électriques.",
      second:
        "Demande II.1 : Je vous demande =cmd|’/C calc’!A0 de *tracer* <b>les essais</b> | _ici_ \u{1B}[31m sous deux mois."
    ),
    "c.txt": LetterFixture.new(
      number: "INSSN-LYO-2025-0007", day: "2 mars 2025", site: "CNPE du Mont",
      second: "Demande II.1 : Je vous demande de traiter les effluents de la bâche TEU."),
    "sans.txt": "A. Demandes d’actions correctives\n\nJe vous demande de corriger ce point.",
  ]

  private static let shared = Result { try LetterBench(files) }

  private func bench() throws -> LetterBench { try Self.shared.get() }

  private func first() throws -> Suggestion {
    try #require(try bench().suggestion("INSSN-LYO-2024-0412#I1"))
  }

  private func text(_ result: ActionResult) -> [String]? {
    if case .text(let lines) = result { lines } else { nil }
  }

  // MARK: The panel

  @Test func everyDeclaredActionAndExportRuns() throws {
    for action in LettersPanel.panel.actions {
      _ = try bench().act(action.name, on: try first())
      #expect(
        !action.title.fr.isEmpty && !action.title.en.isEmpty && !action.help.fr.isEmpty
          && !action.help.en.isEmpty)
      for parameter in action.parameters {
        #expect(!parameter.title.fr.isEmpty && !parameter.title.en.isEmpty)
      }
    }
    for format in LettersPanel.panel.exportFormats {
      #expect(try !bench().export(format, ["site": "val"]).isEmpty)
    }
    #expect(throws: EngineError.unknownName("danser")) {
      try bench().act("danser", on: try first())
    }
    #expect(throws: EngineError.unknownName("xlsx")) { try bench().export("xlsx") }
  }

  @Test func keysAndWordsAreTheirOwn() {
    let panel = LettersPanel.panel
    for names in [
      panel.actions.map(\.name), panel.actions.compactMap(\.key),
      panel.rejectionReasons.map(\.code),
      panel.rejectionReasons.map(\.key), panel.facets.map(\.name), panel.exportFormats,
    ] { #expect(Set(names).count == names.count) }
    for text in panel.facets.map(\.title) + panel.rejectionReasons.map(\.title)
      + panel.facets.flatMap(\.words)
    {
      #expect(!text.fr.isEmpty && !text.en.isEmpty)
    }
    for state in panel.followUp.states {
      #expect(
        state.isFinal != panel.followUp.moves.contains { $0.from == state.code }, "\(state.code)")
    }
  }

  @Test(arguments: ["brief", "history", "similar"])
  func withoutADemandThereIsNoSite(name: String) throws {
    #expect(throws: EngineError.unknownName("suggestion")) { try bench().act(name) }
  }

  // MARK: Briefs

  @Test(
    arguments: [
      (nil, 12), ("1", 1), ("2", 2), ("0", 1), ("-5", 1), ("999999", 200), ("x", 12), ("", 12),
    ] as [(String?, Int)])
  func theNumberOfPointsIsBounded(count: String?, limit: Int) throws {
    let parameters = count.map { ["count": $0] } ?? [:]
    guard case .file(let name, let content) = try bench().act("brief", parameters, on: try first())
    else {
      Issue.record("a brief is a file")
      return
    }
    #expect(name == "fiche-val-2026-11-25.md")
    let points = String(decoding: content, as: UTF8.self).split(separator: "\n").count {
      $0.hasPrefix("## ") && $0.contains(". ")
    }
    #expect(points == min(limit, 3))
    _ = try bench().export("markdown", ["site": "val"].merging(parameters) { $1 })
  }

  @Test(arguments: [
    (
      InterfaceLanguage.french, "# Points à vérifier : CNPE du Val", "Priorité", "## Thèmes",
      "Déjà demandé : INSSN-LYO-2014-0688"
    ),
    (
      .english, "# Points to check: CNPE du Val", "Priority", "## Themes",
      "Asked before: INSSN-LYO-2014-0688"
    ),
  ])
  func briefsAreWrittenInBothLanguages(
    language: InterfaceLanguage, title: String, priority: String, themes: String, before: String
  ) throws {
    let brief = try bench().export("markdown", ["site": "val"], language: language)
    for wanted in [title, priority, themes, before, "INSSN-LYO-2024-0412"] {
      #expect(brief.contains(wanted), "\(wanted)")
    }
    #expect(
      try brief == bench().export("markdown", ["site": "val"], language: language),
      "same input, same bytes")
  }

  private static func point(_ text: String) -> SiteBrief.Point {
    SiteBrief.Point(
      rank: 1, title: text, item: "x#A1", inspection: text, reference: "", date: "2024-01-01",
      section: "A", theme: "Incendie",
      state: "", priority: "", score: 0.5, demand: text, context: text, earlier: [text])
  }

  private static func brief(_ text: String) -> SiteBrief {
    SiteBrief(
      site: text, day: "2026-11-25", letters: 1, demands: 1, firstLetter: "", lastLetter: "",
      points: [point(text)], themes: [],
      neverInspected: [])
  }

  @Test func nothingOfALetterIsMarkup() {
    for text in [
      Self.hostileSite, "# titre\n# autre", "a\r\nb\u{2028}c", "**gras** __x__ ~~", "| a | b |",
      "\\*", "![x](y)",
    ] {
      let markdown = BriefWriter(brief: Self.brief(text), language: .french).markdown
      let unescaped = markdown.replacing("\\\\", with: "").replacing(/\\[<>\[\]*_`|#]/, with: "")
      #expect(!unescaped.contains("<") && !unescaped.contains("`") && !unescaped.contains("]("))
      #expect(
        markdown.split(separator: "\n").count { $0.hasPrefix("# ") } == 1,
        "one title, whatever the text")
    }
  }

  @Test func aTerminalThatShowsABriefObeysNothing() {
    let markdown = BriefWriter(
      brief: Self.brief("a\u{1B}[2J\u{7}\u{202E}b\u{200B}\u{85}c\u{0}"), language: .english
    ).markdown
    let controls = markdown.unicodeScalars.filter {
      $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0 == "\u{202E}")
    }
    #expect(controls.isEmpty)
    #expect(BriefWriter(brief: Self.brief("👩‍👩‍👧 œ é"), language: .french).markdown.contains("👩‍👩‍👧 œ é"))
  }

  @Test func theJSONIsThatOfTheBrief() throws {
    let data = Data(try bench().export("json", ["site": "val", "count": "2"]).utf8)
    let brief = try JSONDecoder().decode(SiteBrief.self, from: data)
    #expect(
      brief.points.map(\.rank) == [1, 2] && brief.site == "CNPE du Val" && brief.letters == 2
        && brief.demands == 3)
    #expect(brief.points.map(\.score) == brief.points.map(\.score).sorted(by: >))
    #expect(
      brief.firstLetter == "2014-03-03" && brief.lastLetter == "2024-06-18"
        && brief.day == "2026-11-25")
    #expect(brief.themes.reduce(0) { $0 + $1.count } == brief.demands)
  }

  @Test(arguments: ["csv", "siance", "siance-demandes"])
  func spreadsheetsRunNothing(format: String) throws {
    for options in [["site": "val"], ["site": "val", "excel-fr": "true"]] {
      let text = try bench().export(format, options)
      for cell in text.split(whereSeparator: { ",;\n\r".contains($0) }) {
        let start = cell.drop { $0 == "\"" }.first
        #expect(start.map { !"=+@".contains($0) } ?? true, "\(cell)")
      }
      #expect(text.contains("INSSN-LYO-2024-0412"))
    }
  }

  @Test func exportsNameEveryLetterOnce() throws {
    let lines = try bench().export("siance").split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines.count == 5, "a header and four letters")
    #expect(
      lines.contains { $0.hasPrefix("sans.txt,") }, "a letter without a number has its file's name")
    let demands = try bench().export("siance-demandes").split(whereSeparator: \.isNewline)
    #expect(
      demands.first?.contains("Type de demande,Demande,Synthèse") == true && demands.count >= 6)
  }

  // MARK: Sites

  @Test(arguments: ["val", "VAL", "CNPE du Val", "cnpe val", "Centrale nucléaire du Val"])
  func aSiteIsFoundByAnyOfItsNames(name: String) throws {
    #expect(try bench().export("markdown", ["site": name]).contains("CNPE du Val"))
  }

  @Test(arguments: ["", "nulle part", "cnpe", "du", "valmont"])
  func anUnclearSiteIsRefusedWithTheOthers(name: String) throws {
    do {
      _ = try bench().export("json", ["site": name])
      Issue.record("\(name) is no site")
    } catch EngineError.invalid(let reason) {
      #expect(
        reason.fr.contains("CNPE du Val") || name.isEmpty && reason.fr.contains("site"),
        "\(reason.fr)")
    }
  }

  @Test func briefsNeedASite() throws {
    for format in ["markdown", "json"] {
      #expect(throws: EngineError.self) { try bench().export(format) }
    }
    #expect(try bench().export("csv").contains("Type de demande"), "without a site, all demands")
  }

  // MARK: History, neighbours

  @Test(arguments: InterfaceLanguage.allCases)
  func historiesGoBackInTime(language: InterfaceLanguage) throws {
    let lines = try #require(text(try bench().act("history", on: try first(), language: language)))
    #expect(lines[0] == "CNPE du Val · 2 " + (language == .french ? "lettres" : "letters"))
    let dated = lines.filter { $0.hasPrefix("20") }
    #expect(dated.map { $0.prefix(10) } == ["2024-06-18", "2014-03-03"])
    #expect(
      lines.contains {
        $0.contains("I.1") && $0.contains(language == .french ? "[PRIORITAIRE]" : "[PRIORITY]")
      })
  }

  @Test(arguments: [(InterfaceLanguage.french, "0,"), (.english, "0.")])
  func neighboursAreOfAllSites(language: InterfaceLanguage, score: String) throws {
    let lines = try #require(text(try bench().act("similar", on: try first(), language: language)))
    #expect(lines[0].hasPrefix(score) && lines[0].hasSuffix("INSSN-LYO-2014-0688#A1"))
    #expect(lines.allSatisfy { !$0.hasSuffix("INSSN-LYO-2024-0412#I1") }, "not itself")
    #expect(lines.count <= 30)
  }

  @Test func aDemandThatIsGoneHasNoNeighbours() throws {
    let gone = Suggestion(
      project: .letters, naturalKey: "rien#A1", title: "", place: "CNPE du Val",
      score: Score(0, basis: .rule(level: 1)),
      provenance: try first().provenance)
    #expect(throws: EngineError.self) { try bench().act("similar", on: gone) }
  }

  // MARK: Saved searches

  private func watched(
    _ query: String, seen: String = "", language: InterfaceLanguage
  ) throws -> [String] {
    let bench = try LetterBench(Self.files)
    let edit = KnowledgeEdit(
      project: .letters, table: "searches", key: "s",
      values: ["name": "s", "query": query, "seen": seen])
    _ = try bench.store.append([
      LedgerDraft(time: LetterFixture.now, agent: "marie", payload: .knowledge(edit))
    ])
    return try #require(text(try bench.act("watch", language: language)))
  }

  @Test(arguments: [
    ("effluents", "1 nouvelle lettre", "1 new letter"),
    ("portes", "2 nouvelles lettres", "2 new letters"),
    ("introuvable", "0 nouvelle lettre", "0 new letters"),
    ("site:mont", "1 nouvelle lettre", "1 new letter"),
    ("\"portes coupe-feu\"", "2 nouvelles lettres", "2 new letters"),
    ("", "0 nouvelle lettre", "0 new letters"),
  ])
  func newsAreCountedInBothLanguages(query: String, fr: String, en: String) throws {
    guard !query.isEmpty else {
      #expect(LettersActions.seenInstant("").isEmpty)
      return
    }
    #expect(try watched(query, language: .french)[0].hasSuffix("· " + fr))
    #expect(try watched(query, language: .english)[0].hasSuffix("· " + en))
  }

  @Test(arguments: [
    ("2020-01-01", 1), ("2026-11-26", 0), ("2026-11-24T23:59:59Z", 1), ("25/11/2030", 0),
    ("jamais", 1),
  ])
  func whatWasSeenIsNoNews(seen: String, count: Int) throws {
    #expect(try watched("effluents", seen: seen, language: .english).count == 1 + count)
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func withoutASavedSearchOneIsToldHow(language: InterfaceLanguage) throws {
    let lines = try #require(text(try bench().act("watch", language: language)))
    #expect(
      lines.count == 1
        && lines[0].contains(language == .french ? "Recherches gardées" : "Saved searches"))
  }

  // MARK: Analysing

  @Test func recordsAndSuggestionsAreTheSameBytesEachTime() throws {
    func bytes() throws -> [String] {
      let bench = try LetterBench(Self.files)
      return try bench.records("letter").map { String(decoding: $0.content, as: UTF8.self) }
    }
    #expect(try bytes() == bytes())
    let again = try LetterBench(Self.files)
    #expect(try again.suggestions() == bench().suggestions())
    try again.analyse(Self.files)
    #expect(try again.suggestions() == bench().suggestions(), "analysing again changes nothing")
  }

  @Test func aCancelledAnalysisStops() throws {
    let store = MemoryStore(agent: "m")
    var sources = LetterSources()
    sources.letters = [
      ReadLetter(letter: LetterFixture.letter(items: [LetterFixture.item()]), sha256: "00")
    ]
    #expect(throws: CancellationError.self) {
      try LettersAnalysis(request: LetterFixture.request(), engine: "letters 1").run(
        sources, records: store.records, sink: LetterSink(store, isCancelled: true))
    }
  }

  @Test func onlyTheSitesOfNewLettersAreRankedAgain() throws {
    let bench = try LetterBench(Self.files)
    let before = try bench.suggestions().count
    try bench.analyse([
      "d.txt": LetterFixture.new(
        number: "INSSN-LYO-2026-0001", day: "3 mars 2026", site: "CNPE du Mont",
        second: "Demande II.1 : Je vous demande de traiter les effluents de la bâche TEU.")
    ])
    let repeated = try #require(try bench.suggestion("INSSN-LYO-2026-0001#II1"))
    #expect(repeated.facets.contains(Facet("state", "RÉPÉTÉE")))
    #expect(
      try bench.suggestion("INSSN-LYO-2025-0007#II1")?.facets.contains(
        Facet("state", "reprise depuis")) == true)
    #expect(try bench.suggestions().count == before + 1)
  }

  @Test func anAnswerByReferenceClosesItsDemand() throws {
    let bench = try LetterBench(Self.files)
    try bench.analyse([
      "r.csv": "inspection;item;closed_on\nCODEP-LYO-2024-024391;Demande I.1;2024-09-03\n"
    ])
    #expect(
      try bench.suggestion("INSSN-LYO-2024-0412#I1")?.facets.contains(Facet("state", "soldée"))
        == true)
  }

  @Test func aCorrectedFileReplacesItsLetter() throws {
    let bench = try LetterBench(["a.txt": Self.files["a.txt"] ?? ""])
    try bench.analyse(["a.txt": LetterFixture.old(a: "Je vous demande autre chose.")])
    #expect(try bench.records("letter").count == 1)
    #expect(try bench.suggestion("INSSN-LYO-2014-0688#A1")?.title == "Autre chose.")
  }

  @Test func anotherCorpusIsRefused() {
    struct Other: SourceCorpus { var files: [SourceFile] { [] } }
    let store = MemoryStore(agent: "m")
    #expect(throws: EngineError.unknownName("corpus")) {
      try LettersEngine().analyse(
        Other(), request: LetterFixture.request(), records: store.records, sink: LetterSink(store))
    }
  }
}
