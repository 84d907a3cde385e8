import Foundation
import Review
import Synchronization
import Testing

@testable import ReviewStore

/// What several tasks add to.
private final class Tally<Value: Sendable>: Sendable {
  private let values = Mutex([Value]())

  func add(_ value: Value) { values.withLock { $0.append(value) } }

  var all: [Value] { values.withLock { $0 } }
}

@Suite struct ConcurrencyTests {
  /// Two connections hand each suggestion out once.
  @Test func twoConnectionsClaimEachOnce() async throws {
    let path = StoreFixture.path()
    let stores = [try SQLiteFileTests.opened(path), try SQLiteFileTests.opened(path)]
    let won = Tally<String>()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, store) in stores.enumerated() {
        group.addTask {
          for item in 0..<40 {
            let id = "s\(item)"
            if try store.claim(id, agent: "a\(number)", seconds: 60, now: StoreFixture.now) {
              won.add(id)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(won.all.count == 40 && Set(won.all).count == 40)
  }

  /// While one connection imports, another decides and reads; each window is one state of the list.
  @Test func readersSeeWholeStatesWhileOthersWrite() async throws {
    let path = StoreFixture.path()
    let writer = try SQLiteFileTests.opened(path)
    let reader = try SQLiteFileTests.opened(path)
    try writer.save(suggestions: (0..<50).map { StoreFixture.suggestion($0, value: 0.5) })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 50..<450 {
          try writer.save(suggestions: [StoreFixture.suggestion(number, value: 0.5)])
        }
      }
      group.addTask {
        for number in 0..<50 {
          try reader.append([
            StoreFixture.draft(StoreFixture.decision(StoreFixture.suggestion(number, value: 0.5)))
          ])
        }
      }
      group.addTask {
        for _ in 0..<60 {
          let all = SuggestionQuery(project: .restaurants, statuses: [])
          let window = try reader.window(all, anchor: .start, limit: 1000)
          #expect(window.rows.count == window.total)
          let counts = try reader.counts(.restaurants, today: StoreFixture.today)
          #expect(counts.total >= 50 && counts.accepted <= 50)
        }
      }
      try await group.waitForAll()
    }
    let counts = try writer.counts(.restaurants, today: StoreFixture.today)
    #expect(counts.total == 450 && counts.accepted == 50 && counts.open == 400)
    #expect(try writer.verify(expectedHead: nil).verified == 50)
  }

  /// Two programs that read the same files leave each suggestion once.
  @Test func twoImportsOfTheSameFilesAgree() async throws {
    let path = StoreFixture.path()
    let stores = [try SQLiteFileTests.opened(path), try SQLiteFileTests.opened(path)]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for store in stores {
        group.addTask {
          try store.save(suggestions: (0..<700).map { StoreFixture.suggestion($0, value: 0.25) })
          try store.save(documents: (0..<50).map { StoreFixture.document("\($0)", "sale \($0)") })
        }
      }
      try await group.waitForAll()
    }
    let query = SuggestionQuery(project: .restaurants)
    #expect(try stores[0].window(query, anchor: .start, limit: 1).total == 700)
    let words = SuggestionQuery(project: .restaurants, text: "cafe 69")
    #expect(try stores[1].window(words, anchor: .start, limit: 20).total == 11)
    #expect(try stores[0].search("sale", project: .restaurants, limit: 100).count == 50)
  }

  @Test(arguments: StoreFixture.Kind.allCases)
  func theTokenTellsThatSomethingWasWritten(kind: StoreFixture.Kind) throws {
    let store = try LedgerConformanceTests.filled(kind)
    let first = try store.changeToken()
    #expect(try store.changeToken() == first)
    try store.append([StoreFixture.draft(StoreFixture.decision(LedgerConformanceTests.one))])
    let second = try store.changeToken()
    #expect(second != first)
    try store.save(documents: [StoreFixture.document("a", "b")])
    #expect(try store.changeToken() != second)
  }

  /// Candidates made at the same time by two trainings have versions of their own.
  @Test func candidatesOfTwoTrainingsHaveTheirOwnVersions() async throws {
    let path = StoreFixture.path()
    let stores = [try SQLiteFileTests.opened(path), try SQLiteFileTests.opened(path)]
    let versions = Tally<Int>()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for store in stores {
        group.addTask {
          for byte in 0..<6 {
            let model = try store.saveCandidate(
              project: .letters, content: Data([UInt8(byte)]),
              summary: TrainingSummary(
                exampleCount: 1, decisionCount: 0, lastSequence: 0, figures: []),
              agent: "marie", now: StoreFixture.now)
            versions.add(model.version)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(versions.all.sorted() == Array(1...12))
    #expect(try stores[0].models(.letters).map(\.version) == Array((1...12).reversed()))
    #expect(try stores[0].activeModel(.letters) == nil && stores[0].models(.parcels).isEmpty)
  }
}
