import Foundation
import Review
import ReviewStore
import Session
import Testing

@testable import MedicalRecords

/// Each kind of rejection corrects what caused it and nothing else.
@Suite("Causes of rejections")
struct CauseCases {
  private static let seen = Decision.Seen(
    model: nil, score: 0.5, rank: 1, seconds: 3, language: .french)
  private static let now = Timestamp(milliseconds: 1_795_651_200_000)
  /// So many that a frozen fifth leaves enough to learn from.
  private static let patients = 20

  static func note(_ key: String, _ patient: String, _ text: String) -> PatientNote {
    PatientNote(
      key: key, patient: patient, date: nil, kind: .consultation, title: "", text: text,
      identity: PatientIdentity(), file: "f", line: 1)
  }

  /// Annotated texts for a tagger, which belong to nobody.
  static let annotated = (0..<120).map { index -> PatientNote in
    let example = TaggerFixture.example(index)
    var note = note(
      "a\(index)", "", String(decoding: example.text.utf8, as: UTF8.self))
    note.annotations = example.mentions.map {
      NoteAnnotation(label: $0.label, span: example.text.span($0.tokens), code: $0.code)
    }
    return note
  }

  static func store(_ texts: [String], annotated: Bool = false) throws -> MemoryStore {
    let store = MemoryStore(agent: "claire")
    var sources = MedicalSources()
    sources.notes = texts.enumerated().map { note("n\($0)", "p\($0)", $1) }
    if annotated { sources.notes += Self.annotated }
    try MedicalRecordsEngine().analyse(
      sources, request: circumstances(), records: store.records, sink: TestSink(store))
    _ = try store.append([
      LedgerDraft(
        time: now, agent: "claire", payload: .role(Agent(id: "claire", role: .administrator)))
    ])
    return store
  }

  static func decide(
    _ store: MemoryStore, _ patient: Int, _ prefix: String, _ verdict: Verdict,
    _ reason: String? = nil, agent: String = "claire", correction: [String: String] = [:]
  ) throws {
    let suggestion = try #require(try suggestions(store)["patient|p\(patient)"])
    let part = try #require(suggestion.parts.first { $0.title.hasPrefix(prefix) }, "\(prefix)")
    _ = try store.append([
      LedgerDraft(
        time: now, agent: agent,
        payload: .decision(
          Decision(
            suggestion: suggestion.id, part: part.id, project: .medical, verdict: verdict,
            reason: reason, correction: correction, seen: seen)))
    ])
  }

  static func candidate(_ store: MemoryStore) throws -> (model: MedicalModel, record: ModelRecord) {
    let record = try TrainingService(store: store, engine: MedicalRecordsEngine()).train(
      circumstances: circumstances(model: try store.activeModel(.medical)), agent: "claire",
      observer: TestObserver())
    return (try MedicalModel(record), record)
  }

  static func promote(_ store: MemoryStore, _ record: ModelRecord) throws {
    try TrainingService(store: store, engine: MedicalRecordsEngine()).promote(
      version: record.version, circumstances: circumstances(), agent: "claire",
      observer: TestObserver())
  }

  private static let histories = (0..<patients).map { index in
    "Antécédents : hypertension artérielle, diabète, asthme. Suivi depuis \(2000 + index)."
  }

  /// What differs between two models.
  static func changes(_ model: MedicalModel, from base: MedicalModel) -> Set<String> {
    var changes: Set<String> = []
    for qualifier in Qualifier.allCases
    where model.scorer.models[qualifier.rawValue] != base.scorer.models[qualifier.rawValue] {
      changes.insert(String(qualifier.letter))
    }
    if model.ranker != base.ranker { changes.insert("ranker") }
    if model.exceptions != base.exceptions { changes.insert("concepts") }
    if model.rejectedSpans != base.rejectedSpans { changes.insert("spans") }
    if model.mentions?.bytes != base.mentions?.bytes { changes.insert("tagger") }
    return changes
  }

  @Test(
    "A reason changes its cause and nothing else",
    arguments: [
      ("attribute", "h", ["h"]), ("attribute", "n", ["n"]), ("attribute", "f", ["f"]),
      ("patient", "", ["f"]), ("useless", "", ["ranker", "concepts"]),
      ("outdated", "", ["ranker"]), ("span", "", ["ranker", "concepts", "spans"]),
    ] as [(String, String, Set<String>)])
  func causes(_ reason: String, _ letters: String, _ expected: Set<String>) throws {
    func model(_ rejects: Bool) throws -> MedicalModel {
      let store = try Self.store(Self.histories)
      for patient in 0..<Self.patients {
        // What is kept stands beside what is rejected: both models learn from two classes.
        try Self.decide(store, patient, "Antécédent : hypertension", .accept)
        guard rejects else { continue }
        try Self.decide(
          store, patient, "Antécédent : asthme", .reject, reason, agent: "reader\(patient % 3)",
          correction: letters.isEmpty ? [:] : ["qualifiers": letters])
      }
      return try Self.candidate(store).model
    }
    // Kept statements alone count for their concepts; that is the same on both sides.
    let changed = Self.changes(try model(true), from: try model(false))
    #expect(changed == expected, "\(changed)")
  }

