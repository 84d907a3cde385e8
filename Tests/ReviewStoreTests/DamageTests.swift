import Foundation
import GRDB
import Review
import Testing

@testable import ReviewStore

@Suite struct DamageTests {
  static func filled(_ path: String, count: Int = 40) throws -> SQLiteStore {
    let store = try SQLiteFileTests.opened(path)
    try store.save(suggestions: (0..<count).map { StoreFixture.suggestion($0, value: 0.5) })
    try store.save(
      documents: (0..<count).map { StoreFixture.document("\($0)", "texte numéro \($0)") })
    for number in 0..<8 {
      try store.append([
        StoreFixture.draft(
          StoreFixture.decision(StoreFixture.suggestion(number, value: 0.5), note: "n"))
      ])
    }
    return store
  }

  /// Everything that screens and commands read.
  static func readAll(_ store: SQLiteStore) throws {
    let all = SuggestionQuery(project: .restaurants, statuses: [])
    let rows = try store.window(all, anchor: .start, limit: 100).rows
    for row in rows { _ = try store.detail(row.id) }
    _ = try store.window(
      SuggestionQuery(project: .restaurants, text: "cafe"), anchor: .end, limit: 5)
    _ = try store.counts(.restaurants, today: StoreFixture.today)
    _ = try store.facetCounts(all, facet: "commune", limit: 5)
    _ = try store.search("texte", project: .restaurants, limit: 5)
    _ = try store.events(after: 0, limit: 100)
    _ = try store.verify(expectedHead: nil)
    _ = try store.agents()
    try store.records.forEachDocument(project: .restaurants, kind: "review") { _ in true }
  }

  /// A page of a store that was overwritten gives one clear error or is not met; nothing crashes.
  @Test(arguments: 0..<12)
  func overwrittenPagesAreErrorsNeverCrashes(seed: Int) throws {
    let path = StoreFixture.path()
    do {
      let store = try Self.filled(path)
      try store.write { _ in }
      try store.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      try store.pool.close()
    }
    var bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    let pages = bytes.count / 8192
    let page = 1 + seed * max(1, (pages - 1) / 12) % max(1, pages - 1)
    let fill: UInt8 = seed % 2 == 0 ? 0xFF : 0xAB
    for place in page * 8192..<min(bytes.count, (page + 1) * 8192) { bytes[place] = fill }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    do {
      try Self.readAll(try SQLiteFileTests.opened(path))
    } catch let error as StoreError {
      #expect(!error.message.fr.isEmpty)
    }
  }

