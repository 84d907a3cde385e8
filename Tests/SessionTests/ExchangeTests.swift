import Foundation
import Review
import ReviewStore
import Testing

@testable import Session

@Suite struct ExchangeTests {
  /// The folder of all files of a run, which goes away with it.
  private static let root: URL = {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigie-exchange-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: ExchangeTests.root) }
    return root
  }()

  static func file(_ name: String, _ text: String) throws -> URL {
    let url = root.appendingPathComponent("\(UUID().uuidString)-\(name)")
    try Data(text.utf8).write(to: url)
    return url
  }

  static func take(
    _ text: String, _ format: ImportService.Format = .jsonl, into store: MemoryStore
  ) throws -> (taken: Int, refusals: [Refusal]) {
    var refusals: [Refusal] = []
    let result = try ImportService(store: store, project: .parcels).run(
      try file("a.json", text), format: format, source: "camera", agent: "claire",
      now: ServiceTests.now
    ) { refusals.append($0) }
    return (result.taken, refusals)
  }

  @Test func linesBecomeSuggestionsShownAsLevels() throws {
    let store = MemoryStore(agent: "claire")
    let text = """
      {"key":"1","title":"Caravane","place":"Agde","score":0.9,"latitude":43.3,"longitude":3.4,\
      "facets":{"type":"caravane"},"reasons":["forme"],"passages":[{"text":"une caravane",\
      "highlights":[{"begin":4,"end":12,"label":"objet"}]}]}

      {"key":"2","title":"Cabane","score":0.1}
      """
    let (taken, refusals) = try Self.take(text, into: store)
    #expect(taken == 2 && refusals.isEmpty)
    let rows = try store.window(
      SuggestionQuery(project: .parcels), anchor: .start, limit: 10
    ).rows
    #expect(rows.map(\.title) == ["Caravane", "Cabane"])
    #expect(rows.map(\.score.basis) == [.rule(level: 3), .rule(level: 1)])
    #expect(try Self.take(text, into: store).taken == 2)
    #expect(
      try store.window(SuggestionQuery(project: .parcels), anchor: .start, limit: 10).total == 2)
    #expect(try store.events(of: [.importing], project: .parcels, after: 0, limit: 9).count == 2)
  }

  @Test(arguments: [
    "{", "[]", "{\"key\":\"1\",\"title\":\"a\"}", "{\"key\":\"1\",\"title\":\"a\",\"score\":2}",
    "{\"key\":\"\",\"title\":\"a\",\"score\":0}", "{\"key\":\"1\",\"titel\":\"a\",\"score\":0}",
    "{\"key\":\"1\",\"title\":\"a\",\"score\":0,\"date\":\"hier\"}",
    "{\"key\":1,\"title\":\"a\",\"score\":0}",
  ])
  func badLinesAreRefusedWithTheirNumber(line: String) throws {
    let store = MemoryStore(agent: "claire")
    let (taken, refusals) = try Self.take(
      "{\"key\":\"ok\",\"title\":\"bon\",\"score\":0.5}\n" + line, into: store)
    #expect(taken == 1 && refusals.map(\.line) == [2])
  }

  @Test func filesThatCannotBeReadAreErrors() throws {
    let store = MemoryStore(agent: "claire")
    #expect(throws: EngineError.self) { try Self.take("", into: store) }
    #expect(throws: EngineError.self) { try Self.take("{}", .labelStudio, into: store) }
    #expect(try store.head().sequence == 0)
  }

  /// A store with one decided passage.
  static func decided() throws -> (MemoryStore, Suggestion) {
    let store = MemoryStore(agent: "claire")
    let text = "Café : des blattes 🪳 dans la cuisine."
    let provenance = Provenance(
      file: "a", sha256: "", row: 1, engine: "test 1", time: ServiceTests.now)
    let document = Document(
      project: .restaurants, naturalKey: "d", kind: "review", title: "Avis", date: nil, text: text,
      provenance: provenance)
    let suggestion = Suggestion(
      project: .restaurants, naturalKey: "n", title: "Chez X", place: "Y",
      score: Score(0.7, basis: .probability(model: 1)),
      evidence: [
        .passage(
          PassageEvidence(
            text: text,
            highlights: [
              .init(span: Span(11, 18), label: LocalizedText(fr: "nuisibles", en: "pests"))
            ],
            source: DocumentReference(
              document: document.id, span: Span(0, text.unicodeScalars.count)),
            caption: LocalizedText(same: "avis"), part: "p"))
      ], parts: [Part(id: "p", title: "passage", kind: "passage")], provenance: provenance)
    try store.save(documents: [document])
    try store.save(suggestions: [suggestion])
    try store.append([
      LedgerDraft(
        time: ServiceTests.now, agent: "claire",
        payload: .decision(
          Decision(
            suggestion: suggestion.id, part: "p", project: .restaurants, verdict: .accept,
            seen: .init(model: 1, score: 0.7, rank: 1, seconds: 3, language: .french))))
    ])
    return (store, suggestion)
  }

  @Test func labelStudioTasksGoOutAndComeBack() throws {
    let (store, suggestion) = try Self.decided()
    let data = try ExchangeService(store: store).data(
      .labelStudio, SuggestionQuery(project: .restaurants, statuses: []))
    let tasks = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(tasks.count == 1)
    let annotations = try #require(tasks[0]["annotations"] as? [[String: Any]])
    let results = try #require(annotations.first?["result"] as? [[String: Any]])
    let value = try #require(results.first?["value"] as? [String: Any])
    #expect(value["text"] as? String == "blattes" && value["labels"] as? [String] == ["nuisibles"])
    let other = MemoryStore(agent: "claire")
    let (taken, refusals) = try Self.take(
      String(decoding: data, as: UTF8.self), .labelStudio, into: other)
    #expect(taken == 1 && refusals.isEmpty)
    let row = try other.window(
      SuggestionQuery(project: .parcels), anchor: .start, limit: 1
    ).rows[0]
    let detail = try #require(try other.detail(row.id))
    let spans = detail.suggestion.evidence.compactMap { evidence -> [Span]? in
      guard case .passage(let passage) = evidence else { return nil }
      return passage.highlights.map(\.span)
    }
    #expect(spans == [[Span(11, 18)]] && row.title == suggestion.title)
  }

  @Test func prodigyTasksCarryTheAnswer() throws {
    let (store, _) = try Self.decided()
    let data = try ExchangeService(store: store).data(
      .prodigy, SuggestionQuery(project: .restaurants, statuses: []))
    let task = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(task["answer"] as? String == "accept")
    let span = try #require((task["spans"] as? [[String: Any]])?.first)
    #expect(span["start"] as? Int == 11 && span["end"] as? Int == 18)
  }

  @Test func bratFilesPointToTheSameCharacters() throws {
    let (store, _) = try Self.decided()
    let folder = Self.root.appendingPathComponent(UUID().uuidString)
    let count = try ExchangeService(store: store).writeBrat(
      SuggestionQuery(project: .restaurants, statuses: []), to: folder)
    #expect(count == 1)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let annotation = try String(
      contentsOf: folder.appendingPathComponent(files[0]), encoding: .utf8)
    #expect(annotation == "T1\tnuisibles 11 18\tblattes\nA1\tStatus T1 accepted\n")
    #expect(files.count == 2 && files[1].hasSuffix(".txt"))
  }
}
