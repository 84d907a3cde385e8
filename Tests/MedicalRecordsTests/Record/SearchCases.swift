import Foundation
import Language
import Review
import ReviewStore
import Testing

@testable import MedicalRecords

/// What a search of concepts finds, and what it must not.
@Suite("Search of concepts")
struct SearchCases {
  /// One note for each sentence, each of a patient of its own.
  static func store(_ sentences: [String]) throws -> MemoryStore {
    try CauseCases.store(sentences)
  }

  static func hits(
    _ store: MemoryStore, _ query: String, all: Bool = false
  ) throws -> [SearchHit] {
    let result = try MedicalRecordsEngine().perform(
      ActionRequest(
        name: "find", parameters: ["query": query, "all": all ? "true" : "false"], suggestion: nil,
        circumstances: circumstances(), agent: Agent(id: "claire"), language: .french),
      records: store.records)
    guard case .hits(_, let hits) = result else { return [] }
    return hits
  }

  /// The numbers of the sentences that were found.
  static func found(_ query: String, _ sentences: [String], all: Bool = false) throws -> [Int] {
    let hits = try hits(try store(sentences), query, all: all)
    return hits.compactMap { hit in
      Int(hit.title.split(separator: " ").first?.dropFirst() ?? "")
    }
  }

  static let diabetes = [
    "Antécédents : diabète de type 2.", "Pas de diabète.", "Mère diabétique, diabète du père.",
    "Suspicion de diabète.", "Diabétique depuis 2010, diabète équilibré.", "Aucun antécédent.",
    "Antécédents familiaux : diabète.", "Ni diabète ni hypertension.", "Absence de diabète connu.",
  ]

  @Test("A disease is found where the patient has it, not where it is denied or a relative's")
  func person() throws {
    #expect(try Set(Self.found("diabète", Self.diabetes)) == [0, 4])
    let all = try Set(Self.found("diabète", Self.diabetes, all: true))
    #expect(all.isSuperset(of: [0, 1, 3, 4, 6, 7]) && !all.contains(5))
  }

  @Test(
    "Synonyms, abbreviations, codes, accents and numbers of words",
    arguments: [
      ("HTA", [0]), ("hypertension", [0]), ("Hypertension Artérielle", [0]), ("I10", [0]),
      ("i10", [0]), ("cancer du sein", [1]), ("8500/3", [1]), ("C50", [1]), ("C50.9", [1]),
      ("mammaire", [1]), ("OEDEME", [2]), ("œdème", [2]), ("oedème", [2]),
      ("introuvable", []), ("C99", []), ("rhabdomyosarcome", [3]), ("8910/3", [3]),
    ] as [(String, [Int])])
  func words(_ query: String, _ expected: [Int]) throws {
    let sentences = [
      "Antécédents : hypertension artérielle.", "Carcinome canalaire infiltrant du sein gauche.",
      "Œdème des membres inférieurs.", "Rhabdomyosarcome embryonnaire opéré.",
    ]
    let found = try Self.found(query, sentences)
    guard query != "cancer du sein" else {
      #expect(found.isEmpty || found == [1], "words of a query stand together")
      return
    }
    #expect(Set(found) == Set(expected), "\(query)")
  }

  @Test("A hit opens its source at the words found, with identity hidden")
  func source() throws {
    let store = MemoryStore(agent: "claire")
    var sources = MedicalSources()
    let text = "Nom : MARTIN   Prénom : Jeanne\nMme MARTIN, née le 12/03/1954, a un asthme."
    sources.notes = [
      PatientNote(
        key: "n", patient: "p7", date: nil, kind: .consultation, title: "", text: text,
        identity: PatientIdentity(names: ["MARTIN", "Jeanne"]), file: "f", line: 1)
    ]
    try MedicalRecordsEngine().analyse(
      sources, request: circumstances(), records: store.records, sink: TestSink(store))
    let hit = try #require(try Self.hits(store, "asthme").first)
    let span = try #require(hit.matches.first)
    let scalars = Array(text.unicodeScalars)[span.range]
    #expect(String(String.UnicodeScalarView(scalars)) == "asthme")
    #expect(!hit.snippet.contains("MARTIN") && !hit.snippet.contains("12/03"))
    #expect(try store.records.document(hit.document)?.text.contains("MARTIN") == false)
  }

  @Test("A query without a word is refused", arguments: ["", " ", "\n"])
  func empty(_ query: String) throws {
    let store = try Self.store(["Asthme."])
    #expect(throws: EngineError.self) { try Self.hits(store, query) }
  }

  @Test("A thousand places are cut at a bound that holds")
  func bounded() throws {
    let store = try Self.store([String(repeating: "Asthme sévère. ", count: 1000)])
    #expect(try Self.hits(store, "asthme").count == 200)
  }
}