  @Test(arguments: [100, 4096, 8192, 20_000])
  func truncatedStoresAreRefused(length: Int) throws {
    let path = StoreFixture.path()
    do {
      let store = try Self.filled(path)
      try store.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      try store.pool.close()
    }
    let whole = try #require(FileManager.default.contents(atPath: path))
    try whole.prefix(length).write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.self) { try Self.readAll(try SQLiteFileTests.opened(path)) }
  }

  @Test(arguments: [
    "UPDATE body SET content = x'7B7D'", "UPDATE body SET content = x'00FF'",
  ])
  func unreadableContentIsOneSentence(sql: String) throws {
    let store = try Self.filled(StoreFixture.path())
    try store.write { try $0.execute(sql: sql) }
    let error = #expect(throws: StoreError.self) {
      try store.detail(StoreFixture.suggestion(1, value: 0.5).id)
    }
    #expect(error?.message.en.contains("damaged") == true)
    let all = SuggestionQuery(project: .restaurants, statuses: [])
    #expect(try store.window(all, anchor: .start, limit: 100).rows.count == 40)
  }

  /// A row of the ledger that says nothing any more is left out of lists and found by verification.
  @Test func anUnreadableEventIsFoundByVerification() throws {
    let store = try Self.filled(StoreFixture.path())
    try store.write { db in
      try db.execute(sql: "DROP TRIGGER ledger_kept")
      try db.execute(sql: "UPDATE ledger SET content = x'00' WHERE sequence = 3")
    }
    #expect(try store.events(after: 0, limit: 100).map(\.sequence) == [1, 2, 4, 5, 6, 7, 8])
    #expect(try store.verify(expectedHead: nil).fault?.sequence == 3)
  }

  /// A full disk stores nothing by halves and says so.
  @Test func aFullDiskIsOneSentence() throws {
    let path = StoreFixture.path()
    let store = try Self.filled(path)
    let before = try store.head()
    try store.pool.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let many = (100..<900).map {
      StoreFixture.document("\($0)", String(repeating: "mot ", count: 200))
    }
    #expect(throws: StoreError.full(path: path)) { try store.save(documents: many) }
    #expect(try store.document(many[0].id) == nil)
    #expect(throws: StoreError.full(path: path)) {
      for _ in 0..<500 {
        try store.append([
          StoreFixture.draft(
            StoreFixture.decision(
              StoreFixture.suggestion(1, value: 0.5), note: String(repeating: "n", count: 900)))
        ])
      }
    }
    let result = try store.verify(expectedHead: before)
    #expect(result.isIntact && result.verified >= before.sequence)
    try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
    try store.append([
      StoreFixture.draft(StoreFixture.decision(StoreFixture.suggestion(2, value: 0.5)))
    ])
    #expect(try store.verify(expectedHead: nil).isIntact)
  }

  @Test func anErrorInTheMiddleOfABatchUndoesAllOfIt() throws {
    let store = try Self.filled(StoreFixture.path())
    try store.write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER broken BEFORE INSERT ON ledger WHEN new.sequence = 11
            BEGIN SELECT RAISE(ABORT, 'injected'); END
          """)
    }
    let draft = StoreFixture.draft(
      StoreFixture.decision(StoreFixture.suggestion(30, value: 0.5), .reject, note: "n"))
    #expect(throws: StoreError.failed(reason: "injected")) {
      try store.append(Array(repeating: draft, count: 5))
    }
    #expect(try store.head().sequence == 8)
    let detail = try store.detail(StoreFixture.suggestion(30, value: 0.5).id)
    #expect(detail?.status == .open && detail?.history.isEmpty == true)
    let orphans = try store.read { try Int.fetchOne($0, sql: "SELECT max(sequence) FROM personal") }
    #expect(orphans == 8)
  }

  @Test(.enabled(if: getuid() != 0, "root may write everything"))
  func aStoreThatMayOnlyBeReadIsRead() throws {
    let path = StoreFixture.path()
    do {
      let store = try Self.filled(path)
      try store.pool.close()
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    let store = try SQLiteFileTests.opened(path)
    try Self.readAll(store)
    #expect(throws: StoreError.readOnly(path: path)) {
      try store.append([StoreFixture.draft(.erasure(sequence: 1, reason: "r"))])
    }
  }

  @Test func aFolderIsNoStore() throws {
    let folder = (StoreFixture.path() as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(throws: StoreError.self) { try SQLiteFileTests.opened(folder) }
  }

  @Test func theTablesOfAnOlderVersionAreKept() throws {
    let path = StoreFixture.path()
    do {
      let store = try Self.filled(path, count: 8)
      try store.pool.close()
    }
    let again = try SQLiteStore(path: path, agent: "someone else", now: StoreFixture.now)
    #expect(try again.agent("someone else").role == .agent)
    #expect(try again.counts(.restaurants, today: StoreFixture.today).total == 8)
  }

  @Test(arguments: [
    StoreError.cannotOpen(path: "p", reason: "r"), .newer(path: "p", version: 3),
    .damaged(path: "p", reason: "r"), .readOnly(path: "p"), .full(path: "p"), .busy(path: "p"),
    .notAllowed(agent: "a", needs: .supervisor), .cannotUndo(sequence: 4), .unknown("x"),
    .failed(reason: "r"),
  ])
  func errorsAreSentencesInBothLanguages(error: StoreError) {
    #expect(error.message.fr.count > 5 && error.message.en.count > 5)
    #expect(error.message.fr != error.message.en)
  }
}
