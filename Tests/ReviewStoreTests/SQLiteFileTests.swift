import Foundation
import GRDB
import Review
import Testing

@testable import ReviewStore

@Suite struct SQLiteFileTests {
  static func opened(_ path: String) throws -> SQLiteStore {
    try SQLiteStore(path: path, agent: StoreFixture.administrator, now: StoreFixture.now)
  }

  @Test func theFileIsTheOwnersAlone() throws {
    let path = StoreFixture.path()
    _ = try Self.opened(path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? Int) == 0o600)
    let folder = (path as NSString).deletingLastPathComponent
    let around = try FileManager.default.attributesOfItem(atPath: folder)
    #expect((around[.posixPermissions] as? Int) == 0o700)
  }

  @Test func whatWasWrittenIsThereWhenOpenedAgain() throws {
    let path = StoreFixture.path()
    let salt: String
    do {
      let store = try Self.opened(path)
      salt = try store.pseudonymSalt()
      try store.save(suggestions: [LedgerConformanceTests.one])
      try store.append([
        StoreFixture.draft(StoreFixture.decision(LedgerConformanceTests.one))
      ])
    }
    let store = try Self.opened(path)
    #expect(try store.detail(LedgerConformanceTests.one.id)?.status == .accepted)
    #expect(try store.pseudonymSalt() == salt)
    #expect(try store.agent(StoreFixture.administrator).role == .administrator)
  }

  @Test func aNewerStoreIsLeftAlone() throws {
    let path = StoreFixture.path()
    try Self.opened(path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    #expect(throws: StoreError.newer(path: path, version: 99)) { try Self.opened(path) }
  }

  @Test(arguments: [
    Data("this is not a database, only a text that is long enough".utf8),
    Data("SQLite format 3\0".utf8) + Data(repeating: 0xAB, count: 4096),
  ])
  func whatIsNoStoreIsLeftAsItWas(content: Data) throws {
    let path = StoreFixture.path()
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try content.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.self) { try Self.opened(path) }
    #expect(FileManager.default.contents(atPath: path) == content)
  }

  @Test func anotherProgramsDatabaseIsRefused() throws {
    let path = StoreFixture.path()
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE photos(id)") }
    #expect(throws: StoreError.self) { try Self.opened(path) }
  }

  @Test func aFolderThatCannotBeMadeIsOneSentence() {
    let error = #expect(throws: StoreError.self) { try Self.opened("/proc/vigie/store.sqlite") }
    #expect(error?.message.fr.contains("/proc/vigie/store.sqlite") == true)
  }

  @Test(arguments: [
    "UPDATE ledger SET agent = 'autre' WHERE sequence = 2", "DELETE FROM ledger WHERE sequence = 2",
  ])
  func theLedgerRefusesChanges(sql: String) throws {
    let store = try Self.chain()
    #expect(throws: StoreError.self) { try store.write { try $0.execute(sql: sql) } }
    #expect(try store.verify(expectedHead: nil).isIntact)
  }

  /// Somebody who owns the file can drop the triggers; the chain then tells.
  @Test(arguments: [
    (
      "UPDATE ledger SET content = replace(content, 'accept', 'reject') WHERE sequence = 2",
      "content"
    ),
    ("UPDATE ledger SET agent = 'autre' WHERE sequence = 2", "column"),
    ("DELETE FROM ledger WHERE sequence = 2", "sequence"),
    ("UPDATE personal SET text = 'autre' WHERE sequence = 2", "personal"),
    ("UPDATE ledger SET hash = zeroblob(32) WHERE sequence = 2", "content"),
  ])
  func whatWasTamperedWithIsFound(sql: String, kind: String) throws {
    let store = try Self.chain()
    try store.write { db in
      try db.execute(sql: "DROP TRIGGER ledger_kept; DROP TRIGGER ledger_whole;")
      try db.execute(sql: sql)
    }
    let fault = try #require(try store.verify(expectedHead: nil).fault)
    #expect(String(describing: fault.kind) == kind)
    #expect(fault.sequence == 2 || fault.sequence == 3)
  }

  static func chain() throws -> SQLiteStore {
    let store = try opened(StoreFixture.path())
    try store.save(suggestions: [LedgerConformanceTests.one])
    for _ in 0..<3 {
      try store.append([
        StoreFixture.draft(StoreFixture.decision(LedgerConformanceTests.one, note: "n"))
      ])
    }
    return store
  }

  @Test func anotherConnectionSeesTheChange() throws {
    let path = StoreFixture.path()
    let store = try Self.opened(path)
    let other = try Self.opened(path)
    try store.save(suggestions: [LedgerConformanceTests.one])
    let before = try other.changeToken()
    #expect(try other.changeToken() == before)
    try store.append([StoreFixture.draft(StoreFixture.decision(LedgerConformanceTests.one))])
    #expect(try other.changeToken() != before)
  }

  @Test func ownWritesAreSeenAndReadingIsNone() throws {
    let store = try Self.opened(StoreFixture.path())
    let empty = try store.changeToken()
    try store.save(suggestions: [LedgerConformanceTests.one])
    let saved = try store.changeToken()
    #expect(saved != empty)
    _ = try store.window(SuggestionQuery(project: .restaurants), anchor: .start, limit: 5)
    _ = try store.detail(LedgerConformanceTests.one.id)
    #expect(try store.changeToken() == saved)
  }

  @Test func bulkStoresAreLikeOthers() throws {
    let path = StoreFixture.path()
    let bulk = try SQLiteStore(
      path: path, agent: StoreFixture.administrator, now: StoreFixture.now, isBulk: true)
    try bulk.save(suggestions: (0..<900).map { StoreFixture.suggestion($0, value: 0.5) })
    let other = try Self.opened(path)
    let query = SuggestionQuery(project: .restaurants)
    #expect(try other.window(query, anchor: .start, limit: 1).total == 900)
    #expect(try other.verify(expectedHead: nil).isIntact)
  }

  @Test func manyWritersKeepOneChain() async throws {
    let path = StoreFixture.path()
    try Self.opened(path).save(suggestions: [LedgerConformanceTests.one])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let store = try Self.opened(path)
          for _ in 0..<25 {
            try store.append([
              StoreFixture.draft(
                StoreFixture.decision(LedgerConformanceTests.one), agent: "agent\(writer)")
            ])
          }
        }
      }
      try await group.waitForAll()
    }
    let result = try Self.opened(path).verify(expectedHead: nil)
    #expect(result.isIntact && result.verified == 100)
  }

  /// A hundred thousand rows cost what ten do.
  @Test func aWindowDeepInALongListIsQuick() throws {
    let store = try Self.opened(StoreFixture.path())
    let count = 20_000
    try store.save(
      suggestions: (0..<count).map {
        StoreFixture.suggestion($0, value: Double($0) / Double(count))
      })
    let query = SuggestionQuery(project: .restaurants)
    let middle = SuggestionKey(priority: 0.5, id: "")
    let clock = ContinuousClock()
    _ = try store.window(query, anchor: .from(middle), limit: 60)
    let time = try clock.measure { _ = try store.window(query, anchor: .from(middle), limit: 60) }
    #expect(time < .milliseconds(600))
    let window = try store.window(query, anchor: .from(middle), limit: 60)
    #expect(window.rows.count == 60 && window.total == count)
    #expect(abs(window.before - count / 2) <= 1)
    #expect(
      try store.window(
        SuggestionQuery(project: .restaurants, text: "1234"), anchor: .start, limit: 10
      ).total == 11)
  }
}
