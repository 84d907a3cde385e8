import Foundation
import Review
import ReviewStore
import Testing

@testable import Session

@Suite struct ExportTests {
  @Test func decisionsGoOutWithTheirUndo() throws {
    let store = try ServiceTests.filled()
    let row = try ServiceTests.first(store)
    let service = DecisionService(store: store, panel: FakeEngine().panel)
    _ = try service.record(
      ServiceTests.decision(row, .accept, note: "vu\nsur place"), agent: "marie",
      now: ServiceTests.now)
    _ = try service.undoLast(agent: "marie", now: ServiceTests.now)
    _ = try service.record(
      ServiceTests.decision(row, .reject, reason: "wrong"), agent: "paul", now: ServiceTests.now)
    let data = try ExportService(store: store, engine: ActingEngine()).jsonLines(
      SuggestionQuery(project: .restaurants, statuses: [.rejected]))
    let lines = data.split(separator: 0x0A)
    #expect(lines.count == 1 && data.last == 0x0A)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(lines[0])) as? [String: Any])
    let decisions = try #require(object["decisions"] as? [[String: Any]])
    #expect(decisions.map { $0["isUndone"] as? Bool } == [true, false])
    #expect(decisions.map { $0["agent"] as? String } == ["marie", "paul"])
    #expect(decisions[0]["time"] as? String == "2026-11-24T09:02:03Z")
    #expect(object["status"] as? String == "rejected")
  }

  @Test func longListsAreExportedWholeAndInOrder() throws {
    let store = MemoryStore(agent: "claire")
    try store.save(suggestions: StoreSinkTests.suggestions(0..<1203))
    let service = ExportService(store: store, engine: FakeEngine())
    let csv = String(
      decoding: try service.csv(SuggestionQuery(project: .restaurants), excelFR: false),
      as: UTF8.self)
    let lines = csv.split(whereSeparator: \.isNewline).dropFirst()
    let ids = lines.compactMap { $0.split(separator: ",").first.map(String.init) }
    #expect(ids.count == 1203 && Set(ids).count == 1203)
    #expect(ids == ids.sorted())
  }

  @Test func theHeaderNamesEveryColumn() throws {
    let service = ExportService(store: try ServiceTests.filled(), engine: FakeEngine())
    let csv = try service.csv(SuggestionQuery(project: .restaurants), excelFR: false)
    let header = String(decoding: csv, as: UTF8.self).split(whereSeparator: \.isNewline)[0]
    #expect(
      header == """
        id,title,place,date,score,low,high,basis,model,status,selection,selection_probability,\
        follow_up,due,notes,kind
        """)
    let french = String(
      decoding: try service.csv(SuggestionQuery(project: .restaurants), excelFR: true),
      as: UTF8.self)
    #expect(french.contains(";0,2;"))
  }

  @Test func ownFormatsAreAskedOfTheEngine() throws {
    let store = try ServiceTests.filled()
    let service = ExportService(store: store, engine: ActingEngine())
    let circumstances = try ServiceTests.circumstances(store)
    func own(_ format: String, _ options: [String: String] = [:]) throws -> String {
      String(
        decoding: try service.own(
          format, query: SuggestionQuery(project: .restaurants), options: options,
          circumstances: circumstances, language: .english), as: UTF8.self)
    }
    #expect(try own("list") == "3 - en")
    #expect(try own("list", ["site": "Sète"]) == "3 Sète en")
    let error = #expect(throws: EngineError.self) { try own("pdf") }
    #expect(error?.message.en == "unknown format: “pdf”; known: jsonl, csv, list")
  }

  @Test func emptyListsAreHeadersOnly() throws {
    let service = ExportService(store: MemoryStore(agent: "a"), engine: FakeEngine())
    let query = SuggestionQuery(project: .restaurants)
    #expect(try service.jsonLines(query).isEmpty)
    let csv = String(decoding: try service.csv(query, excelFR: false), as: UTF8.self)
    #expect(csv.split(whereSeparator: \.isNewline).count == 1)
  }
}

@Suite struct ExplainTests {
  static let both = LocalizedText(fr: "mesure", en: "measure")

