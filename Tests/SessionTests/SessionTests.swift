import Foundation
import Review
import ReviewStore
import Testing

@testable import Session

/// An engine that makes three suggestions of a file's name.
struct FakeEngine: AnalysisEngine {
  let version = 1

  var panel: Panel {
    Panel(
      project: .restaurants,
      item: PluralText(
        one: LocalizedText(same: "x"), other: LocalizedText(same: "xs")),
      facets: [FacetDescription(name: "kind", title: LocalizedText(same: "kind"))],
      rejectionReasons: [
        DecisionReason(code: "wrong", key: "w", title: LocalizedText(same: "wrong"))
      ],
      followUp: FollowUpScheme(
        states: [
          .init(code: "todo", title: LocalizedText(same: "todo"), dueDays: 7),
          .init(code: "done", title: LocalizedText(same: "done"), isFinal: true),
        ], moves: [.init(from: "todo", to: "done")]),
      tables: [
        KnowledgeTable(
          name: "t", title: LocalizedText(same: "t"),
          columns: [
            .init(name: "k", title: LocalizedText(same: "k"), type: .text, isRequired: true)
          ], editableBy: .supervisor)
      ],
      actions: [
        ActionDescription(
          name: "echo", title: LocalizedText(same: "echo"), help: LocalizedText(same: "echo"),
          scope: .panel,
          parameters: [.init(name: "n", title: LocalizedText(same: "n"), type: .integer(1...3))]),
        ActionDescription(
          name: "correct", title: LocalizedText(same: "correct"),
          help: LocalizedText(same: "correct"), key: "c", scope: .suggestion),
        ActionDescription(
          name: "reveal", title: LocalizedText(same: "reveal"), help: LocalizedText(same: "reveal"),
          scope: .suggestion),
      ], feedingHint: LocalizedText(same: "feed"))
  }

  struct Corpus: SourceCorpus {
    var files: [SourceFile]
  }

