import Foundation
import Review
import ReviewStore
import Synchronization
import Testing

@testable import Session

@Suite struct UndoServiceTests {
  static func service(_ store: any ReviewStore) -> DecisionService {
    DecisionService(store: store, panel: FakeEngine().panel)
  }

  static func state(_ store: any ReviewStore, _ id: String) throws -> SuggestionRow {
    let all = SuggestionQuery(project: .restaurants, statuses: [])
    let rows = try store.window(all, anchor: .start, limit: 10).rows
    return try #require(rows.first { $0.id == id })
  }

  @Test func stepsAreTakenBackOneByOne() throws {
    let store = try ServiceTests.filled()
    let service = Self.service(store)
    let row = try ServiceTests.first(store)
    let now = ServiceTests.now
    _ = try service.record(ServiceTests.decision(row, .accept), agent: "marie", now: now)
    _ = try service.follow(
      row.id, to: "done", from: "todo", note: "fait", agent: "marie", now: now)
    #expect(try Self.state(store, row.id).followUp == "done")
    #expect(try service.undoLast(agent: "marie", now: now).count == 1)
    #expect(try Self.state(store, row.id).followUp == "todo")
    #expect(try service.undoLast(agent: "marie", now: now).count == 2)
    #expect(try Self.state(store, row.id).status == .open)
    #expect(try store.verify(expectedHead: nil).isIntact)
  }

  /// A step that was taken back by itself does not stand in the way of its acceptance.
  @Test func anAcceptanceIsUndoneThoughItsStepWasUndoneBefore() throws {
    let store = try ServiceTests.filled()
    let service = Self.service(store)
    let row = try ServiceTests.first(store)
    let now = ServiceTests.now
    let events = try service.record(
      ServiceTests.decision(row, .accept), agent: "marie", now: now)
    _ = try service.undo(sequence: events[1].sequence, agent: "marie", now: now)
    #expect(try Self.state(store, row.id).followUp == nil)
    _ = try service.undo(sequence: events[0].sequence, agent: "marie", now: now)
    #expect(try Self.state(store, row.id).status == .open)
    #expect(throws: StoreError.cannotUndo(sequence: events[0].sequence)) {
      try service.undo(sequence: events[0].sequence, agent: "marie", now: now)
    }
  }

  @Test func everybodyUndoesTheirOwn() throws {
    let store = try ServiceTests.filled()
    let service = Self.service(store)
    let rows = try store.window(
      SuggestionQuery(project: .restaurants), anchor: .start, limit: 3
    ).rows
    let now = ServiceTests.now
    _ = try service.record(ServiceTests.decision(rows[0], .later), agent: "marie", now: now)
    _ = try service.record(ServiceTests.decision(rows[1], .later), agent: "paul", now: now)
    _ = try service.undoLast(agent: "marie", now: now)
    #expect(try Self.state(store, rows[0].id).status == .open)
    #expect(try Self.state(store, rows[1].id).status == .later)
    #expect(throws: EngineError.self) { try service.undoLast(agent: "marie", now: now) }
    let detail = try #require(try store.detail(rows[1].id))
    #expect(throws: EngineError.self) {
      try service.undoLast(of: detail, agent: "marie", now: now)
    }
    #expect(try service.undoLast(of: detail, agent: "paul", now: now).count == 1)
  }

  @Test func severalDecisionsAreOneOrNone() throws {
    let store = try ServiceTests.filled()
    let rows = try store.window(
      SuggestionQuery(project: .restaurants), anchor: .start, limit: 3
    ).rows
    var decisions = rows.map { ServiceTests.decision($0, .accept) }
    decisions[2].part = "nowhere"
    #expect(throws: EngineError.self) {
      try Self.service(store).record(decisions, agent: "marie", now: ServiceTests.now)
    }
    #expect(try store.head().sequence == 1)
    decisions[2].part = nil
    let events = try Self.service(store).record(decisions, agent: "marie", now: ServiceTests.now)
    #expect(events.count == 6)
  }

  @Test func partsHaveTheirOwnReasons() throws {
    let store = try ServiceTests.filled()
    let row = try ServiceTests.first(store)
    var decision = ServiceTests.decision(row, .reject, reason: "wrong")
    decision.part = "p"
    #expect(throws: EngineError.self) {
      try Self.service(store).record(decision, agent: "marie", now: ServiceTests.now)
    }
  }
}

@Suite struct KnowledgeServiceTests {
  static func service(_ store: any ReviewStore) -> KnowledgeService {
    KnowledgeService(
      store: store, project: .restaurants, table: ActingEngine().panel.tables[1])
  }

  @Test func whatIsWrittenLiesOverWhatTheTableStartsWith() throws {
    let store = try ServiceTests.filled()
    let service = Self.service(store)
    #expect(try service.rows().map(\.values) == [["k": "first", "n": "1"]])
    try service.set(["k": "first", "n": "5"], agent: "marie", now: ServiceTests.now)
    #expect(try service.rows().map(\.values) == [["k": "first", "n": "5"]])
    try service.set(["k": "a"], agent: "marie", now: ServiceTests.now)
    #expect(try service.rows().map(\.key) == ["a", "first"])
  }

