import Crypto
import Foundation
import Oversight
import Review
import ReviewStore
import Testing

@testable import Session

@Suite struct OversightServiceTests {
  static let panel = ServiceTests.engine.panel

  static func everythingIsReadTwice(_ store: any ReviewStore) throws {
    let service = KnowledgeService(
      store: store, project: .restaurants, table: OversightSettings.table)
    for setting in ["second-readings", "repeats"] {
      try service.set(
        ["setting": setting, "share": "1"], agent: "claire", now: ServiceTests.now)
    }
  }

  static func decide(
    _ store: any ReviewStore, _ row: SuggestionRow, _ verdict: Verdict, by agent: String,
    blind: Bool = false
  ) throws {
    var decision = ServiceTests.decision(
      row, verdict, reason: verdict == .reject ? "wrong" : nil)
    decision.purpose = blind ? .second : .first
    let decisions = try OversightService(store: store, panel: panel).withPurposes(
      [decision], agent: agent)
    _ = try DecisionService(store: store, panel: panel).record(
      decisions, agent: agent, now: ServiceTests.now)
  }

  @Test func secondReadingsAreAskedOfOthersOnce() throws {
    let store = try ServiceTests.filled()
    try Self.everythingIsReadTwice(store)
    let row = try ServiceTests.first(store)
    let service = OversightService(store: store, panel: Self.panel)
    #expect(try service.controls(for: "paul").all.isEmpty)
    try Self.decide(store, row, .accept, by: "claire")
    #expect(try service.controls(for: "paul").second == [row.id])
    #expect(try service.controls(for: "claire").all.isEmpty)
    try Self.decide(store, row, .reject, by: "paul", blind: true)
    #expect(try service.controls(for: "marie").all.isEmpty)
    #expect(try store.detail(row.id)?.status == .accepted)
    let oversight = try service.oversight(today: ServiceTests.now.day)
    #expect(oversight.disagreements.map(\.subject.suggestion) == [row.id])
    #expect(oversight.agreement.openDisagreements == 1)
  }

  @Test func aBlindReadingThatWasNotAskedForIsRefused() throws {
    let store = try ServiceTests.filled()
    let row = try ServiceTests.first(store)
    #expect(throws: EngineError.self) {
      try Self.decide(store, row, .accept, by: "paul", blind: true)
    }
  }

  @Test func figuresByAgentNeedARoleASettingAndAPurpose() throws {
    let store = try ServiceTests.filled()
    let service = OversightService(store: store, panel: Self.panel)
    let claire = try store.agent("claire")
    #expect(throws: StoreError.self) { try service.perAgent(for: Agent(id: "paul")) }
    #expect(throws: EngineError.self) { try service.perAgent(for: claire) }
    let settings = KnowledgeService(
      store: store, project: .restaurants, table: OversightSettings.table)
    try settings.set(
      ["setting": "per-agent", "share": "1"], agent: "claire", now: ServiceTests.now)
    #expect(throws: EngineError.self) { try service.perAgent(for: claire) }
    try settings.set(
      ["setting": "per-agent", "share": "1", "purpose": "formation"], agent: "claire",
      now: ServiceTests.now)
    try Self.decide(store, try ServiceTests.first(store), .accept, by: "paul")
    #expect(try service.perAgent(for: claire).keys.sorted() == ["paul"])
  }

  @Test func aDecisionIsReplayedWithWhatWasSeen() throws {
    let store = try ServiceTests.filled()
    let row = try ServiceTests.first(store)
    try Self.decide(store, row, .accept, by: "claire")
    let sequence = try #require(
      try store.events(of: [.decision], project: nil, after: 0, limit: 1).first
    ).sequence
    let (suggestion, event) = try ReplayService(store: store).replay(sequence)
    #expect(suggestion.id == row.id && event.agent == "claire")
    #expect(throws: EngineError.self) { try ReplayService(store: store).replay(1) }
    #expect(throws: EngineError.self) { try ReplayService(store: store).replay(999) }
  }

  @Test func anEventIsProvedAgainstASignedHead() throws {
    let store = try ServiceTests.filled()
    for row in try store.window(
      SuggestionQuery(project: .restaurants), anchor: .start, limit: 3
    ).rows { try Self.decide(store, row, .later, by: "claire") }
    let service = ProofService(store: store)
    let key = Curve25519.Signing.PrivateKey()
    let head = try service.signedHead(key: key, now: ServiceTests.now)
    let count = try store.head().sequence
    #expect(head.isSignatureValid && head.sequence == count)
    for sequence in 1...head.sequence {
      let proof = try service.proof(of: sequence)
      #expect(proof.isValid && proof.root == head.root.description)
    }
    #expect(throws: StoreError.self) { try service.proof(of: head.sequence + 1) }
    let early = try service.proof(of: 1, among: 2)
    #expect(early.isValid && early.count == 2)
  }

  @Test func theQuestionnaireIsKeptWithoutNames() throws {
    let store = try ServiceTests.filled()
    let service = SurveyService(store: store)
    #expect(throws: EngineError.self) { try service.keep([1, 2], on: ServiceTests.now.day) }
    #expect(try service.keep([5, 1, 5, 1, 5, 1, 5, 1, 5, 1], on: ServiceTests.now.day) == 100)
    try service.keep([3, 3, 3, 3, 3, 3, 3, 3, 3, 3], on: ServiceTests.now.day)
    #expect(try service.scores() == [50, 100])
    #expect(SurveyService.statements.count == UsabilityScale.length)
    #expect(try store.events(after: 0, limit: 10).count == 1)
  }

  @Test func reportsTellEveryPanelInBothLanguagesAndForms() throws {
    let store = try ServiceTests.filled()
    try Self.decide(store, try ServiceTests.first(store), .accept, by: "claire")
    for language in InterfaceLanguage.allCases {
      let service = ReportService(
        store: store, engines: [ServiceTests.engine], language: language)
      let markdown = try service.markdown(now: ServiceTests.now)
      let html = try service.html(now: ServiceTests.now)
      #expect(markdown.contains("## Restaurants") && html.contains("<h2>Restaurants</h2>"))
      #expect(html.contains("<svg role=\"img\"") && html.hasSuffix("</html>\n"))
      #expect(!html.contains("src=") && !html.contains("http"))
    }
    #expect(HTML.escaped("<a href='x'>&\"") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;")
  }

  @Test func theRegisterAndTheNoticeSayWhatTheLawAsks() throws {
    let store = try ServiceTests.filled()
    let lines = try RegisterService(store: store, engine: ServiceTests.engine).lines(
      today: ServiceTests.now.day, language: .french)
    #expect(lines.contains { $0.contains("Finalité") })
    #expect(lines.contains { $0.contains("a.csv") && $0.contains("3 lignes, 1 refusées") })
    for project in Project.allCases {
      let french = NoticeService.lines(project, service: "la DDPP", language: .french)
      #expect(french.joined().contains("R. 311-3-1-1") && french.joined().contains("la DDPP"))
      #expect(
        NoticeService.lines(project, service: "x", language: .english).joined().contains("CADA"))
    }
  }
}