  func read(
    _ sources: [URL], request: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> any SourceCorpus {
    if let bad = sources.first(where: { $0.lastPathComponent.hasPrefix("bad") }) {
      throw EngineError.unreadable(
        Refusal(
          file: bad.lastPathComponent, line: 1, found: "?", expected: LocalizedText(same: "x")))
    }
    observer.refused(
      Refusal(file: "a", line: 2, found: "?", expected: LocalizedText(same: "x")))
    return Corpus(
      files: sources.map {
        SourceFile(name: $0.lastPathComponent, sha256: "00", rows: 3, refused: 1)
      })
  }

  func analyse(
    _ corpus: any SourceCorpus, request: AnalysisRequest, records: any RecordSource,
    sink: any AnalysisSink
  ) throws {
    let boost = request.model == nil ? 0.0 : 0.5
    try sink.receive(
      suggestions: (0..<3).map { number in
        Suggestion(
          project: .restaurants, naturalKey: "n\(number)", title: "=titre \(number)", place: "p",
          facets: [Facet("kind", "a")],
          score: Score(0.1 * Double(number) + boost, basis: .rule(level: 1)),
          features: FrozenFeatures(schema: "s", values: [Float(number)]),
          provenance: Provenance(
            file: "a", sha256: "", row: number, engine: "fake 1", time: request.now))
      })
  }

  func train(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    guard !request.decisions.isEmpty else {
      return .tooLittle(LocalizedText(fr: "trop peu", en: "too little"))
    }
    return .candidate(
      content: Data([UInt8(request.decisions.count)]),
      summary: TrainingSummary(
        exampleCount: 0, decisionCount: request.decisions.count,
        lastSequence: request.lastSequence, figures: []))
  }

  func evaluate(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> EvaluationReport { throw EngineError.unknownName(request.task) }

  func perform(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    if request.name == "reveal" { return .disclosure(["Jeanne"], reason: "courrier") }
    guard request.name == "correct" else { return .text([request.parameters["n"] ?? ""]) }
    let known = request.circumstances.knowledge["t"]?.map(\.key) ?? []
    return .decision(
      ProposedDecision(
        verdict: .accept, part: request.part,
        correction: ["type": known.joined(separator: " ")]))
  }
}

final class QuietObserver: AnalysisObserver {
  var isCancelled: Bool { false }
  func progressed(_ progress: AnalysisProgress) {}
  func refused(_ refusal: Refusal) {}
}

@Suite struct ServiceTests {
  static let now = Timestamp(milliseconds: 1_795_510_923_456)
  static let engine = FakeEngine()

  static func filled() throws -> MemoryStore {
    let store = MemoryStore(agent: "claire")
    _ = try AnalysisService(store: store, engine: engine).run(
      sources: [URL(fileURLWithPath: "/x/a.csv")], circumstances: circumstances(store),
      agent: "claire", observer: QuietObserver())
    return store
  }

  static func circumstances(_ store: any ReviewStore) throws -> AnalysisRequest {
    AnalysisRequest(
      today: now.day, now: now, model: try store.activeModel(.restaurants), pseudonymSalt: "s")
  }

  static func first(_ store: any ReviewStore) throws -> SuggestionRow {
    try store.window(SuggestionQuery(project: .restaurants), anchor: .start, limit: 1).rows[0]
  }

  static func decision(
    _ row: SuggestionRow, _ verdict: Verdict, reason: String? = nil, note: String? = nil
  ) -> Decision {
    Decision(
      suggestion: row.id, project: .restaurants, verdict: verdict, reason: reason, note: note,
      seen: .init(model: nil, score: 0.2, rank: 1, seconds: 1, language: .french))
  }

  @Test func anActionMayLeadToACorrectionThatIsRecorded() throws {
    let store = try Self.filled()
    let row = try Self.first(store)
    let table = Self.engine.panel.tables[0]
    try KnowledgeService(store: store, project: .restaurants, table: table).set(
      ["k": "caravane"], agent: "claire", now: Self.now)
    let seen = Self.decision(row, .accept).seen
    let service = ActionService(store: store, engine: Self.engine)
    let circumstances = try Circumstances.of(Self.engine.panel, in: store, at: Self.now)
    #expect(throws: EngineError.self) {
      try service.run(
        "correct", parameters: [:], on: nil, circumstances: circumstances,
        agent: try store.agent("claire"), language: .french)
    }
    _ = try service.run(
      "correct", parameters: [:], on: ActionSubject(suggestion: row.id, seen: seen),
      circumstances: circumstances, agent: try store.agent("claire"), language: .french)
    let detail = try #require(try store.detail(row.id))
    #expect(detail.status == .accepted)
    guard case .decision(let decision)? = detail.history.first?.payload else {
      Issue.record("no decision")
      return
    }
    #expect(decision.correction == ["type": "caravane"] && decision.seen.score == seen.score)
  }

  @Test func aDisclosureIsAnUnmaskingInTheLedger() throws {
    let store = try Self.filled()
    let row = try Self.first(store)
    let seen = Decision.Seen(model: nil, score: 0.2, rank: 1, seconds: 1, language: .french)
    _ = try ActionService(store: store, engine: Self.engine).run(
      "reveal", parameters: [:], on: ActionSubject(suggestion: row.id, seen: seen),
      circumstances: try Self.circumstances(store), agent: Agent(id: "claire"), language: .french)
    guard case .unmasking(let record) = try store.events(after: 0, limit: 10).last?.payload else {
      Issue.record("no unmasking")
      return
    }
    #expect(record.subject == row.id && record.reason == "courrier")
    #expect(try store.records.detail(row.id)?.suggestion.id == row.id)
  }

  @Test func anAnalysisIsALedgerEvent() throws {
    let store = try Self.filled()
    guard case .importing(let record) = try store.events(after: 0, limit: 1)[0].payload else {
      Issue.record("no import")
      return
    }
    #expect(record.files == ["a.csv": "00"] && record.suggestions == 3 && record.refused == 1)
  }

  @Test func anUnreadableSourceStoresNothing() throws {
    let store = MemoryStore(agent: "claire")
    #expect(throws: EngineError.self) {
      try AnalysisService(store: store, engine: Self.engine).run(
        sources: [URL(fileURLWithPath: "/x/bad.csv")], circumstances: Self.circumstances(store),
        agent: "claire", observer: QuietObserver())
    }
    #expect(try store.head().sequence == 0)
    #expect(try store.counts(.restaurants, today: Self.now.day).total == 0)
  }

  @Test func acceptingEntersTheFirstStateAndUndoTakesBothBack() throws {
    let store = try Self.filled()
    let service = DecisionService(store: store, panel: Self.engine.panel)
    let row = try Self.first(store)
    let events = try service.record(Self.decision(row, .accept), agent: "marie", now: Self.now)
    #expect(events.count == 2)
    let all = SuggestionQuery(project: .restaurants, statuses: [.accepted])
    let accepted = try store.window(all, anchor: .start, limit: 1).rows[0]
    #expect(accepted.followUp == "todo")
    #expect(accepted.due == Self.now.day.adding(days: 7))
    #expect(try service.undoLast(agent: "marie", now: Self.now).count == 2)
    #expect(try Self.first(store).id == row.id)
    #expect(throws: EngineError.self) { try service.undoLast(agent: "marie", now: Self.now) }
  }

