import Foundation
import GRDB
import Review

/// Details, documents, search.
extension SQLiteStore {
  /// A suggestion with all that happened to it.
  public func detail(_ id: String) throws -> SuggestionDetail? {
    try read { db in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT b.content, s.status FROM suggestion s JOIN body b USING (number) WHERE s.id = ?
            """), arguments: [id])
      guard let row else { return nil }
      let suggestion = try JSONDecoder().decode(Suggestion.self, from: row["content"] as Data)
      let history = try Self.events(db, "subject = ? ORDER BY sequence", [id])
      let undone = history.compactMap { event -> Int? in
        if case .undo(let cancels, _, _) = event.payload { return cancels }
        return nil
      }
      var parts: [String: ReviewStatus] = [:]
      for part in try Row.fetchAll(
        db.cachedStatement(sql: "SELECT part, status FROM part WHERE suggestion = ?"),
        arguments: [id])
      {
        parts[part["part"]] = ReviewStatus(rawValue: part["status"])
      }
      return SuggestionDetail(
        suggestion: suggestion, status: ReviewStatus(rawValue: row["status"]) ?? .open,
        partStatuses: parts, history: history, undone: Set(undone))
    }
  }

  /// The only suggestion whose identifier begins so.
  public func resolve(_ prefix: String) throws -> String? {
    guard prefix.count >= 4, prefix.utf8.allSatisfy({ $0 != 0x25 && $0 != 0x5F }) else {
      return nil
    }
    let found = try read { db in
      try String.fetchAll(
        db, sql: "SELECT id FROM suggestion WHERE id >= ? AND id < ? LIMIT 2",
        arguments: [prefix, prefix + "\u{10FFFF}"])
    }
    return found.count == 1 ? found[0] : nil
  }

  /// A document.
  public func document(_ id: String) throws -> Document? {
    try read { try Self.document($0, id) }
  }

  private static func document(_ db: Database, _ id: String) throws -> Document? {
    let data = try Data.fetchOne(
      db, sql: "SELECT content FROM document WHERE id = ?", arguments: [id])
    return try data.map { try JSONDecoder().decode(Document.self, from: $0) }
  }
}
