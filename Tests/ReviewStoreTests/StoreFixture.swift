import Foundation
import Review

@testable import ReviewStore

/// The stores under test, and invented content.
enum StoreFixture {
  /// The kinds of stores; each must pass the whole conformance suite.
  enum Kind: String, CaseIterable, Sendable {
    case sqlite
    case memory
  }

  static let today = CalendarDate(iso: "2026-11-24") ?? CalendarDate(daysSinceEpoch: 0)
  static let now = Timestamp(milliseconds: Int64(today.daysSinceEpoch) * 86_400_000 + 3_600_000)
  /// The agent who made the store and administers it.
  static let administrator = "claire"

  static func store(_ kind: Kind) throws -> any ReviewStore {
    switch kind {
    case .sqlite: try SQLiteStore(path: path(), agent: administrator, now: now)
    case .memory: MemoryStore(agent: administrator)
    }
  }

  /// The folder of all files of a run, which goes away with it.
  private static let root: URL = {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigie-stores-\(UUID().uuidString)")
    atexit { try? FileManager.default.removeItem(at: StoreFixture.root) }
    return root
  }()

  /// A new file name in the folder for temporary files.
  static func path() -> String {
    root.appendingPathComponent("\(UUID().uuidString)/store.sqlite").path
  }

  static func suggestion(_ number: Int, value: Double, commune: String = "Sète") -> Suggestion {
    Suggestion(
      project: .restaurants, naturalKey: "n\(number)", title: "Café Été n°\(number)",
      place: commune, date: today,
      facets: [Facet("commune", commune), Facet("parity", number % 2 == 0 ? "even" : "odd")],
      score: Score(value, basis: .rule(level: 1)),
      parts: [
        Part(
          id: "p1", title: "passage", kind: "passage",
          features: FrozenFeatures(schema: "s", values: [Float(number)]))
      ], features: FrozenFeatures(schema: "e", values: [Float(value), .nan]),
      provenance: Provenance(
        file: "a.csv", sha256: "00", row: number, engine: "test 1", time: now))
  }

  static func decision(
    _ suggestion: Suggestion, _ verdict: Verdict = .accept, part: String? = nil,
    note: String? = nil
  ) -> LedgerPayload {
    .decision(
      Decision(
        suggestion: suggestion.id, part: part, project: .restaurants, verdict: verdict,
        reason: verdict == .reject ? "no-risk" : nil, note: note,
        seen: .init(model: nil, score: 0.5, rank: 1, seconds: 2, language: .french)))
  }

  static func draft(_ payload: LedgerPayload, agent: String = "marie") -> LedgerDraft {
    LedgerDraft(time: now, agent: agent, payload: payload)
  }

  static func document(_ key: String, _ text: String) -> Document {
    Document(
      project: .restaurants, naturalKey: key, kind: "review", title: "Avis \(key)", date: today,
      text: text,
      provenance: Provenance(file: "a.tsv", sha256: "", row: 1, engine: "test 1", time: now))
  }
}
