import Foundation
import GRDB

/// Tells whether anybody wrote to the file, at the price of a look at one page: a connection of its
/// own that holds nothing, and one statement outside transactions.
///
/// A connection of the pool would do as well, but each counts the changes on its own, and a reading
/// transaction costs ten times as much; a workbench at rest looks several times a second.
final class ChangeWatch: @unchecked Sendable {
  /// The page cache of the connection, in KiB: it reads one page.
  private static let cacheKibibytes = 16

  private let path: String
  private let lock = NSLock()
  private var queue: DatabaseQueue?

  init(path: String) { self.path = path }

  /// A number that changes when another connection, of any program, wrote.
  func token() throws -> Int64 {
    try connection().unsafeRead { db in
      try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    }
  }

  /// The connection, opened when it is first asked: starting must not wait for it.
  private func connection() throws -> DatabaseQueue {
    try lock.withLock {
      if let queue { return queue }
      var configuration = Configuration()
      configuration.readonly = true
      configuration.label = "vigie.watch"
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA cache_size = -\(Self.cacheKibibytes)")
      }
      let opened = try DatabaseQueue(path: path, configuration: configuration)
      queue = opened
      return opened
    }
  }
}