  /// A row that the table starts with can be removed, and written again.
  @Test func firstRowsAreRemovedToo() throws {
    let store = try ServiceTests.filled()
    let service = Self.service(store)
    try service.remove("first", agent: "marie", now: ServiceTests.now)
    #expect(try service.rows().isEmpty)
    #expect(throws: EngineError.self) {
      try service.remove("first", agent: "marie", now: ServiceTests.now)
    }
    try service.set(["k": "first", "n": "2"], agent: "marie", now: ServiceTests.now)
    #expect(try service.rows().map(\.values) == [["k": "first", "n": "2"]])
    #expect(try store.verify(expectedHead: nil).isIntact)
  }

  @Test func enginesAreToldTheRowsThatStand() throws {
    let store = try ServiceTests.filled()
    let panel = ActingEngine().panel
    let before = try Circumstances.of(panel, in: store, at: ServiceTests.now)
    #expect(before.knowledge["open"]?.map(\.key) == ["first"])
    #expect(before.knowledge["t"]?.isEmpty == true)
    #expect(before.today == ServiceTests.now.day && before.model == nil)
    #expect(before.pseudonymSalt == "memory")
    try Self.service(store).remove("first", agent: "marie", now: ServiceTests.now)
    let after = try Circumstances.of(panel, in: store, at: ServiceTests.now)
    #expect(after.knowledge["open"]?.isEmpty == true)
  }

  @Test func wrongValuesAreNotWritten() throws {
    let store = try ServiceTests.filled()
    #expect(throws: KnowledgeError.self) {
      try Self.service(store).set(["k": "a", "n": "0"], agent: "marie", now: ServiceTests.now)
    }
    #expect(try store.head().sequence == 1)
  }
}

/// A sink's observer that can be told to stop.
final class StoppableObserver: AnalysisObserver {
  private let stop = Mutex(false)
  var isCancelled: Bool { stop.withLock { $0 } }
  func cancel() { stop.withLock { $0 = true } }
  func progressed(_ progress: AnalysisProgress) {}
  func refused(_ refusal: Refusal) {}
}

/// Keeps what it is told.
final class WarningObserver: AnalysisObserver {
  private let heard = Mutex<[LocalizedText]>([])
  var warnings: [LocalizedText] { heard.withLock { $0 } }
  var isCancelled: Bool { false }
  func progressed(_ progress: AnalysisProgress) {}
  func refused(_ refusal: Refusal) {}
  func warned(_ warning: LocalizedText) { heard.withLock { $0.append(warning) } }
}

@Suite struct WarningTests {
  /// A warning passes through the sinks and the count, and is no refusal.
  @Test func warningsAreHeardAndNotCounted() throws {
    let store = MemoryStore(agent: "claire")
    let observer = WarningObserver()
    let counting = CountingObserver(observer)
    let warning = LocalizedText(fr: "attention", en: "attention please")
    StoreSink(store: store, observer: counting).warned(warning)
    RankingSink(store: store, observer: counting).warned(warning)
    #expect(observer.warnings == [warning, warning])
    #expect(counting.refusalCount == 0)
    QuietObserver().warned(warning)
  }
}

@Suite struct StoreSinkTests {
  static func suggestions(_ range: Range<Int>) -> [Suggestion] {
    range.map { number in
      Suggestion(
        project: .restaurants, naturalKey: "s\(number)", title: "s\(number)", place: "",
        score: Score(0.5, basis: .rule(level: 1)),
        provenance: Provenance(
          file: "", sha256: "", row: nil, engine: "e", time: ServiceTests.now))
    }
  }

  @Test func everythingIsWrittenWhenItHasFinished() throws {
    let store = MemoryStore(agent: "claire")
    let sink = StoreSink(store: store, observer: QuietObserver())
    for chunk in 0..<20 {
      try sink.receive(suggestions: Self.suggestions(chunk * 10..<chunk * 10 + 10))
    }
    let record = SourceRecord(project: .restaurants, kind: "k", key: "1", content: Data([1]))
    let newer = SourceRecord(project: .restaurants, kind: "k", key: "1", content: Data([2]))
    try sink.receive(records: [record])
    try sink.receive(records: [newer])
    try sink.finish()
    #expect(sink.suggestionCount == 200 && sink.documentCount == 0)
    #expect(try store.counts(.restaurants, today: ServiceTests.now.day).open == 200)
    try store.records.forEachRecord(project: .restaurants, kind: "k") { record in
      #expect(record.content == Data([2]))
      return true
    }
  }

  @Test func aFailedWriteStopsTheAnalysis() {
    let sink = StoreSink(store: FailingStore(), observer: QuietObserver())
    #expect(throws: StoreError.full(path: "/full")) {
      for chunk in 0..<50 { try sink.receive(suggestions: Self.suggestions(chunk..<chunk + 1)) }
      try sink.finish()
    }
    #expect(throws: StoreError.full(path: "/full")) { try sink.finish() }
  }

  @Test func aStopIsACancellation() throws {
    let observer = StoppableObserver()
    let store = MemoryStore(agent: "claire")
    let sink = StoreSink(store: store, observer: observer)
    try sink.receive(suggestions: Self.suggestions(0..<5))
    observer.cancel()
    #expect(sink.isCancelled)
    #expect(throws: CancellationError.self) {
      try sink.receive(suggestions: Self.suggestions(5..<9))
    }
    try sink.finish()
    #expect(try store.counts(.restaurants, today: ServiceTests.now.day).open == 5)
  }

  /// An import that the disk ends in the middle is told, and no import is recorded.
  @Test func aFailedAnalysisRecordsNoImport() {
    #expect(throws: StoreError.full(path: "/full")) {
      try AnalysisService(store: FailingStore(), engine: FakeEngine()).run(
        sources: [URL(fileURLWithPath: "/x/a.csv")],
        circumstances: AnalysisRequest(
          today: ServiceTests.now.day, now: ServiceTests.now, model: nil, pseudonymSalt: ""),
        agent: "claire", observer: QuietObserver())
    }
  }
}
