import Foundation
import GRDB
import Review

/// The store in one SQLite file.
public final class SQLiteStore: ReviewStore, @unchecked Sendable {
  /// The page cache of each connection, in KiB; the whole workbench stays under 40 MB.
  private static let cacheKibibytes = 4096
  /// The same while much is written: pages of the indexes would else be read back from the log.
  private static let bulkCacheKibibytes = 32_768
  /// Pages of the log before they are copied to the file, while much is written.
  private static let bulkCheckpointPages = 8192
  /// How long a write waits for another program, in seconds.
  private static let busySeconds = 10.0

  /// Where the file is.
  public let path: String
  /// Whether the store may only be read.
  public let isReadOnly: Bool
  let pool: DatabasePool
  private let watch: ChangeWatch
  /// The words already written to the vocabulary.
  let knownWords = KnownWords()

  /// Opens a store, and makes it when there is none; the first agent of a new store administers it.
  ///
  /// - Parameter isBulk: whether much will be written: takes some 50 MB more and half the time.
  /// - Throws: `StoreError`, one clear sentence, when the file cannot be made, is newer than this
  ///   program, is damaged or is no store. Nothing is changed then.
  public init(path: String, agent: String, now: Timestamp, isBulk: Bool = false) throws {
    self.path = path
    watch = ChangeWatch(path: path)
    let exists = FileManager.default.fileExists(atPath: path)
    if !exists { try Self.make(path) }
    isReadOnly = exists && access(path, W_OK) != 0
    do {
      pool = try DatabasePool(path: path, configuration: Self.configuration(isReadOnly, isBulk))
      let version = try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
      guard version <= SQLiteSchema.version else {
        throw StoreError.newer(path: path, version: version)
      }
      if version < SQLiteSchema.version {
        guard !isReadOnly else { throw StoreError.readOnly(path: path) }
        try Self.checkIsOurs(pool, path: path, version: version)
        try pool.write { db in
          try SQLiteSchema.migrate(db)
          try Self.begin(db, agent: agent)
        }
      }
    } catch {
      throw Self.translated(error, path: path)
    }
  }

  private static func make(_ path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      } catch {
        throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
      }
    }
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 || errno == EEXIST else {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    if descriptor >= 0 { close(descriptor) }
  }

  private static func configuration(_ isReadOnly: Bool, _ isBulk: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(busySeconds)
    configuration.maximumReaderCount = 2
    configuration.prepareDatabase { db in
      // A new file only: three bodies of suggestions fit a page, of 4,096 bytes only one.
      if !isReadOnly { try db.execute(sql: "PRAGMA page_size = 8192") }
      let cache = isBulk ? bulkCacheKibibytes : cacheKibibytes
      try db.execute(sql: "PRAGMA cache_size = -\(cache)")
      // What a statement would undo is kept in memory: in a file it is nine times what is stored.
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      guard !isReadOnly else { return }
      try db.execute(sql: "PRAGMA synchronous = FULL")
      if isBulk { try db.execute(sql: "PRAGMA wal_autocheckpoint = \(bulkCheckpointPages)") }
    }
    return configuration
  }

  /// A database of another program has tables and no version of ours.
  private static func checkIsOurs(_ pool: DatabasePool, path: String, version: Int) throws {
    guard version == 0 else { return }
    let tables = try pool.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    }
    if tables > 0 {
      throw StoreError.damaged(path: path, reason: "another program's database")
    }
  }

  private static func begin(_ db: Database, agent: String) throws {
    let salt = Hexadecimal.string((0..<16).map { _ in UInt8.random(in: 0...255) })
    try db.execute(
      sql: "INSERT OR IGNORE INTO setting VALUES('salt', ?)", arguments: [salt])
    try db.execute(
      sql: "INSERT OR IGNORE INTO agent VALUES(?, ?, ?)",
      arguments: [agent, agent, Role.administrator.rawValue])
  }

  // MARK: Access

  /// Reads one state of the store. Engines may look something up while they go through records:
  /// a read inside a read sees the same state.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try pool.unsafeReentrantRead { db in
        if db.isInsideTransaction { return try body(db) }
        var value: Value?
        try db.inTransaction(.deferred) {
          value = try body(db)
          return .commit
        }
        guard let value else { throw StoreError.failed(reason: "nothing was read") }
        return value
      }
    } catch {
      throw Self.translated(error, path: path)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard !isReadOnly else { throw StoreError.readOnly(path: path) }
    do {
      return try pool.write(body)
    } catch {
      throw Self.translated(error, path: path)
    }
  }

  private static func translated(_ error: any Error, path: String) -> any Error {
    if error is DecodingError {
      return StoreError.damaged(path: path, reason: "unreadable content")
    }
    guard let error = error as? DatabaseError else { return error }
    switch error.resultCode {
    case .SQLITE_FULL: return StoreError.full(path: path)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE:
      return StoreError.full(path: path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      return StoreError.damaged(path: path, reason: error.message ?? "not a database")
    case .SQLITE_READONLY: return StoreError.readOnly(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return StoreError.busy(path: path)
    case .SQLITE_CANTOPEN:
      return StoreError.cannotOpen(path: path, reason: error.message ?? "cannot open")
    default:
      return StoreError.failed(reason: error.message ?? "\(error.resultCode)")
    }
  }

  // MARK: Small things

  /// The store's secret for pseudonyms.
  public func pseudonymSalt() throws -> String {
    try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = 'salt'") } ?? ""
  }

  /// A number that changes when any program wrote to the store.
  public func changeToken() throws -> Int64 {
    do {
      return try watch.token()
    } catch {
      throw Self.translated(error, path: path)
    }
  }

  /// Holds a suggestion for an agent.
  public func claim(
    _ id: String, agent: String, seconds: Double, now: Timestamp
  ) throws -> Bool {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO lease VALUES(?, ?, ?) ON CONFLICT DO UPDATE
            SET agent = excluded.agent, until = excluded.until
            WHERE lease.agent = excluded.agent OR lease.until < ?
          """,
        arguments: [
          id, agent, now.adding(seconds: seconds).milliseconds, now.milliseconds,
        ])
      return db.changesCount > 0
    }
  }
}