  @Test func followUpMovesAreChecked() throws {
    let store = try Self.filled()
    let service = DecisionService(store: store, panel: Self.engine.panel)
    let row = try Self.first(store)
    _ = try service.record(Self.decision(row, .accept), agent: "marie", now: Self.now)
    #expect(throws: EngineError.self) {
      try service.follow(
        row.id, to: "nowhere", from: "todo", note: nil, agent: "marie", now: Self.now)
    }
    _ = try service.follow(
      row.id, to: "done", from: "todo", note: nil, agent: "marie", now: Self.now)
    #expect(try store.detail(row.id)?.history.count == 3)
  }

  @Test(arguments: [
    (Verdict.reject, String?.none, String?.none), (.reject, "unknown", nil), (.annotate, nil, nil),
    (.annotate, nil, ""),
  ])
  func incompleteDecisionsAreRefused(verdict: Verdict, reason: String?, note: String?) throws {
    let store = try Self.filled()
    let service = DecisionService(store: store, panel: Self.engine.panel)
    let decision = Self.decision(try Self.first(store), verdict, reason: reason, note: note)
    #expect(throws: EngineError.self) {
      try service.record(decision, agent: "marie", now: Self.now)
    }
    #expect(try store.head().sequence == 1)
  }

  @Test func trainingMakesACandidateAndPromotionRanksAgain() throws {
    let store = try Self.filled()
    let service = TrainingService(store: store, engine: Self.engine)
    let observer = QuietObserver()
    #expect(throws: EngineError.self) {
      try service.train(
        circumstances: Self.circumstances(store), agent: "claire", observer: observer)
    }
    let row = try Self.first(store)
    _ = try DecisionService(store: store, panel: Self.engine.panel).record(
      Self.decision(row, .reject, reason: "wrong"), agent: "claire", now: Self.now)
    let model = try service.train(
      circumstances: Self.circumstances(store), agent: "claire", observer: observer)
    #expect(model.summary.decisionCount == 1)
    #expect(throws: StoreError.self) {
      try service.promote(
        version: 1, circumstances: Self.circumstances(store), agent: "marie", observer: observer)
    }
    try service.promote(
      version: 1, circumstances: Self.circumstances(store), agent: "claire", observer: observer)
    #expect(try Self.first(store).score.value == 0.6)
    #expect(try store.detail(row.id)?.status == .rejected)
  }

  @Test func actionsCheckTheirParameters() throws {
    let store = try Self.filled()
    let service = ActionService(store: store, engine: Self.engine)
    func run(_ name: String, _ parameters: [String: String]) throws -> ActionResult {
      try service.run(
        name, parameters: parameters, on: nil, circumstances: Self.circumstances(store),
        agent: Agent(id: "marie"), language: .french)
    }
    guard case .text(let lines) = try run("echo", ["n": "2"]) else {
      Issue.record("no text")
      return
    }
    #expect(lines == ["2"])
    #expect(throws: KnowledgeError.self) { try run("echo", ["n": "9"]) }
    #expect(throws: EngineError.self) { try run("echo", ["m": "1"]) }
    #expect(throws: EngineError.self) { try run("other", [:]) }
  }

  @Test func knowledgeNeedsTheRole() throws {
    let store = try Self.filled()
    let service = KnowledgeService(
      store: store, project: .restaurants, table: Self.engine.panel.tables[0])
    #expect(throws: EngineError.self) {
      try service.set(["k": "a"], agent: "marie", now: Self.now)
    }
    try service.set(["k": "a"], agent: "claire", now: Self.now)
    #expect(try service.rows().map(\.key) == ["a"])
    try service.remove("a", agent: "claire", now: Self.now)
    #expect(try service.rows().isEmpty)
  }

  @Test func exportsGuardFormulasAndFollowTheList() throws {
    let store = try Self.filled()
    let service = ExportService(store: store, engine: Self.engine)
    let query = SuggestionQuery(project: .restaurants, statuses: [])
    let csv = String(decoding: try service.csv(query, excelFR: false), as: UTF8.self)
    #expect(csv.contains("'=titre 2"))
    #expect(csv.split(whereSeparator: \.isNewline).count == 4)
    let french = try service.csv(query, excelFR: true)
    #expect(Array(french.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let lines = try service.jsonLines(query).split(separator: 0x0A)
    #expect(lines.count == 3)
    let object = try JSONSerialization.jsonObject(with: Data(lines[0])) as? [String: Any]
    #expect(object?["status"] as? String == "open")
  }

  @Test func theExplanationHasTheFourHeadings() throws {
    let store = try Self.filled()
    let detail = try #require(try store.detail(Self.first(store).id))
    for language in InterfaceLanguage.allCases {
      let lines = ExplainService.lines(
        detail, panel: Self.engine.panel, model: nil, language: language)
      for number in 1...4 { #expect(lines.contains { $0.hasPrefix("\(number). ") }) }
    }
  }
}
