import Foundation
import GRDB
import Review
import Testing

@testable import ReviewStore

/// Somebody who owns the file, knows how it is made and drops the triggers: what `verify` finds alone,
/// and what needs a head kept elsewhere. The table of docs/THREAT_MODEL.md is this one.
@Suite struct ForgeryTests {
  /// An attack.
  enum Attack: String, CaseIterable {
    case edit, editColumn, delete, deleteLast, reorder, insert, note, swapNotes
    case editAndRechain, deleteAndRechain, truncateAndRechain, rewriteAll, foreignLedger
  }

  /// What `verify` finds without and with a kept head.
  static let found: [Attack: (alone: Bool, withHead: Bool)] = [
    .edit: (true, true), .editColumn: (true, true), .delete: (true, true),
    .deleteLast: (false, true), .reorder: (true, true), .insert: (true, true), .note: (true, true),
    .swapNotes: (true, true), .editAndRechain: (false, true), .deleteAndRechain: (false, true),
    .truncateAndRechain: (false, true), .rewriteAll: (false, true), .foreignLedger: (false, true),
  ]

  private static let count = 8

  static func store() throws -> SQLiteStore {
    let store = try SQLiteFileTests.opened(StoreFixture.path())
    try store.save(suggestions: [LedgerConformanceTests.one])
    for number in 0..<count {
      try store.append([
        StoreFixture.draft(
          StoreFixture.decision(LedgerConformanceTests.one, note: "note \(number)"))
      ])
    }
    return store
  }

  @Test(arguments: Attack.allCases)
  func forgeriesAreFound(attack: Attack) throws {
    let store = try Self.store()
    let head = try store.head()
    #expect(try store.verify(expectedHead: head).isIntact)
    try store.write { db in
      try db.execute(sql: "DROP TRIGGER ledger_kept; DROP TRIGGER ledger_whole;")
      try Self.perform(attack, db)
    }
    let expected = try #require(Self.found[attack])
    #expect(try store.verify(expectedHead: nil).isIntact == !expected.alone)
    #expect(try store.verify(expectedHead: head).isIntact == !expected.withHead)
  }

  @Test func aHeadKeptEarlierStillHoldsWhenHonestEventsFollow() throws {
    let store = try Self.store()
    let head = try store.head()
    try store.append([
      StoreFixture.draft(StoreFixture.decision(LedgerConformanceTests.one, note: "plus tard"))
    ])
    #expect(try store.verify(expectedHead: head).isIntact)
  }

  // MARK: The forger

  private static func perform(_ attack: Attack, _ db: Database) throws {
    switch attack {
    case .edit: try edit(db)
    case .editColumn: try db.execute(sql: "UPDATE ledger SET agent = 'autre' WHERE sequence = 3")
    case .delete: try db.execute(sql: "DELETE FROM ledger WHERE sequence = 3")
    case .deleteLast:
      try db.execute(sql: "DELETE FROM ledger WHERE sequence = ?", arguments: [last(db)])
    case .reorder:
      try db.execute(
        sql: """
          UPDATE ledger SET sequence = 1000 WHERE sequence = 3;
          UPDATE ledger SET sequence = 3 WHERE sequence = 4;
          UPDATE ledger SET sequence = 4 WHERE sequence = 1000;
          """)
    case .insert:
      try db.execute(
        sql: """
          INSERT INTO ledger SELECT sequence + 1000, time, agent, kind, project, subject, cancels,
            content, previous, hash FROM ledger WHERE sequence = 3
          """)
    case .note: try db.execute(sql: "UPDATE personal SET text = 'autre' WHERE sequence = 3")
    case .swapNotes:
      try db.execute(
        sql: """
          UPDATE personal SET text = (SELECT text FROM personal WHERE sequence = 4) WHERE sequence = 3
          """)
    case .editAndRechain:
      try edit(db)
      try rechain(db, from: 3)
    case .deleteAndRechain:
      try db.execute(
        sql: "DELETE FROM ledger WHERE sequence = 3; DELETE FROM personal WHERE sequence = 3")
      try renumber(db)
    case .truncateAndRechain:
      try db.execute(sql: "DELETE FROM ledger WHERE sequence > 4")
      try rechain(db, from: 1)
    case .rewriteAll, .foreignLedger:
      try db.execute(
        sql: """
          UPDATE ledger SET content = CAST(replace(content, 'marie', 'maria') AS BLOB),
            agent = replace(agent, 'marie', 'maria')
          """)
      if attack == .foreignLedger {
        try db.execute(sql: "DELETE FROM ledger WHERE sequence > 6")
      }
      try rechain(db, from: 1)
    }
  }

  private static func last(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT max(sequence) FROM ledger") ?? 0
  }

  private static func edit(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE ledger SET content = CAST(replace(content, 'accept', 'reject') AS BLOB)
          WHERE sequence = 3
        """)
  }

  /// Computes all hashes anew from a row on, as the product would have.
  private static func rechain(_ db: Database, from first: Int) throws {
    var previous = LedgerHash.zero
    let rows = try Row.fetchAll(db, sql: "SELECT sequence, content, hash FROM ledger ORDER BY 1")
    for row in rows {
      let sequence: Int = row["sequence"]
      let content: Data = row["content"]
      var hash = LedgerHash(row["hash"] as Data) ?? .zero
      if sequence >= first {
        hash = CanonicalRow.hash([UInt8](content), after: previous)
        try db.execute(
          sql: "UPDATE ledger SET previous = ?, hash = ? WHERE sequence = ?",
          arguments: [Data(previous.bytes), Data(hash.bytes), sequence])
      }
      previous = hash
    }
  }

  /// Closes the gap and chains again; the rows say their numbers, so those are written anew too.
  private static func renumber(_ db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT sequence, content FROM ledger ORDER BY 1")
    for (index, row) in rows.enumerated() {
      let old: Int = row["sequence"]
      let new = index + 1
      guard old != new else { continue }
      var content: Data = row["content"]
      if let text = String(data: content, encoding: .utf8) {
        content = Data(
          text.replacingOccurrences(
            of: "sequence=\(String(old).count):\(old)\n",
            with: "sequence=\(String(new).count):\(new)\n"
          ).utf8)
      }
      try db.execute(
        sql: "UPDATE ledger SET sequence = ?, content = ? WHERE sequence = ?",
        arguments: [new, content, old])
      try db.execute(
        sql: "UPDATE personal SET sequence = ? WHERE sequence = ?", arguments: [new, old])
    }
    try rechain(db, from: 1)
  }
}
