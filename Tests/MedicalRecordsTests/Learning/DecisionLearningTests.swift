import Foundation
import Review
import ReviewStore
import Session
import Testing

@testable import MedicalRecords

/// From a decision on the screen to the candidate that learned from it.
@Suite("From decision to candidate")
struct DecisionLearningTests {
  private static let seen = Decision.Seen(
    model: nil, score: 0.5, rank: 1, seconds: 3, language: .french)
  private static let now = Timestamp(milliseconds: 1_795_651_200_000)

  /// A patient whose « IVA » is taken for something it is not.
  private static func store(_ patients: Int = 3) throws -> MemoryStore {
    let store = MemoryStore(agent: "claire")
    let notes = (0..<patients).map { index in
      PatientNote(
        key: "n\(index)", patient: "070\(index)", date: nil, kind: .consultation, title: "",
        text: "Antécédents : hypertension artérielle, diabète. Bronchite : asthme.",
        identity: PatientIdentity(), file: "f", line: 1)
    }
    var sources = MedicalSources()
    sources.notes = notes
    try MedicalRecordsEngine().analyse(
      sources, request: circumstances(), records: store.records, sink: TestSink(store))
    return store
  }

  private static func reject(
    _ store: MemoryStore, _ patient: Int, _ prefix: String, _ reason: String, agent: String,
    correction: [String: String] = [:]
  ) throws {
    let suggestion = try #require(try suggestions(store)["patient|070\(patient)"])
    let part = try #require(suggestion.parts.first { $0.title.hasPrefix(prefix) })
    _ = try store.append([
      LedgerDraft(
        time: now, agent: agent,
        payload: .decision(
          Decision(
            suggestion: suggestion.id, part: part.id, project: .medical, verdict: .reject,
            reason: reason, correction: correction, seen: seen)))
    ])
  }

  private static func candidate(_ store: MemoryStore) throws -> (MedicalModel, ModelRecord) {
    let record = try TrainingService(store: store, engine: MedicalRecordsEngine()).train(
      circumstances: circumstances(), agent: "claire", observer: TestObserver())
    return (try MedicalModel(record), record)
  }

  private static func antecedents(_ store: MemoryStore, _ patient: Int) throws -> [String] {
    try suggestions(store)["patient|070\(patient)"]?.texts("Antécédent") ?? []
  }

  @Test("A wrong span of one reader changes no string, of two it takes the string away")
  func spans() throws {
    let store = try Self.store()
    try Self.reject(store, 0, "Antécédent : asthme", "span", agent: "claire")
    let (one, _) = try Self.candidate(store)
    let text = ClinicalText("Bronchite : asthme.")
    let key = SpanExceptions.key(kind: "disease", stems: text.stems[2..<3])
    #expect(one.rejectedSpans.tallies[key]?.rejected == 1)
    #expect(!one.rejectedSpans.isRejected(key))
    try Self.reject(store, 1, "Antécédent : asthme", "span", agent: "paul")
    let (two, record) = try Self.candidate(store)
    #expect(two.rejectedSpans.isRejected(key))
    _ = try store.append([
      LedgerDraft(
        time: Self.now, agent: "claire",
        payload: .role(Agent(id: "claire", role: .administrator)))
    ])
    try TrainingService(store: store, engine: MedicalRecordsEngine()).promote(
      version: record.version, circumstances: circumstances(), agent: "claire",
      observer: TestObserver())
    let left = try Self.antecedents(store, 2)
    #expect(!left.contains { $0.hasPrefix("asthme") } && left.contains { $0.hasPrefix("diabète") })
  }

  @Test("The same reader twice is one reader")
  func oneReader() throws {
    let store = try Self.store()
    for patient in 0..<3 {
      try Self.reject(store, patient, "Antécédent : asthme", "span", agent: "claire")
      try Self.reject(store, patient, "Antécédent : diabète", "useless", agent: "claire")
    }
    let (model, _) = try Self.candidate(store)
    #expect(model.rejectedSpans.tallies.values.allSatisfy { $0.rejected == 1 })
    #expect(model.exceptions.tallies.values.allSatisfy { $0.rejected == 1 })
    let record = RecordReader(terminology: .standard, model: model).record(
      "p",
      notes: [
        PatientNote(
          key: "k", patient: "p", date: nil, kind: .consultation, title: "",
          text: "Antécédents : diabète, asthme.", identity: PatientIdentity(), file: "f", line: 1)
      ])
    let values = record.statements.filter { $0.slot == .antecedent }.map(\.value)
    #expect(
      values.contains { $0.hasPrefix("diabète") } && values.contains { $0.hasPrefix("asthme") })
  }

  @Test(
    "Each reason updates its own cause and no other",
    arguments: [
      ("attribute", [true, false, false]), ("patient", [true, false, false]),
      ("useless", [false, true, true]), ("outdated", [false, true, false]),
      ("span", [false, true, true]),
    ] as [(String, [Bool])])
  func causes(_ reason: String, _ changed: [Bool]) throws {
    let store = try Self.store(12)
    let base = try Self.candidate(store).0
    for patient in 0..<12 {
      let suggestion = try #require(try suggestions(store)["patient|070\(patient)"])
      // What is kept stands beside it: a ranker learns from two classes.
      if let part = suggestion.parts.first(where: { $0.title.hasPrefix("Antécédent : hypert") }) {
        _ = try store.append([
          LedgerDraft(
            time: Self.now, agent: "claire",
            payload: .decision(
              Decision(
                suggestion: suggestion.id, part: part.id, project: .medical, verdict: .reject,
                reason: "attribute", correction: ["qualifiers": ""], seen: Self.seen)))
        ])
      }
      try Self.reject(
        store, patient, "Antécédent : diabète", reason, agent: "reader\(patient % 3)",
        correction: reason == "attribute" ? ["qualifiers": "h"] : [:])
    }
    let model = try Self.candidate(store).0
    #expect((model.scorer != base.scorer) == changed[0] || changed[1])
    #expect((model.exceptions != base.exceptions) == changed[2])
  }

  @Test("The same decisions give the same candidate, byte for byte")
  func replayed() throws {
    func bytes() throws -> Data {
      let store = try Self.store()
      try Self.reject(store, 0, "Antécédent : asthme", "span", agent: "claire")
      try Self.reject(store, 1, "Antécédent : diabète", "useless", agent: "paul")
      return try Self.candidate(store).1.content
    }
    #expect(try bytes() == bytes())
  }

  @Test("A candidate that does worse on decisions kept aside is not promoted")
  func guarded() throws {
    let store = try Self.store()
    var (_, record) = try Self.candidate(store)
    record.summary.figures = [
      .init(
        name: LocalizedText(same: "Brier"), before: 0.1, after: 0.2, higherIsBetter: false)
    ]
    #expect(!record.summary.figures[0].isFall, "only a guard forbids")
    record.summary.figures[0].isGuard = true
    #expect(record.summary.figures[0].isFall)
    record.summary.figures[0].after = 0.1
    #expect(!record.summary.figures[0].isFall)
    record.summary.figures[0].higherIsBetter = true
    record.summary.figures[0].after = 0.05
    #expect(record.summary.figures[0].isFall)
  }
}
