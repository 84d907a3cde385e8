import Foundation
import GRDB
import Language
import Review

/// Full text search: stems in the index, the very words checked in the texts found.
extension SQLiteStore {
  /// The number of texts that are ranked by their words; where more answer, the newest come first: what
  /// is in every letter tells none apart, and ranking it takes long.
  private static let rankedLimit = 2_000
  /// The number of texts that are looked at for one query.
  private static let checkedLimit = 4_000

  /// Documents that answer a query, best first.
  public func search(_ text: String, project: Project, limit: Int) throws -> [SearchHit] {
    let query = SearchQuery(text)
    return try read { db in
      let writer = SearchExpression { try Self.stems(db, beginning: $0) }
      guard let expression = try writer.expression(query, project: project) else { return [] }
      var hits: [SearchHit] = []
      let values: [(any DatabaseValueConvertible)?] = [
        expression, query.after?.iso, query.before?.iso, project.rawValue,
      ]
      let isRanked = try query.node != nil && !Self.isWide(db, expression)
      let rows = try Data.fetchCursor(
        db, sql: isRanked ? Self.rankedSQL : Self.newestSQL,
        arguments: StatementArguments(values))
      var checked = 0
      while hits.count < max(1, limit), checked < Self.checkedLimit, let data = try rows.next() {
        checked += 1
        let document = try JSONDecoder().decode(Document.self, from: data)
        if query.needsExactCheck,
          !query.matches(SearchWord.words(in: document.title + "\n" + document.text))
        {
          continue
        }
        hits.append(SearchHit(document: document, query: query))
      }
      return hits
    }
  }

  private static let days = "(?2 IS NULL OR d.date >= ?2) AND (?3 IS NULL OR d.date <= ?3)"

  private static let rankedSQL = """
    SELECT d.content FROM passage p JOIN document d ON d.number = p.rowid
      WHERE p.passage MATCH ?1 AND \(days) AND d.project = ?4
      ORDER BY bm25(passage), d.number
    """

  /// Goes down the days and looks whether the text answers, so that only what is shown is read.
  private static let newestSQL = """
    SELECT d.content FROM document d INDEXED BY document_date
      WHERE d.project = ?4 AND \(days)
        AND d.number IN (SELECT rowid FROM passage WHERE passage MATCH ?1)
      ORDER BY d.date DESC, d.number DESC
    """

  /// Whether more texts answer than are ranked.
  private static func isWide(_ db: Database, _ expression: String) throws -> Bool {
    try Int64.fetchOne(
      db,
      sql: "SELECT rowid FROM passage WHERE passage MATCH ? LIMIT 1 OFFSET \(rankedLimit)",
      arguments: [expression]) != nil
  }

  /// The stems of known words that begin so.
  private static func stems(_ db: Database, beginning prefix: String) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT stem FROM vocabulary WHERE word >= ? AND word < ?
            LIMIT \(SearchExpression.beginningLimit)
          """), arguments: [prefix, prefix + "\u{10FFFF}"])
  }

  /// The query with each word that no text holds replaced by a known one that differs by one slip of
  /// the keyboard, or `nil` when there is nothing to correct.
  public func correction(_ text: String) throws -> String? {
    try read { db in
      var parts = text.split(separator: " ").map(String.init)
      var isChanged = false
      for index in parts.indices {
        let words = SearchWord.words(in: parts[index])
        guard words.count == 1, !parts[index].contains(":"), words[0].exact.utf8.count >= 4,
          try Self.stems(db, beginning: words[0].exact).isEmpty,
          let known = try Self.nearest(db, words[0].exact)
        else { continue }
        parts[index] = known
        isChanged = true
      }
      return isChanged ? parts.joined(separator: " ") : nil
    }
  }

  private static func nearest(_ db: Database, _ word: String) throws -> String? {
    // The first letter is rarely the one that is mistaken.
    let first = String(word.prefix(1))
    let known = try String.fetchCursor(
      db,
      sql: """
        SELECT word FROM vocabulary WHERE word >= ? AND word < ?
          AND length(word) BETWEEN ? AND ? LIMIT 50000
        """, arguments: [first, first + "\u{10FFFF}", word.count - 1, word.count + 1])
    while let candidate = try known.next() {
      if EditDistance.isAtMostOne(Array(candidate.utf8), Array(word.utf8)) { return candidate }
    }
    return nil
  }

  // MARK: Indexing

  /// Adds a document to the index and its words to the vocabulary.
  static func index(
    _ db: Database, _ prepared: PreparedDocument, number: Int64, known: KnownWords
  ) throws {
    try db.cachedStatement(sql: "INSERT INTO passage(rowid, text, field) VALUES(?, ?, ?)")
      .execute(arguments: [number, prepared.text, prepared.field])
    for (word, stem) in prepared.words where known.isNew(word) {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO vocabulary VALUES(?, ?)")
        .execute(arguments: [word, stem])
    }
  }

  /// Takes a document out of the index; a contentless index must be told what stood there.
  static func forget(_ db: Database, document number: Int64) throws {
    let data = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT content FROM document WHERE number = ?"),
      arguments: [number])
    guard let data else { return }
    let old = try PreparedDocument(
      JSONDecoder().decode(Document.self, from: data), content: Data())
    try db.cachedStatement(
      sql: "INSERT INTO passage(passage, rowid, text, field) VALUES('delete', ?, ?, ?)"
    ).execute(arguments: [number, old.text, old.field])
  }

  /// Makes the index anew from all documents, for stores of an earlier version.
  static func reindex(_ db: Database) throws {
    let known = KnownWords()
    let rows = try Row.fetchCursor(db, sql: "SELECT number, content FROM document")
    while let row = try rows.next() {
      let data: Data = row["content"]
      let document = try JSONDecoder().decode(Document.self, from: data)
      try index(
        db, PreparedDocument(document, content: data), number: row["number"], known: known)
    }
  }
}
