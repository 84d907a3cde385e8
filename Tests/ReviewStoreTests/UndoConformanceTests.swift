import Foundation
import Review
import Testing

@testable import ReviewStore

@Suite struct UndoConformanceTests {
  typealias Kind = StoreFixture.Kind
  static let one = LedgerConformanceTests.one
  static let two = LedgerConformanceTests.two

  static func followUp(_ state: String, due: Int? = nil, note: String? = nil) -> LedgerPayload {
    .followUp(
      FollowUp(
        suggestion: one.id, project: .restaurants, state: state,
        due: due.map { StoreFixture.today.adding(days: $0) }, note: note))
  }

  static func undo(_ sequence: Int) -> LedgerDraft {
    StoreFixture.draft(.undo(cancels: sequence, subject: nil, project: nil))
  }

  static func row(_ store: any ReviewStore) throws -> SuggestionRow {
    let all = SuggestionQuery(project: .restaurants, statuses: [])
    let rows = try store.window(all, anchor: .start, limit: 10).rows
    return try #require(rows.first { $0.id == one.id })
  }

  /// An undo that does not say what it is about is still found in the history it belongs to.
  @Test(arguments: Kind.allCases)
  func anUndoIsAboutWhatItCancels(kind: Kind) throws {
    let store = try LedgerConformanceTests.filled(kind)
    try store.append([StoreFixture.draft(StoreFixture.decision(Self.one))])
    let undo = try store.append([Self.undo(1)])[0]
    #expect(undo.payload == .undo(cancels: 1, subject: Self.one.id, project: .restaurants))
    let wrong = LedgerPayload.undo(cancels: 3, subject: Self.two.id, project: .letters)
    try store.append([StoreFixture.draft(StoreFixture.decision(Self.one, .later))])
    #expect(try store.append([StoreFixture.draft(wrong)])[0].payload.subject == Self.one.id)
    let detail = try #require(try store.detail(Self.one.id))
    #expect(detail.undone == [1, 3] && detail.history.count == 4 && detail.status == .open)
    #expect(try store.detail(Self.two.id)?.history.isEmpty == true)
    #expect(try store.verify(expectedHead: nil).isIntact)
  }

