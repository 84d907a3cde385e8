import Foundation
import Review
import ReviewStore

/// The store with 100,000 suggestions, and its ledger.
enum StoreFigures {
  private static let count = 100_000
  private static let decisions = 20_000
  private static let query = SuggestionQuery(project: .restaurants)

  static func measure() throws -> [Figure] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigie-inner-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try SQLiteStore(
      path: folder.appendingPathComponent("store.sqlite").path, agent: "inner",
      now: Invented.now, isBulk: true)
    let all = (0..<count).map { Invented.suggestion($0) }
    var figures = [try saving(store, all)]
    figures += try looking(store)
    return figures + (try deciding(store, all))
  }

  private static func saving(_ store: SQLiteStore, _ all: [Suggestion]) throws -> Figure {
    let seconds = try Stopwatch.seconds {
      for start in stride(from: 0, to: all.count, by: 1000) {
        try store.save(suggestions: Array(all[start..<min(start + 1000, all.count)]))
      }
    }
    return Figure(
      name: "suggestions saved, with their index", value: Double(count) / seconds,
      unit: "rows/s", bar: .atLeast(3_000))
  }

  private static func looking(_ store: SQLiteStore) throws -> [Figure] {
    let middle = try store.window(query, anchor: .start, limit: 1000).rows[900].key
    let end = try store.window(query, anchor: .end, limit: 100).rows[0].key
    let filter = SuggestionQuery(project: .restaurants, text: "eglantine 99")
    let cases: [(String, SuggestionQuery, WindowAnchor, Double)] = [
      ("first window of 120 rows", query, .start, 5),
      ("window around row 900", query, .around(middle), 5),
      ("window around the last rows", query, .around(end), 30),
      ("last window", query, .end, 5),
      ("filter of two words", filter, .start, 30),
    ]
    var figures = try cases.map { name, query, anchor, bar in
      let seconds = try Stopwatch.perRun(20) {
        _ = try store.window(query, anchor: anchor, limit: 120)
      }
      return Figure(
        name: name + ", of 100,000", value: seconds * 1000, unit: "ms", bar: .atMost(bar))
    }
    let id = Invented.suggestion(4242).id
    let detail = try Stopwatch.perRun(200) { _ = try store.detail(id) }
    figures.append(
      Figure(name: "a detail", value: detail * 1000, unit: "ms", bar: .atMost(2)))
    let look = try Stopwatch.perRun(500) { _ = try store.changeToken() }
    figures.append(
      Figure(name: "a look for changes", value: look * 1000, unit: "ms", bar: .atMost(0.2)))
    return figures
  }

  private static func deciding(
    _ store: SQLiteStore, _ all: [Suggestion]
  ) throws -> [Figure] {
    let appending = try Stopwatch.seconds {
      for start in stride(from: 0, to: decisions, by: 100) {
        try store.append(
          all[start..<start + 100].map {
            Invented.decision($0, $0.score.value > 0.5 ? .accept : .later)
          })
      }
    }
    var last = LedgerHead(sequence: 0, hash: .zero)
    let verifying = try Stopwatch.seconds {
      let verification = try store.verify(expectedHead: nil)
      precondition(verification.isIntact && verification.verified == decisions)
      last = LedgerHead(sequence: verification.verified, hash: verification.head)
    }
    let head = try store.head()
    precondition(head == last)
    return [
      Figure(
        name: "decisions recorded, a hundred a transaction",
        value: Double(decisions) / appending, unit: "events/s", bar: .atLeast(1_000)),
      Figure(
        name: "ledger verified", value: Double(decisions) / verifying, unit: "events/s",
        bar: .atLeast(20_000)),
    ]
  }
}