  static func suggestion(_ score: Score, _ selection: Selection, row: Int? = 12) -> Suggestion {
    Suggestion(
      project: .restaurants, naturalKey: "k", title: "Chez Momo", place: "Sète", score: score,
      selection: selection,
      evidence: [
        .contributions(
          ContributionsEvidence(
            base: -2,
            reasons: [
              .init(label: both, value: 1.5, source: LocalizedText(same: "avis.tsv")),
              .init(label: LocalizedText(fr: "bon contrôle", en: "good result"), value: -0.25),
            ])),
        .facts(
          FactsEvidence(
            title: both,
            facts: [.init(name: both, value: LocalizedText(same: "3"), source: both)])),
        .series(
          SeriesEvidence(title: both, unit: "", form: .line, points: [], source: both)),
        .plan(PlanEvidence(shapes: [], description: LocalizedText(same: "un plan"))),
        .dialogue(DialogueEvidence(title: LocalizedText(same: "un appel"), turns: [])),
        .passage(
          PassageEvidence(
            text: "t", highlights: [], source: nil, caption: LocalizedText(same: "avis 1★"),
            date: CalendarDate(iso: "2026-10-03"))),
      ],
      provenance: Provenance(
        file: "a.csv", sha256: String(repeating: "ab", count: 32), row: row, engine: "r 4",
        model: 7, time: ServiceTests.now))
  }

  static func lines(
    _ suggestion: Suggestion, _ language: InterfaceLanguage, model: ModelRecord? = nil
  ) -> [String] {
    ExplainService.lines(
      SuggestionDetail(
        suggestion: suggestion, status: .open, partStatuses: [:], history: [], undone: []),
      panel: FakeEngine().panel, model: model, language: language)
  }

  static let learned = suggestion(
    Score(0.32, low: 0.2, high: 0.5, basis: .probability(model: 7)), Selection(.best))

  @Test func parametersAddUpInTheLanguagesNumbers() {
    let french = Self.lines(Self.learned, .french)
    #expect(french.contains("   -2,00  valeur de départ"))
    #expect(french.contains("   +1,50  mesure [avis.tsv]"))
    #expect(french.contains("   -0,25  bon contrôle"))
    #expect(french.contains("   -0,75  somme (logarithme de la cote)"))
    let english = Self.lines(Self.learned, .english)
    #expect(english.contains("   -0.75  sum (log-odds)"))
  }

  @Test func everySourceIsNamed() {
    let text = Self.lines(Self.learned, .english)
    for part in [
      "- measure : 3 (measure)", "- avis 1★, 2026-10-03", "- measure (measure)", "- un plan",
      "- un appel", "- Source: a.csv, row 12 (SHA-256 abababababababab…)",
      "Engine: r 4, 2026-11-24T09:02:03Z",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func theModelIsToldWhenItIsTheOneThatRanked() {
    let summary = TrainingSummary(
      exampleCount: 120, decisionCount: 14, lastSequence: 3, figures: [])
    let model = ModelRecord(
      project: .restaurants, version: 7, state: .active, created: ServiceTests.now,
      content: Data(), sha256: String(repeating: "c", count: 64), summary: summary)
    let text = Self.lines(Self.learned, .french, model: model).joined(separator: "\n")
    #expect(text.contains("120 exemples et 14 décisions, le 2026-11-24"))
    #expect(text.contains("donne 0,320 (intervalle à 80 % : 0,200 – 0,500) ; modèle 7"))
    let ruled = Self.suggestion(Score(0.3, basis: .rule(level: 2)), Selection(.best))
    let rules = Self.lines(ruled, .french, model: model).joined(separator: "\n")
    #expect(!rules.contains("120 exemples") && rules.contains("niveau (2 sur 3)"))
    #expect(!rules.contains("0,300"))
  }

  @Test func chanceIsSaid() {
    let drawn = Self.suggestion(
      Score(0.1, basis: .rule(level: 1)), Selection(.random, probability: 0.125), row: nil)
    let text = Self.lines(drawn, .english)
    #expect(text.contains { $0.contains("drawn at random (probability 0.125)") })
    #expect(text.contains { $0.hasPrefix("- Source: a.csv (SHA") })
  }
}
