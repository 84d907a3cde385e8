import Foundation
import Review
import Testing

@testable import ReviewStore

@Suite struct LedgerConformanceTests {
  typealias Kind = StoreFixture.Kind
  static let one = StoreFixture.suggestion(1, value: 0.4)
  static let two = StoreFixture.suggestion(2, value: 0.6)

  static func filled(_ kind: Kind) throws -> any ReviewStore {
    let store = try StoreFixture.store(kind)
    try store.save(suggestions: [one, two])
    return store
  }

  @Test(arguments: Kind.allCases)
  func eventsAreChainedAndReadBack(kind: Kind) throws {
    let store = try Self.filled(kind)
    let payloads: [LedgerPayload] = [
      StoreFixture.decision(Self.one, note: "à revoir"),
      .followUp(FollowUp(suggestion: Self.one.id, project: .restaurants, state: "planned")),
    ]
    let events = try store.append(payloads.map { StoreFixture.draft($0) })
    #expect(events.map(\.sequence) == [1, 2])
    #expect(events[1].previous == events[0].hash)
    #expect(try store.events(after: 0, limit: 10) == events)
    #expect(try store.events(after: 1, limit: 10) == [events[1]])
    #expect(try store.head() == LedgerHead(sequence: 2, hash: events[1].hash))
    let result = try store.verify(expectedHead: try store.head())
    #expect(result.isIntact && result.verified == 2 && result.head == events[1].hash)
  }

  @Test(arguments: Kind.allCases)
  func aKeptHeadThatIsNotThereIsAFault(kind: Kind) throws {
    let store = try Self.filled(kind)
    try store.append([StoreFixture.draft(StoreFixture.decision(Self.one))])
    let other = try store.verify(expectedHead: LedgerHead(sequence: 1, hash: .zero))
    #expect(other.fault?.kind == .head)
    let later = try store.verify(
      expectedHead: LedgerHead(sequence: 9, hash: try store.head().hash))
    #expect(later.fault?.kind == .head)
  }

  @Test(arguments: Kind.allCases)
  func undoGoesBackToWhatTheOtherEventsSay(kind: Kind) throws {
    let store = try Self.filled(kind)
    try store.append([StoreFixture.draft(StoreFixture.decision(Self.one, .later))])
    let accept = try store.append([StoreFixture.draft(StoreFixture.decision(Self.one, .accept))])[0]
    try store.append([
      StoreFixture.draft(
        .undo(cancels: accept.sequence, subject: Self.one.id, project: .restaurants))
    ])
    let detail = try #require(try store.detail(Self.one.id))
    #expect(detail.status == .later)
    #expect(detail.undone == [accept.sequence])
    #expect(detail.history.count == 3)
    #expect(try store.counts(.restaurants, today: StoreFixture.today).later == 1)
  }

