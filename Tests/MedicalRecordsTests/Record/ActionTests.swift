import Foundation
import Review
import ReviewStore
import Session
import Testing

@testable import MedicalRecords

/// The actions of the panel through the service that runs them.
@Suite("Actions")
struct ActionTests {
  private static func run(
    _ name: String, _ parameters: [String: String] = [:], on key: String? = nil,
    role: Role = .expert, store: MemoryStore? = nil
  ) throws -> ActionResult {
    let store = try store ?? Samples.store.get()
    let suggestion = try key.map { try #require(try suggestions(store)["patient|\($0)"]) }
    return try ActionService(store: store, engine: MedicalRecordsEngine()).run(
      name, parameters: parameters,
      on: suggestion.map {
        ActionSubject(
          suggestion: $0.id,
          seen: .init(model: nil, score: 0.5, rank: 1, seconds: 1, language: .french))
      },
      circumstances: circumstances(), agent: Agent(id: "claire", role: role), language: .french)
  }

  private static func lines(_ result: ActionResult) -> [String] {
    switch result {
    case .text(let lines), .disclosure(let lines, _): lines
    case .hits(_, let hits): hits.map { "\($0.title) · \($0.snippet)" }
    default: []
    }
  }

  @Test("Unmasking is an event with its reason, for experts only")
  func unmask() throws {
    let store = try sampleStore()
    let result = try Self.run(
      "unmask", ["reason": "appel de la patiente"], on: "0147", store: store)
    #expect(Self.lines(result).contains { $0.contains("MARTIN") })
    let events = try store.events(after: 0, limit: 100).compactMap { event -> AccessRecord? in
      if case .unmasking(let record) = event.payload { record } else { nil }
    }
    #expect(events.map(\.reason) == ["appel de la patiente"])
    #expect(events.first?.subject == (try suggestions(store)["patient|0147"]?.id))
    #expect(try store.verify(expectedHead: nil).isIntact)
    #expect(throws: EngineError.self) { try Self.run("unmask", ["reason": "x"], on: "0147") }
    #expect(throws: EngineError.self) {
      try Self.run("unmask", ["reason": "curiosité"], on: "0147", role: .agent)
    }
    #expect(throws: EngineError.self) { try Self.run("unmask", ["reason": "curiosité"]) }
  }

  @Test("Reading through an action is an event too")
  func readings() throws {
    let store = try sampleStore()
    _ = try Self.run("timeline", on: "0147", store: store)
    _ = try Self.run("find", ["query": "HTA"], store: store)
    let reasons = try store.events(after: 0, limit: 100).compactMap { event -> String? in
      if case .reading(let record) = event.payload { record.reason } else { nil }
    }
    #expect(reasons == ["timeline", "find"])
  }

  @Test("The timeline is in order, masked, without what is denied", arguments: FHIRTests.keys)
  func timeline(_ key: String) throws {
    let lines = Self.lines(try Self.run("timeline", on: key))
    let dates = lines.map { String($0.prefix { $0 != " " }) }
    // « 1971 » stands before « 1971-03 » as before « 1971-03-12 ».
    #expect(dates == dates.sorted() && Set(lines).count == lines.count)
    #expect(dates.allSatisfy { [4, 7, 10].contains($0.count) })
    for secret in ["MARTIN", "Jeanne", "ANDRÉ", "LEROY"] {
      #expect(!lines.contains { $0.contains(secret) })
    }
  }

  @Test(
    "Finding by word, synonym, abbreviation and code, in the patient's own state only",
    arguments: [
      ("diabète", ["0422"], ["0147"]), ("hypertension artérielle", ["0611"], []),
      ("HTA", ["0611"], []), ("C18.2", ["0147"], []), ("maladie de Crohn", ["0856"], []),
    ] as [(String, [String], [String])])
  func find(_ query: String, _ wanted: [String], _ unwanted: [String]) throws {
    let lines = Self.lines(try Self.run("find", ["query": query]))
    for patient in wanted { #expect(lines.contains { $0.hasPrefix(patient) }, "\(patient)") }
    for patient in unwanted { #expect(!lines.contains { $0.hasPrefix(patient) }, "\(patient)") }
    #expect(lines.allSatisfy { !$0.contains("MARTIN") })
  }

  @Test("Each place found opens its document at its span, masked")
  func opening() throws {
    let store = try Samples.store.get()
    guard case .hits(let query, let hits) = try Self.run("find", ["query": "diabète"]) else {
      Issue.record("no hits")
      return
    }
    #expect(query == "diabète" && !hits.isEmpty)
    for hit in hits {
      let document = try #require(try store.document(hit.document))
      let span = try #require(hit.matches.first)
      let words = Array(document.text.unicodeScalars)[span.range]
      #expect(String(String.UnicodeScalarView(words)).lowercased().contains("diab"))
      let shown = try #require(hit.highlights.first)
      #expect(
        Array(hit.snippet.unicodeScalars)[shown.range].elementsEqual(words), "the same words")
    }
  }

  @Test("Nothing found is said, nothing asked is refused")
  func nothing() throws {
    #expect(Self.lines(try Self.run("find", ["query": "xylophone"])).isEmpty)
    #expect(throws: EngineError.self) { try Self.run("find", ["query": " "]) }
    #expect(throws: EngineError.self) { try Self.run("inconnu") }
  }

  @Test(
    "A correction names the cause it blames",
    arguments: [
      (["qualifiers": "n"], "attribute"), (["qualifiers": "-"], "attribute"),
      (["value": "côlon droit"], "span"), (["qualifiers": "hp", "value": "x"], "attribute"),
    ] as [([String: String], String)])
  func correction(_ parameters: [String: String], _ reason: String) throws {
    let store = try sampleStore()
    let suggestion = try #require(try suggestions(store)["patient|0147"])
    let part = try #require(suggestion.parts.last { $0.features != nil })
    let result = try MedicalRecordsEngine().perform(
      ActionRequest(
        name: "correct", parameters: parameters, suggestion: suggestion, part: part.id,
        circumstances: circumstances(), agent: Agent(id: "claire"), language: .french),
      records: store.records)
    guard case .decision(let proposal) = result else {
      Issue.record("no decision")
      return
    }
    #expect(proposal.verdict == .reject && proposal.reason == reason)
    #expect(proposal.correction == parameters && proposal.part == part.id)
  }
}
