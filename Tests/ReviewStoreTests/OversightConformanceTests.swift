import Foundation
import Review
import Testing

@testable import ReviewStore

/// What supervision asks of a store: purposes of decisions, what was seen, lists drawn elsewhere.
@Suite struct OversightConformanceTests {
  typealias Kind = StoreFixture.Kind
  static let one = StoreFixture.suggestion(1, value: 0.4)
  static let two = StoreFixture.suggestion(2, value: 0.6)

  static func filled(_ kind: Kind) throws -> any ReviewStore {
    let store = try StoreFixture.store(kind)
    try store.save(suggestions: [one, two])
    return store
  }

  static func decision(
    _ verdict: Verdict, _ purpose: ReadingPurpose, agent: String = "marie"
  ) -> LedgerDraft {
    StoreFixture.draft(
      .decision(
        Decision(
          suggestion: one.id, project: .restaurants, verdict: verdict,
          seen: .init(model: nil, score: 0.5, rank: 1, seconds: 2, language: .french),
          purpose: purpose)), agent: agent)
  }

  @Test(arguments: Kind.allCases)
  func onlyFirstReadingsAndSettlementsSayWhereASuggestionStands(kind: Kind) throws {
    let store = try Self.filled(kind)
    try store.append([Self.decision(.accept, .first)])
    try store.append([Self.decision(.reject, .second, agent: "paul")])
    try store.append([Self.decision(.reject, .repeat)])
    #expect(try store.detail(Self.one.id)?.status == .accepted)
    #expect(try store.labelledDecisions(project: .restaurants).map(\.sequence) == [1])
    try store.append([
      Self.decision(.reject, .adjudication, agent: StoreFixture.administrator)
    ])
    #expect(try store.detail(Self.one.id)?.status == .rejected)
    #expect(try store.labelledDecisions(project: .restaurants).map(\.sequence) == [4])
    #expect(try store.verify(expectedHead: nil).isIntact)
  }

  @Test(arguments: Kind.allCases)
  func agentsDoNotSettleDisagreements(kind: Kind) throws {
    let store = try Self.filled(kind)
    #expect(throws: StoreError.notAllowed(agent: "marie", needs: .supervisor)) {
      try store.append([Self.decision(.accept, .adjudication)])
    }
    #expect(try store.head().sequence == 0)
  }

  @Test(arguments: Kind.allCases)
  func whatWasSeenIsKeptWhenTheSuggestionChanges(kind: Kind) throws {
    let store = try Self.filled(kind)
    let event = try store.append([Self.decision(.accept, .first)])[0]
    var changed = Self.one
    changed.title = "Autre nom"
    try store.save(suggestions: [changed])
    guard case .decision(let decision) = event.payload else {
      Issue.record("no decision")
      return
    }
    let hash = try #require(decision.seen.content)
    #expect(hash.count == 64)
    #expect(try store.snapshot(hash)?.title == Self.one.title)
    #expect(try store.detail(Self.one.id)?.suggestion.title == "Autre nom")
    #expect(try store.snapshot("00") == nil)
    #expect(try store.events(after: 0, limit: 1) == [event])
    let row = try #require(try store.row(1))
    #expect(CanonicalRow.hash(row, after: .zero) == event.hash)
    #expect(try store.row(2) == nil)
  }

  @Test(arguments: Kind.allCases)
  func theSameScreenIsKeptOnce(kind: Kind) throws {
    let store = try Self.filled(kind)
    let events = try (0..<3).map { _ in try store.append([Self.decision(.later, .first)])[0] }
    let hashes = events.map { event -> String? in
      guard case .decision(let decision) = event.payload else { return nil }
      return decision.seen.content
    }
    #expect(Set(hashes).count == 1 && hashes[0] != nil)
  }

  @Test(arguments: Kind.allCases)
  func eventsAreFoundByKindAndProject(kind: Kind) throws {
    let store = try Self.filled(kind)
    try store.append([Self.decision(.accept, .first)])
    try store.append([
      StoreFixture.draft(
        .knowledge(
          KnowledgeEdit(project: .restaurants, table: "t", key: "k", values: ["k": "k"])))
    ])
    try store.append([StoreFixture.draft(.undo(cancels: 1, subject: nil, project: nil))])
    let found = try store.events(
      of: [.decision, .undo], project: .restaurants, after: 0, limit: 10)
    #expect(found.map(\.sequence) == [1, 3])
    #expect(try store.events(of: [.knowledge], project: .calls, after: 0, limit: 10).isEmpty)
    #expect(
      try store.events(of: [.decision, .knowledge], project: nil, after: 1, limit: 10)
        .map(\.sequence) == [2])
    #expect(try store.events(of: [.decision, .undo], project: nil, after: 0, limit: 1).count == 1)
  }

  @Test(arguments: Kind.allCases)
  func aDrawnListHoldsItsSuggestionsOnly(kind: Kind) throws {
    let store = try Self.filled(kind)
    func rows(_ ids: Set<String>?, _ text: String = "") throws -> SuggestionWindow {
      try store.window(
        SuggestionQuery(project: .restaurants, statuses: [], text: text, ids: ids),
        anchor: .start, limit: 10)
    }
    #expect(try rows(nil).total == 2)
    #expect(try rows([Self.one.id]).rows.map(\.id) == [Self.one.id])
    #expect(try rows([Self.one.id]).total == 1)
    #expect(try rows([Self.one.id, "zz\"); --"]).total == 1)
    #expect(try rows([]).total == 0)
    #expect(try rows([Self.one.id], "café").total == 1)
    #expect(try rows([Self.one.id], "bouchon").total == 0)
  }
}