  @Test("A wrong span teaches the tagger its sentence and leaves other sentences alone")
  func tagger() throws {
    let wrong = "Éliminé après relecture : sarcome pléomorphe, sans suite."
    let right = "Découverte d'un sarcome pléomorphe de 3 cm du pancréas, opéré en 2031."
    let store = try Self.store([wrong, right, wrong], annotated: true)
    let (base, record) = try Self.candidate(store)
    let found = { (model: MedicalModel, text: String) in
      let clinical = ClinicalText(text)
      return (model.mentions?.mentions(clinical) ?? []).map { clinical.string($0.tokens) }
    }
    #expect(found(base, wrong) == ["sarcome pléomorphe"])
    #expect(found(base, right) == ["sarcome pléomorphe", "pancréas"])
    try Self.promote(store, record)
    try Self.decide(store, 0, "Histologie", .reject, "span", agent: "claire")
    try Self.decide(store, 2, "Histologie", .reject, "span", agent: "paul")
    let learned = try Self.candidate(store).model
    #expect(found(learned, wrong).isEmpty)
    #expect(found(learned, right) == ["sarcome pléomorphe", "pancréas"])
    let again = try Self.candidate(store).model
    #expect(again.data == learned.data, "byte for byte")
  }

  @Test(
    "One doctor flips no concept, however often; a second one does",
    arguments: ["useless", "span"])
  func oneDoctor(_ reason: String) throws {
    let store = try Self.store(Self.histories + [Self.histories[0]])
    for patient in 0..<Self.patients {
      try Self.decide(store, patient, "Antécédent : hypertension", .accept, agent: "paul")
      try Self.decide(store, patient, "Antécédent : asthme", .reject, reason, agent: "claire")
    }
    func shown() throws -> [String] {
      let texts = try suggestions(store)["patient|p\(Self.patients)"]?.texts("Antécédent") ?? []
      return texts
    }
    try Self.promote(store, try Self.candidate(store).record)
    #expect(try shown().contains { $0.hasPrefix("asthme") }, "one reader, twenty times")
    for patient in 0..<3 {
      for agent in ["anne", "jean"] {
        try Self.decide(store, patient, "Antécédent : asthme", .reject, reason, agent: agent)
      }
    }
    try Self.promote(store, try Self.candidate(store).record)
    #expect(try !shown().contains { $0.hasPrefix("asthme") })
    #expect(try shown().contains { $0.hasPrefix("hypertension") })
  }

  // MARK: Frozen decisions

  /// Decisions on statements that a feature tells apart; `isReversed` for those learned from.
  private static func decisions(reversed: Bool) -> [TrainingRequest.LabelledDecision] {
    let width =
      RecordStatement.Feature.allCases.count
      + Qualifier.allCases.count * QualifierFeatures.Name.allCases.count
    return (0..<200).map { index in
      let key = "patient|\(index)"
      let isDoubtful = index.isMultiple(of: 2)
      var values = [Float](repeating: 0, count: width)
      values[RecordStatement.Feature.hypothesis.rawValue] = isDoubtful ? 1 : 0
      let isFrozen = MedicalTraining.isFrozen(suggestion: key, part: "x")
      let isKept = isDoubtful == (reversed && !isFrozen)
      return .init(
        sequence: index, agent: "claire", time: now,
        decision: Decision(
          suggestion: "s\(index)", part: "x", project: .medical,
          verdict: isKept ? .accept : .reject, reason: isKept ? nil : "useless", seen: seen),
        naturalKey: key, features: FrozenFeatures(schema: RecordStatement.schema, values: values),
        selection: Selection(.best))
    }
  }

  private static func train(
    _ decisions: [TrainingRequest.LabelledDecision], _ store: MemoryStore
  ) throws -> ModelRecord {
    let outcome = try MedicalRecordsEngine().train(
      TrainingRequest(
        decisions: decisions, circumstances: circumstances(model: try store.activeModel(.medical)),
        lastSequence: decisions.count),
      records: store.records, observer: TestObserver())
    guard case .candidate(let content, let summary) = outcome else {
      throw EngineError.unknownName("candidate")
    }
    return try store.saveCandidate(
      project: .medical, content: content, summary: summary, agent: "claire", now: now)
  }

  @Test("A candidate that frozen decisions speak against is refused, the old model stays")
  func frozen() throws {
    let store = try Self.store([])
    let good = try Self.train(Self.decisions(reversed: false), store)
    let guards = good.summary.figures.filter { $0.isGuard == true }
    #expect(!guards.isEmpty)
    #expect(!guards.contains { $0.isFall })
    try Self.promote(store, good)
    let bad = try Self.train(Self.decisions(reversed: true), store)
    #expect(bad.summary.figures.contains { $0.isFall })
    #expect(throws: EngineError.self) { try Self.promote(store, bad) }
    #expect(try store.activeModel(.medical)?.version == good.version)
    let better = try Self.train(Self.decisions(reversed: false), store)
    #expect(!better.summary.figures.contains { $0.isFall })
    try Self.promote(store, better)
    #expect(try store.activeModel(.medical)?.version == better.version)
  }

  @Test("A fifth of the statements is frozen, the same each time")
  func share() {
    let frozen = (0..<1000).count {
      MedicalTraining.isFrozen(suggestion: "patient|\($0)", part: "p")
    }
    #expect((150...250).contains(frozen))
    #expect(
      MedicalTraining.isFrozen(suggestion: "a", part: "b")
        == MedicalTraining.isFrozen(suggestion: "a", part: "b"))
  }
}