  @Test(arguments: Kind.allCases)
  func onlyOnesOwnEventsAreUndoneAndOnlyOnce(kind: Kind) throws {
    let store = try Self.filled(kind)
    let event = try store.append([StoreFixture.draft(StoreFixture.decision(Self.one))])[0]
    let undo = LedgerPayload.undo(
      cancels: event.sequence, subject: Self.one.id, project: .restaurants)
    #expect(throws: StoreError.cannotUndo(sequence: 1)) {
      try store.append([StoreFixture.draft(undo, agent: "paul")])
    }
    try store.append([StoreFixture.draft(undo)])
    #expect(throws: StoreError.cannotUndo(sequence: 1)) {
      try store.append([StoreFixture.draft(undo)])
    }
    #expect(throws: StoreError.cannotUndo(sequence: 99)) {
      try store.append([StoreFixture.draft(.undo(cancels: 99, subject: nil, project: nil))])
    }
    #expect(try store.head().sequence == 2)
  }

  @Test(arguments: Kind.allCases)
  func aBatchIsWholeOrNothing(kind: Kind) throws {
    let store = try Self.filled(kind)
    let unknown = StoreFixture.suggestion(77, value: 0)
    #expect(throws: StoreError.unknown(unknown.id)) {
      try store.append([
        StoreFixture.draft(StoreFixture.decision(Self.one)),
        StoreFixture.draft(StoreFixture.decision(unknown)),
      ])
    }
    #expect(try store.head().sequence == 0)
    #expect(try store.detail(Self.one.id)?.status == .open)
  }

  @Test(arguments: Kind.allCases)
  func partsStandByThemselves(kind: Kind) throws {
    let store = try Self.filled(kind)
    try store.append([StoreFixture.draft(StoreFixture.decision(Self.one, .reject, part: "p1"))])
    let detail = try #require(try store.detail(Self.one.id))
    #expect(detail.status == .open)
    #expect(detail.partStatuses == ["p1": .rejected])
    let labelled = try store.labelledDecisions(project: .restaurants)
    #expect(labelled.map(\.features) == [Self.one.parts[0].features])
  }

  @Test(arguments: Kind.allCases)
  func erasedTextIsGoneAndTheChainHolds(kind: Kind) throws {
    let store = try Self.filled(kind)
    try store.append([StoreFixture.draft(StoreFixture.decision(Self.one, note: "M. Untel"))])
    try store.erase(
      personalOf: 1, reason: "demande", agent: StoreFixture.administrator, now: StoreFixture.now)
    guard case .decision(let decision) = try store.events(after: 0, limit: 1)[0].payload else {
      Issue.record("not a decision")
      return
    }
    #expect(decision.note == nil)
    #expect(try store.verify(expectedHead: nil).isIntact)
  }

  @Test(arguments: Kind.allCases)
  func rolesAreEnforcedInTheStore(kind: Kind) throws {
    let store = try Self.filled(kind)
    let model = try store.saveCandidate(
      project: .restaurants, content: Data([1]),
      summary: TrainingSummary(
        exampleCount: 1, decisionCount: 0, lastSequence: 0, figures: []),
      agent: "marie", now: StoreFixture.now)
    let promotion = LedgerPayload.promotion(
      ModelEvent(
        project: .restaurants, version: model.version, sha256: model.sha256, previous: nil))
    #expect(throws: StoreError.notAllowed(agent: "marie", needs: .supervisor)) {
      try store.append([StoreFixture.draft(promotion)])
    }
    #expect(try store.activeModel(.restaurants) == nil)
    let promote = StoreFixture.draft(
      .role(Agent(id: "marie", role: .supervisor)), agent: StoreFixture.administrator)
    try store.append([promote])
    try store.append([StoreFixture.draft(promotion)])
    #expect(try store.activeModel(.restaurants)?.version == 1)
    #expect(try store.agents().map(\.id) == ["claire", "marie"])
  }

  @Test(arguments: Kind.allCases)
  func oneVersionIsActive(kind: Kind) throws {
    let store = try Self.filled(kind)
    let summary = TrainingSummary(exampleCount: 1, decisionCount: 0, lastSequence: 0, figures: [])
    for version in 1...3 {
      let model = try store.saveCandidate(
        project: .restaurants, content: Data([UInt8(version)]), summary: summary,
        agent: StoreFixture.administrator, now: StoreFixture.now)
      #expect(model.version == version)
    }
    for version in [1, 3, 2] {
      try store.append([
        StoreFixture.draft(
          .promotion(
            ModelEvent(project: .restaurants, version: version, sha256: "", previous: nil)),
          agent: StoreFixture.administrator)
      ])
      let active = try store.models(.restaurants).filter { $0.state == .active }
      #expect(active.map(\.version) == [version])
    }
    #expect(throws: StoreError.self) {
      try store.append([
        StoreFixture.draft(
          .promotion(ModelEvent(project: .restaurants, version: 9, sha256: "", previous: nil)),
          agent: StoreFixture.administrator)
      ])
    }
    #expect(try store.activeModel(.restaurants)?.version == 2)
  }

  @Test(arguments: Kind.allCases)
  func knowledgeIsWrittenRemovedAndUndone(kind: Kind) throws {
    let store = try Self.filled(kind)
    func edit(_ values: [String: String]?) -> LedgerDraft {
      StoreFixture.draft(
        .knowledge(
          KnowledgeEdit(project: .restaurants, table: "joins", key: "k", values: values)))
    }
    try store.append([edit(["a": "1"])])
    let second = try store.append([edit(["a": "2"])])[0]
    #expect(try store.knowledge(project: .restaurants, table: "joins")[0].values == ["a": "2"])
    try store.append([
      StoreFixture.draft(
        .undo(cancels: second.sequence, subject: nil, project: .restaurants))
    ])
    #expect(try store.knowledge(project: .restaurants, table: "joins")[0].values == ["a": "1"])
    try store.append([edit(nil)])
    #expect(try store.knowledge(project: .restaurants, table: "joins").isEmpty)
  }

  @Test(arguments: Kind.allCases)
  func aLeaseHandsAnItemOutOnce(kind: Kind) throws {
    let store = try Self.filled(kind)
    let now = StoreFixture.now
    #expect(try store.claim("x", agent: "marie", seconds: 60, now: now))
    #expect(try !store.claim("x", agent: "paul", seconds: 60, now: now))
    #expect(try store.claim("x", agent: "marie", seconds: 60, now: now))
    #expect(try store.claim("x", agent: "paul", seconds: 60, now: now.adding(seconds: 61)))
  }

  /// Whatever the events and undos, the tables say what the remaining events say.
  @Test(arguments: Kind.allCases)
  func randomEventsAndUndosKeepTheProjectionTrue(kind: Kind) throws {
    let store = try Self.filled(kind)
    var generator = Lehmer(state: 42)
    for _ in 0..<150 {
      let subject = generator.next(2) == 0 ? Self.one : Self.two
      let verdict = Verdict.allCases[generator.next(4)]
      if generator.next(3) == 0 {
        let cancels = generator.next(max(1, try store.head().sequence)) + 1
        let event = try store.events(after: cancels - 1, limit: 1).first
        _ = try? store.append([
          StoreFixture.draft(
            .undo(cancels: cancels, subject: event?.payload.subject, project: .restaurants))
        ])
      } else {
        try store.append([
          StoreFixture.draft(
            StoreFixture.decision(
              subject, verdict, part: generator.next(4) == 0 ? "p1" : nil, note: "n"))
        ])
      }
    }
    for suggestion in [Self.one, Self.two] {
      let detail = try #require(try store.detail(suggestion.id))
      var standing = Standing()
      for event in detail.history where !detail.undone.contains(event.sequence) {
        standing.apply(event.payload)
      }
      #expect(detail.status == standing.status)
      #expect(detail.partStatuses == standing.parts)
    }
    #expect(try store.verify(expectedHead: try store.head()).isIntact)
  }
}

/// A small generator, so that the property test repeats.
struct Lehmer {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
