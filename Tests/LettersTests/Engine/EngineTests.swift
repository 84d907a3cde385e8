import Foundation
import Review
import ReviewStore
import Testing

@testable import Letters

@Suite struct EngineTests {
  private typealias Sink = LetterSink

  private static let fire = "de maintenir fermées les portes coupe-feu des locaux électriques."

  private static let files = [
    "a.txt": LetterFixture.old(
      a: "La porte coupe-feu était maintenue ouverte.\n\nJe vous demande \(fire)"),
    "b.txt": LetterFixture.new(
      first:
        "Ce constat avait déjà été fait.\n\nDemande I.1 : L’ASN vous demande à nouveau \(fire)",
      second: "Demande II.1 : Je vous demande de me transmettre le bilan des exercices."),
    "c.txt": LetterFixture.new(
      number: "INSSN-LYO-2026-0099", day: "2 mars 2026",
      second:
        "Un essai manque.\n\n"
        + "Demande II.1 : Je vous demande de réaliser l’essai sous deux mois."),
    "reponses.csv":
      "inspection;item;answered_on;closed_on\nINSSN-LYO-2014-0688;A1;2014-05-01;2014-06-01\n",
    "jugements.jsonl": (0..<12).map { index in
      let text = index.isMultiple(of: 2) ? "Le point \(index) n’est pas tenu." : "Visite \(index)."
      return "{\"id\":\"\(index)\",\"text\":\"\(text)\",\"level\":\(index % 2 == 0 ? 1 : 0)}"
    }.joined(separator: "\n"),
  ]

  private func filled() throws -> (MemoryStore, [Suggestion]) {
    let folder = try LetterFixture.folder(Self.files)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = MemoryStore(agent: "marie")
    let engine = LettersEngine()
    let corpus = try engine.read(
      [folder], request: LetterFixture.request(), observer: LetterListener())
    try engine.analyse(
      corpus, request: LetterFixture.request(), records: store.records, sink: Sink(store))
    return (store, try suggestions(store))
  }

  private func suggestions(_ store: MemoryStore) throws -> [Suggestion] {
    var all: [Suggestion] = []
    try store.records.forEachSuggestion(SuggestionQuery(project: .letters)) {
      all.append($0)
      return true
    }
    return all
  }

  private func facet(_ suggestion: Suggestion, _ name: String) -> String? {
    suggestion.facets.first { $0.name == name }?.value
  }

  @Test func lettersBecomeRankedDemands() throws {
    let (store, all) = try filled()
    #expect(all.count == 4)
    #expect(all[0].naturalKey == "INSSN-LYO-2024-0412#I1")
    #expect(facet(all[0], "state") == "PRIORITAIRE")
    let late = try #require(all.first { $0.naturalKey == "INSSN-LYO-2026-0099#II1" })
    #expect(facet(late, "state") == "EN RETARD")
    let closed = try #require(all.first { $0.naturalKey == "INSSN-LYO-2014-0688#A1" })
    #expect(facet(closed, "state") == "soldée")
    #expect(all.last?.naturalKey == closed.naturalKey)
    for suggestion in all {
      guard case .rule = suggestion.score.basis else {
        Issue.record("a score without a model must be a rule")
        continue
      }
      for case .passage(let passage) in suggestion.evidence {
        let source = try #require(passage.source)
        let document = try #require(try store.document(source.document))
        #expect(source.span.end <= document.text.unicodeScalars.count)
        let count = passage.text.unicodeScalars.count
        #expect(passage.highlights.allSatisfy { $0.span.end <= count })
      }
      for case .contributions(let reasons) in suggestion.evidence {
        let value = 1 / (1 + exp(-reasons.total))
        #expect(abs(value - suggestion.score.value) < 1e-9)
      }
    }
  }

  @Test func repeatsShowTheEarlierDemand() throws {
    let (_, all) = try filled()
    let captions = all[0].evidence.compactMap { evidence -> String? in
      if case .passage(let passage) = evidence { return passage.caption.fr }
      return nil
    }
    #expect(captions.contains { $0.contains("INSSN-LYO-2014-0688") })
  }

  @Test func sameInputSameOutput() throws {
    let (_, first) = try filled()
    let (_, second) = try filled()
    #expect(first == second)
  }

