import Oversight
import Review
import ReviewStore
import Testing

@testable import Session

@Suite struct RetentionServiceTests {
  private static let day = CalendarDate(iso: "2026-11-26") ?? CalendarDate(daysSinceEpoch: 0)

  private static func time(_ daysAgo: Int) -> Timestamp {
    Timestamp(milliseconds: (Int64(day.daysSinceEpoch) - Int64(daysAgo)) * 86_400_000)
  }

  /// A store with a note of 400 days ago, one of 10, and an unmasking of 100.
  private static func filled() throws -> MemoryStore {
    let store = MemoryStore(agent: "claire")
    let suggestion = Suggestion(
      project: .restaurants, naturalKey: "n", title: "t", place: "p",
      score: Score(0.5, basis: .rule(level: 1)),
      provenance: Provenance(file: "a", sha256: "", row: 1, engine: "fake 1", time: time(500)))
    try store.save(suggestions: [suggestion])
    func decide(_ note: String, _ daysAgo: Int) throws {
      _ = try store.append([
        LedgerDraft(
          time: time(daysAgo), agent: "claire",
          payload: .decision(
            Decision(
              suggestion: suggestion.id, project: .restaurants, verdict: .annotate, note: note,
              seen: .init(model: nil, score: 0.5, rank: 1, seconds: 1, language: .french))))
      ])
    }
    try decide("vieille note", 400)
    _ = try store.append([
      LedgerDraft(
        time: time(100), agent: "claire",
        payload: .unmasking(
          AccessRecord(project: .restaurants, subject: suggestion.id, reason: "courrier")))
    ])
    try decide("note récente", 10)
    return store
  }

  private static func set(_ store: MemoryStore, _ kind: String, _ days: String) throws {
    try KnowledgeService(store: store, project: .restaurants, table: RetentionSettings.table).set(
      ["kind": kind, "days": days], agent: "claire", now: time(0))
  }

  private static func service(_ store: MemoryStore) -> RetentionService {
    RetentionService(store: store, panel: FakeEngine().panel)
  }

  @Test func withoutSettingsNothingFalls() throws {
    #expect(try Self.service(Self.filled()).due(today: Self.day).isEmpty)
  }

  @Test func whatIsPastItsPeriodFallsAndTheChainHolds() throws {
    let store = try Self.filled()
    try Self.set(store, "decision", "365")
    let due = try Self.service(store).due(today: Self.day)
    #expect(due.map(\.fields) == [["note"]])
    #expect(due.map(\.limit) == [365])
    let erased = try Self.service(store).apply(agent: "claire", now: Self.time(0))
    #expect(erased == due)
    #expect(try store.verify(expectedHead: nil).isIntact)
    let notes = try store.events(after: 0, limit: 100).compactMap { event -> String? in
      if case .decision(let decision) = event.payload { decision.note } else { nil }
    }
    #expect(notes == ["note récente"])
    #expect(try Self.service(store).due(today: Self.day).isEmpty, "nothing is erased twice")
  }

  @Test func eachKindHasItsOwnPeriod() throws {
    let store = try Self.filled()
    try Self.set(store, "unmasking", "99")
    #expect(try Self.service(store).due(today: Self.day).map(\.kind) == [.unmasking])
    try Self.set(store, "decision", "9")
    #expect(
      try Self.service(store).due(today: Self.day).map(\.kind) == [
        .decision, .unmasking, .decision,
      ])
  }

  @Test(arguments: [("decision", "0"), ("import", "10"), ("decision", "jamais")])
  func otherSettingsAreRefused(kind: String, days: String) throws {
    let store = try Self.filled()
    #expect(throws: (any Error).self) { try Self.set(store, kind, days) }
  }

  @Test func anAgentMayNotErase() throws {
    let store = try Self.filled()
    try Self.set(store, "decision", "365")
    #expect(throws: StoreError.self) {
      try Self.service(store).apply(agent: "marie", now: Self.time(0))
    }
  }
}