  @Test(arguments: Kind.allCases)
  func followUpsShowOnlyOnWhatIsAccepted(kind: Kind) throws {
    let store = try LedgerConformanceTests.filled(kind)
    try store.append([
      StoreFixture.draft(StoreFixture.decision(Self.one)),
      StoreFixture.draft(Self.followUp("planned", due: -1)),
    ])
    #expect(try Self.row(store).followUp == "planned")
    #expect(try Self.row(store).due == StoreFixture.today.adding(days: -1))
    #expect(try store.counts(.restaurants, today: StoreFixture.today).overdue == 1)
    #expect(
      try store.counts(.restaurants, today: StoreFixture.today.adding(days: -1)).overdue == 0)
    try store.append([StoreFixture.draft(StoreFixture.decision(Self.one, .reject))])
    #expect(try Self.row(store).followUp == nil && Self.row(store).due == nil)
    #expect(try store.counts(.restaurants, today: StoreFixture.today).overdue == 0)
    try store.append([Self.undo(3)])
    #expect(try Self.row(store).followUp == "planned")
  }

  @Test(arguments: Kind.allCases)
  func undoingAStepGoesBackToTheOneBefore(kind: Kind) throws {
    let store = try LedgerConformanceTests.filled(kind)
    try store.append([
      StoreFixture.draft(StoreFixture.decision(Self.one)),
      StoreFixture.draft(Self.followUp("planned", due: 3)),
      StoreFixture.draft(Self.followUp("done")),
    ])
    #expect(try Self.row(store).followUp == "done" && Self.row(store).due == nil)
    try store.append([Self.undo(3)])
    #expect(try Self.row(store).followUp == "planned" && Self.row(store).due != nil)
    #expect(try store.labelledFollowUps(project: .restaurants).map(\.step.state) == ["planned"])
    try store.append([Self.undo(2)])
    #expect(try Self.row(store).followUp == nil)
    #expect(try store.labelledFollowUps(project: .restaurants).isEmpty)
  }

  @Test(arguments: Kind.allCases)
  func notesAreCountedUntilTheyAreUndone(kind: Kind) throws {
    let store = try LedgerConformanceTests.filled(kind)
    try store.append([
      StoreFixture.draft(StoreFixture.decision(Self.one, .annotate, note: "vu")),
      StoreFixture.draft(StoreFixture.decision(Self.one, .accept, note: "d'accord")),
      StoreFixture.draft(StoreFixture.decision(Self.one, .later)),
    ])
    #expect(try Self.row(store).noteCount == 2 && Self.row(store).status == .later)
    try store.append([Self.undo(1), Self.undo(3)])
    #expect(try Self.row(store).noteCount == 1 && Self.row(store).status == .accepted)
    #expect(try store.labelledDecisions(project: .restaurants).map(\.sequence) == [2])
  }

  /// What is recorded for good is not undone: undos, imports, roles, models, erasures, accesses.
  @Test(arguments: Kind.allCases)
  func someEventsAreNeverUndone(kind: Kind) throws {
    let store = try LedgerConformanceTests.filled(kind)
    let access = AccessRecord(project: .restaurants, subject: Self.one.id, reason: "r")
    let payloads: [LedgerPayload] = [
      StoreFixture.decision(Self.one), .undo(cancels: 1, subject: nil, project: nil),
      .importing(
        ImportRecord(project: .restaurants, files: [:], rows: 1, refused: 0, suggestions: 1)),
      .reading(access), .unmasking(access), .role(Agent(id: "x", role: .expert)),
      .erasure(sequence: 1, reason: "r"),
    ]
    let agent = StoreFixture.administrator
    try store.append(payloads.map { StoreFixture.draft($0, agent: agent) })
    for sequence in 1...payloads.count {
      #expect(throws: StoreError.cannotUndo(sequence: sequence)) {
        try store.append([
          StoreFixture.draft(
            .undo(cancels: sequence, subject: nil, project: nil), agent: agent)
        ])
      }
    }
    #expect(try store.head().sequence == payloads.count)
  }

  @Test(arguments: Kind.allCases)
  func knowledgeGoesBackThroughItsHistory(kind: Kind) throws {
    let store = try LedgerConformanceTests.filled(kind)
    func edit(_ key: String, _ values: [String: String]?) -> LedgerDraft {
      StoreFixture.draft(
        .knowledge(KnowledgeEdit(project: .restaurants, table: "t", key: key, values: values)))
    }
    func rows() throws -> [String: String] {
      let all = try store.knowledge(project: .restaurants, table: "t")
      #expect(all.map(\.key) == all.map(\.key).sorted())
      return Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0.values["v"] ?? "") })
    }
    try store.append([
      edit("a", ["v": "1"]), edit("b", ["v": "1"]), edit("a", ["v": "2"]), edit("a", nil),
      edit("b", ["v": "été"]),
    ])
    #expect(try rows() == ["b": "été"])
    try store.append([Self.undo(4)])
    #expect(try rows() == ["a": "2", "b": "été"])
    try store.append([Self.undo(1)])
    #expect(try rows() == ["a": "2", "b": "été"])
    try store.append([Self.undo(3)])
    #expect(try rows() == ["b": "été"])
    try store.append([Self.undo(5), Self.undo(2)])
    #expect(try rows().isEmpty)
    #expect(try store.knowledge(project: .letters, table: "t").isEmpty)
  }

  @Test(arguments: Kind.allCases)
  func whatIsNotThereCannotBeErased(kind: Kind) throws {
    let store = try LedgerConformanceTests.filled(kind)
    try store.append([StoreFixture.draft(StoreFixture.decision(Self.one, note: "n"))])
    #expect(throws: StoreError.unknown("event 9")) {
      try store.erase(
        personalOf: 9, reason: "r", agent: StoreFixture.administrator, now: StoreFixture.now)
    }
    #expect(throws: StoreError.notAllowed(agent: "marie", needs: .administrator)) {
      try store.erase(personalOf: 1, reason: "r", agent: "marie", now: StoreFixture.now)
    }
    guard case .decision(let decision) = try store.events(after: 0, limit: 1)[0].payload else {
      Issue.record("not a decision")
      return
    }
    #expect(decision.note == "n")
    #expect(try store.head().sequence == 1)
  }

  /// Names of columns and files may hold anything; the row is read back and the chain holds.
  @Test(arguments: Kind.allCases)
  func anyNameIsKept(kind: Kind) throws {
    let store = try LedgerConformanceTests.filled(kind)
    let names = ["a=b.csv", "l1\nl2.csv", "100 %.csv", "é.csv", "=", ""]
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, "00") })
    let record = ImportRecord(
      project: .restaurants, files: files, rows: 1, refused: 0, suggestions: 1)
    let decision = Decision(
      suggestion: Self.one.id, project: .restaurants, verdict: .reject, reason: "r",
      correction: ["type=autre\n%": "x=1:y\n"],
      seen: .init(model: nil, score: 0, rank: 1, seconds: 0, language: .english))
    let drafts = [LedgerPayload.importing(record), .decision(decision)]
    try store.append(drafts.map { StoreFixture.draft($0) })
    #expect(
      try store.events(after: 0, limit: 9).map { DifferentialTests.plain($0.payload) }
        == drafts.map { DifferentialTests.plain($0) })
    #expect(try store.verify(expectedHead: nil).verified == 2)
  }

  @Test(arguments: Kind.allCases)
  func theDaysWorkIsCountedWithoutWhatWasUndone(kind: Kind) throws {
    let store = try LedgerConformanceTests.filled(kind)
    let yesterday = LedgerDraft(
      time: StoreFixture.now.adding(seconds: -86_400), agent: "marie",
      payload: StoreFixture.decision(Self.two))
    try store.append([
      yesterday, StoreFixture.draft(StoreFixture.decision(Self.one)),
      StoreFixture.draft(StoreFixture.decision(Self.one, .later)),
    ])
    #expect(try store.counts(.restaurants, today: StoreFixture.today).decidedToday == 1)
    try store.append([Self.undo(2), Self.undo(3)])
    #expect(try store.counts(.restaurants, today: StoreFixture.today).decidedToday == 0)
  }

  /// A decision gives the suggestion back to everybody.
  @Test(arguments: Kind.allCases)
  func aDecisionEndsALease(kind: Kind) throws {
    let store = try LedgerConformanceTests.filled(kind)
    #expect(try store.claim(Self.one.id, agent: "marie", seconds: 600, now: StoreFixture.now))
    try store.append([StoreFixture.draft(StoreFixture.decision(Self.one, .later))])
    #expect(try store.claim(Self.one.id, agent: "paul", seconds: 600, now: StoreFixture.now))
  }
}