  @Test func rankingAgainNeedsNoSource() throws {
    let (store, first) = try filled()
    try LettersEngine().analyse(
      LetterSources(), request: LetterFixture.request(), records: store.records, sink: Sink(store))
    #expect(try suggestions(store).map(\.naturalKey) == first.map(\.naturalKey))
  }

  @Test func trainingMakesACandidateThatScores() throws {
    let (store, _) = try filled()
    let engine = LettersEngine()
    let outcome = try engine.train(
      TrainingRequest(decisions: [], circumstances: LetterFixture.request(), lastSequence: 0),
      records: store.records, observer: LetterListener())
    guard case .candidate(let content, let summary) = outcome else {
      Issue.record("no candidate")
      return
    }
    #expect(summary.exampleCount == 12)
    let record = ModelRecord(
      project: .letters, version: 1, state: .active, created: LetterFixture.now, content: content,
      sha256: "", summary: summary)
    try engine.analyse(
      LetterSources(), request: LetterFixture.request(model: record), records: store.records,
      sink: Sink(store))
    // Without decisions the ranking of demands rests on rules, and says so.
    #expect(try suggestions(store).allSatisfy { $0.score.model == nil })
    #expect(try suggestions(store).allSatisfy { $0.provenance.model == 1 })
  }

  @Test func withoutJudgementsThereIsTooLittle() throws {
    let outcome = try LettersEngine().train(
      TrainingRequest(decisions: [], circumstances: LetterFixture.request(), lastSequence: 0),
      records: MemoryStore(agent: "marie").records, observer: LetterListener())
    guard case .tooLittle = outcome else {
      Issue.record("learned from nothing")
      return
    }
  }

  @Test(arguments: ["markdown", "json", "csv", "siance", "siance-demandes"])
  func exportsAreWritten(format: String) throws {
    let (store, _) = try filled()
    let data = try LettersEngine().export(
      ExportRequest(
        format: format, query: SuggestionQuery(project: .letters), options: ["site": "val"],
        circumstances: LetterFixture.request(), language: .french), records: store.records)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("INSSN-LYO-2024-0412"))
    if format == "siance" { #expect(text.hasPrefix("Lettre,Date,Thème,Entité pilote,Site,URA")) }
    if format == "markdown" { #expect(text.contains("Points à vérifier : CNPE du Val")) }
  }

  @Test func anUnknownSiteNamesTheOthers() throws {
    let (store, _) = try filled()
    #expect(throws: EngineError.self) {
      try LettersEngine().export(
        ExportRequest(
          format: "markdown", query: SuggestionQuery(project: .letters),
          options: ["site": "nulle part"], circumstances: LetterFixture.request(),
          language: .french), records: store.records)
    }
  }

  @Test(arguments: ["brief", "history", "similar", "watch"])
  func actionsAnswer(name: String) throws {
    let (store, all) = try filled()
    let result = try LettersEngine().perform(
      ActionRequest(
        name: name, parameters: [:], suggestion: all[0], circumstances: LetterFixture.request(),
        agent: Agent(id: "marie", name: "Marie", role: .agent), language: .english),
      records: store.records)
    switch result {
    case .text(let lines): #expect(!lines.isEmpty)
    case .file(let name, let content):
      #expect(name.hasSuffix(".md"))
      #expect(!content.isEmpty)
    default: Issue.record("unexpected result")
    }
  }

  private func act(_ name: String, _ store: MemoryStore, now: Timestamp) throws -> ActionResult {
    var circumstances = LetterFixture.request()
    circumstances.now = now
    return try LettersEngine().perform(
      ActionRequest(
        name: name, parameters: [:], suggestion: nil, circumstances: circumstances,
        agent: Agent(id: "marie", name: "Marie", role: .agent), language: .english),
      records: store.records)
  }

  @Test func whatWasSeenIsNewsNoLonger() throws {
    let (store, _) = try filled()
    let now = LetterFixture.now.adding(seconds: 60)
    func set(_ values: [String: String]) throws {
      let edit = KnowledgeEdit(
        project: .letters, table: "searches", key: "portes", values: values)
      _ = try store.append([LedgerDraft(time: now, agent: "marie", payload: .knowledge(edit))])
    }
    try set(["name": "portes", "query": "porte"])
    guard case .text(let news) = try act("watch", store, now: now) else {
      Issue.record("no text")
      return
    }
    #expect(news[0].hasSuffix("2 new letters"))
    guard case .knowledge(let name, let rows) = try act("seen", store, now: now) else {
      Issue.record("no rows")
      return
    }
    #expect(name == "searches")
    #expect(rows.map { $0.values["query"] } == ["porte"])
    for row in rows { try set(row.values) }
    guard case .text(let later) = try act("watch", store, now: now) else {
      Issue.record("no text")
      return
    }
    #expect(later == ["portes · porte · 0 new letters"])
  }

