import Foundation
import GRDB
import Review

/// The ledger: append, read, verify, erase.
extension SQLiteStore {
  /// Records events in one transaction.
  @discardableResult
  public func append(_ drafts: [LedgerDraft]) throws -> [LedgerEvent] {
    try write { db in try drafts.map { try Self.append(db, $0) } }
  }

  static func append(_ db: Database, _ draft: LedgerDraft) throws -> LedgerEvent {
    try LedgerRules.check(db, draft)
    var draft = draft
    if case .undo(let cancels, _, _) = draft.payload,
      let event = try events(db, "sequence = ?", [cancels]).first
    {
      draft.payload = .undo(of: event)
    }
    let payload = draft.payload.seeing(try keepSnapshot(db, of: draft.payload))
    let head = try head(db)
    let sequence = head.sequence + 1
    var digests: [String: String] = [:]
    for (field, text) in draft.payload.personalFields {
      let salt = (0..<PersonalText.saltLength).map { _ in UInt8.random(in: 0...255) }
      digests[field] = PersonalText(salt: salt, text: text).digest
      try db.execute(
        sql: "INSERT INTO personal VALUES(?, ?, ?, ?)",
        arguments: [sequence, field, Data(salt), text])
    }
    let row = CanonicalRow(
      sequence: sequence, time: draft.time, agent: draft.agent, payload: payload,
      digests: digests)
    let bytes = row.bytes
    let hash = CanonicalRow.hash(bytes, after: head.hash)
    try db.execute(
      sql: "INSERT INTO ledger VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        sequence, draft.time.milliseconds, draft.agent, draft.payload.kind.rawValue,
        draft.payload.project?.rawValue, draft.payload.subject, cancels(draft.payload),
        Data(bytes), Data(head.hash.bytes), Data(hash.bytes),
      ])
    let event = LedgerEvent(
      sequence: sequence, time: draft.time, agent: draft.agent, payload: payload,
      previous: head.hash, hash: hash)
    try Projection.apply(db, event)
    return event
  }

  /// Keeps the suggestion as the agent saw it; unchanged ones are kept once.
  private static func keepSnapshot(_ db: Database, of payload: LedgerPayload) throws -> String? {
    guard case .decision(let decision) = payload,
      let suggestion = try suggestion(db, decision.suggestion)
    else { return nil }
    let snapshot = try Snapshot(suggestion)
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO snapshot VALUES(?, ?)").execute(
      arguments: [snapshot.hash, snapshot.content])
    return snapshot.name
  }

  /// A suggestion as it was when somebody decided.
  public func snapshot(_ hash: String) throws -> Suggestion? {
    guard let bytes = Hexadecimal.bytes(hash) else { return nil }
    return try read { db in
      try Data.fetchOne(
        db, sql: "SELECT content FROM snapshot WHERE hash = ?", arguments: [Data(bytes)]
      ).map { try JSONDecoder().decode(Suggestion.self, from: $0) }
    }
  }

  /// The canonical bytes of an event's row.
  public func row(_ sequence: Int) throws -> [UInt8]? {
    try read { db in
      try Data.fetchOne(
        db, sql: "SELECT content FROM ledger WHERE sequence = ?", arguments: [sequence]
      ).map { [UInt8]($0) }
    }
  }

  /// Events of some kinds.
  public func events(
    of kinds: Set<LedgerKind>, project: Project?, after sequence: Int, limit: Int
  ) throws -> [LedgerEvent] {
    let names = kinds.map(\.rawValue).sorted()
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let ofProject = project == nil ? "" : "project = ? AND "
    var arguments = StatementArguments(project.map { [$0.rawValue] } ?? [])
    arguments += StatementArguments(names)
    arguments += [sequence, max(0, limit)]
    return try read { db in
      try Self.events(
        db, ofProject + "kind IN (\(marks)) AND sequence > ? ORDER BY sequence LIMIT ?", arguments)
    }
  }

  private static func cancels(_ payload: LedgerPayload) -> Int? {
    if case .undo(let cancels, _, _) = payload { return cancels }
    return nil
  }

  static func head(_ db: Database) throws -> LedgerHead {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT sequence, hash FROM ledger ORDER BY sequence DESC LIMIT 1"))
    guard let row, let data: Data = row["hash"], let hash = LedgerHash(data) else {
      return LedgerHead(sequence: 0, hash: .zero)
    }
    return LedgerHead(sequence: row["sequence"], hash: hash)
  }

  /// The last event's number and hash.
  public func head() throws -> LedgerHead { try read { try Self.head($0) } }

  /// Events after a sequence number.
  public func events(after sequence: Int, limit: Int) throws -> [LedgerEvent] {
    try read { db in
      try Self.events(
        db, "sequence > ? ORDER BY sequence LIMIT ?", [sequence, max(0, limit)])
    }
  }

  static func events(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [LedgerEvent] {
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT sequence, content, previous, hash FROM ledger WHERE \(condition)",
      arguments: arguments)
    return try rows.compactMap { row in
      let content: Data = row["content"]
      let sequence: Int = row["sequence"]
      guard let canonical = CanonicalRow(bytes: [UInt8](content)),
        let previous = LedgerHash(row["previous"] as Data),
        let hash = LedgerHash(row["hash"] as Data)
      else { return nil }
      let personal = canonical.digests.isEmpty ? [:] : try personal(db, sequence)
      return canonical.event(previous: previous, hash: hash, personal: personal.mapValues(\.text))
    }
  }

  private static func personal(_ db: Database, _ sequence: Int) throws -> [String: PersonalText] {
    var texts: [String: PersonalText] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT field, salt, text FROM personal WHERE sequence = ?", arguments: [sequence])
    {
      let salt: Data = row["salt"]
      texts[row["field"]] = PersonalText(salt: [UInt8](salt), text: row["text"])
    }
    return texts
  }

  /// Verifies the whole chain.
  public func verify(expectedHead: LedgerHead?) throws -> LedgerVerification {
    try read { db in
      var result = LedgerVerification(verified: 0, head: .zero)
      var isHeadFound = expectedHead == nil || expectedHead?.sequence == 0
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT sequence, time, agent, kind, content, previous, hash FROM ledger ORDER BY sequence
          """)
      while let row = try cursor.next() {
        let sequence: Int = row["sequence"]
        if let fault = try Self.fault(db, row, after: result) {
          result.fault = (sequence, fault)
          return result
        }
        result = LedgerVerification(
          verified: sequence, head: LedgerHash(row["hash"] as Data) ?? .zero)
        if let expectedHead, expectedHead.sequence == sequence {
          isHeadFound = expectedHead.hash == result.head
        }
      }
      if !isHeadFound { result.fault = (expectedHead?.sequence ?? 0, .head) }
      return result
    }
  }

  private static func fault(
    _ db: Database, _ row: Row, after last: LedgerVerification
  ) throws -> LedgerVerification.Fault? {
    let sequence: Int = row["sequence"]
    guard sequence == last.verified + 1 else { return .sequence }
    guard (row["previous"] as Data).elementsEqual(last.head.bytes) else { return .link }
    let content = [UInt8](row["content"] as Data)
    let hash = CanonicalRow.hash(content, after: last.head)
    guard (row["hash"] as Data).elementsEqual(hash.bytes) else { return .content }
    guard let canonical = CanonicalRow(bytes: content) else { return .content }
    let fields = canonical.fields
    guard fields["sequence"] == String(sequence), fields["kind"] == row["kind"],
      fields["agent"] == row["agent"], fields["time"] == String(row["time"] as Int64)
    else { return .column }
    guard !canonical.digests.isEmpty else { return nil }
    let kept = try personal(db, sequence)
    let isTrue = kept.allSatisfy { canonical.digests[$0.key] == $0.value.digest }
    return isTrue ? nil : .personal
  }

  /// Erases the personal texts of an event.
  public func erase(
    personalOf sequence: Int, reason: String, agent: String, now: Timestamp
  ) throws {
    try write { db in
      _ = try Self.append(
        db,
        LedgerDraft(
          time: now, agent: agent, payload: .erasure(sequence: sequence, reason: reason)))
      try db.execute(sql: "DELETE FROM personal WHERE sequence = ?", arguments: [sequence])
    }
  }
}