  @Test(arguments: [
    ("2026-03-02", "2026-03-02"), ("2026-03-02T10:00:00Z", "2026-03-02T10:00:00Z"),
    ("2 mars 2026", "2026-03-02"), ("02/03/2026", "2026-03-02"), ("hier", ""), ("", ""),
  ])
  func anInstantIsReadAsTyped(text: String, instant: String) {
    #expect(LettersActions.seenInstant(text) == instant)
  }

  @Test func aNewLetterIsRankedAsIfAllHadBeenReadTogether() throws {
    let together = try filled().1
    let store = MemoryStore(agent: "marie")
    let engine = LettersEngine()
    for name in Self.files.keys.sorted() {
      let folder = try LetterFixture.folder([name: Self.files[name] ?? ""])
      defer { try? FileManager.default.removeItem(at: folder) }
      let corpus = try engine.read(
        [folder], request: LetterFixture.request(), observer: LetterListener())
      try engine.analyse(
        corpus, request: LetterFixture.request(), records: store.records, sink: Sink(store))
    }
    let oneByOne = try suggestions(store)
    #expect(oneByOne.map(\.naturalKey) == together.map(\.naturalKey))
    #expect(oneByOne.map(\.score) == together.map(\.score))
    #expect(oneByOne.map(\.facets) == together.map(\.facets))
  }

  @Test func decisionsAloneLeaveTheModelOfSentences() throws {
    let (store, _) = try filled()
    func trained(_ model: ModelRecord?) throws -> ModelRecord {
      let outcome = try LettersEngine().train(
        TrainingRequest(
          decisions: [], circumstances: LetterFixture.request(model: model), lastSequence: 0),
        records: store.records, observer: LetterListener())
      guard case .candidate(let content, let summary) = outcome else {
        throw EngineError.unknownName("candidate")
      }
      return ModelRecord(
        project: .letters, version: 1, state: .active, created: LetterFixture.now,
        content: content, sha256: "", summary: summary)
    }
    let first = try trained(nil)
    let second = try trained(first)
    #expect(try LettersModel(first).judgedDigest != 0)
    #expect(second.content == first.content)
    #expect(second.summary.figures.map(\.name) == first.summary.figures.map(\.name))
    #expect(second.summary.figures.allSatisfy { $0.before == $0.after })
  }

  @Test func anotherJudgementIsLearnedFrom() {
    func digest(_ level: Int) -> UInt64 {
      LettersTraining.digest([JudgedPassage(id: "1", text: "fuite", level: level, group: "1")])
    }
    #expect(digest(0) != digest(1))
    #expect(digest(1) == digest(1))
  }

  @Test func picturesAreAStateOfTheirOwn() throws {
    let store = MemoryStore(agent: "marie")
    var sources = LetterSources()
    sources.letters = [ReadLetter(letter: Letter(file: "scan.pdf", text: ""), sha256: "00")]
    try LettersAnalysis(request: LetterFixture.request(), engine: "letters 1").run(
      sources, records: store.records, sink: Sink(store))
    let all = try suggestions(store)
    #expect(all.map(\.naturalKey) == ["image|scan.pdf"])
    #expect(facet(all[0], "state") == "sans texte")
  }

  @Test func panelWordsAreComplete() {
    let panel = LettersEngine().panel
    #expect(Set(panel.columns).isSubset(of: Set(panel.facets.map(\.name))))
    #expect(Set(panel.rejectionReasons.map(\.key)).count == panel.rejectionReasons.count)
    #expect(
      panel.evaluationTasks.map(\.name) == [
        "vigilance", "themes", "parse", "repeats", "search",
      ])
    for theme in LetterTheme.allCases {
      #expect(!theme.title.fr.isEmpty && !theme.title.en.isEmpty)
    }
    for cue in VigilanceCue.allCases { #expect(!cue.title.fr.isEmpty && !cue.title.en.isEmpty) }
  }
}
