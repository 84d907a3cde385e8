import Foundation
import Review
import ReviewStore
import Testing

@testable import MedicalRecords

@Suite("Learning from decisions")
struct LearningTests {
  private static let seen = Decision.Seen(
    model: nil, score: 0.5, rank: 1, seconds: 3, language: .french)

  private func request(_ decisions: [TrainingRequest.LabelledDecision]) -> TrainingRequest {
    TrainingRequest(
      decisions: decisions, circumstances: circumstances(), lastSequence: decisions.count)
  }

  private func decided(
    _ suggestion: Suggestion, _ part: Part, _ verdict: Verdict, reason: String? = nil,
    agent: String = "claire", correction: [String: String] = [:], sequence: Int = 1
  ) -> TrainingRequest.LabelledDecision {
    .init(
      sequence: sequence, agent: agent, time: Timestamp(milliseconds: 0),
      decision: Decision(
        suggestion: suggestion.id, part: part.id, project: .medical, verdict: verdict,
        reason: reason,
        correction: correction, seen: Self.seen),
      naturalKey: suggestion.naturalKey, features: part.features, selection: Selection(.best))
  }

  private func model(_ decisions: [TrainingRequest.LabelledDecision], _ store: MemoryStore) throws
    -> (MedicalModel, Data)
  {
    let outcome = try MedicalRecordsEngine().train(
      request(decisions), records: store.records, observer: TestObserver())
    guard case .candidate(let content, let summary) = outcome else {
      throw EngineError.unknownName("candidate")
    }
    let record = ModelRecord(
      project: .medical, version: 1, state: .candidate, created: Timestamp(milliseconds: 0),
      content: content,
      sha256: "", summary: summary)
    return (try MedicalModel(record), content)
  }

  @Test("Annotated sentences alone make a candidate, the same each time")
  func annotations() throws {
    let store = try sampleStore()
    let (first, bytes) = try model([], store)
    let (_, again) = try model([], store)
    #expect(bytes == again)
    #expect(first.scorer != .shipped)
  }

  @Test("A wrong attribute changes its scorer, a useless statement the ranker")
  func kinds() throws {
    let store = try sampleStore()
    let suggestion = try #require(try suggestions(store)["patient|0147"])
    let parts = suggestion.parts.filter { $0.features != nil }
    let part = try #require(parts.first { $0.kind == "morphology" })
    let attribute = try model(
      (0..<6).map {
        decided(
          suggestion, part, .reject, reason: "attribute", correction: ["qualifiers": "h"],
          sequence: $0)
      }, store
    ).0
    let base = try model([], store).0
    #expect(attribute.scorer.models[1] != base.scorer.models[1])
    #expect(attribute.ranker == base.ranker)
    let ranked = try model(
      parts.enumerated().map {
        decided(
          suggestion, $1, $0.isMultiple(of: 2) ? .accept : .reject, reason: "useless", sequence: $0)
      }, store
    ).0
    #expect(ranked.ranker != base.ranker)
  }

  @Test("One doctor cannot hide a concept, two can")
  func shrinkage() throws {
    let store = try sampleStore()
    let suggestion = try #require(try suggestions(store)["patient|0147"])
    let part = try #require(suggestion.parts.first { $0.kind == "lifestyle" && $0.features != nil })
    let one = try model(
      (0..<9).map { decided(suggestion, part, .reject, reason: "useless", sequence: $0) }, store
    ).0
    #expect(one.exceptions.factor(StatementExceptions.key(part: part.id)) >= 0.5)
    let three = try model(
      ["a", "b", "c"].enumerated().map {
        decided(suggestion, part, .reject, reason: "useless", agent: $1, sequence: $0)
      }, store
    ).0
    #expect(three.exceptions.factor(StatementExceptions.key(part: part.id)) <= 0.1)
  }

  @Test("A model that cannot be read back is said to be damaged")
  func damaged() {
    let record = ModelRecord(
      project: .medical, version: 3, state: .active, created: Timestamp(milliseconds: 0),
      content: Data([1, 2]),
      sha256: "",
      summary: TrainingSummary(exampleCount: 0, decisionCount: 0, lastSequence: 0, figures: []))
    #expect(throws: EngineError.damagedModel(version: 3)) { try MedicalModel(record) }
  }

  @Test("The tagger learns what is annotated and comes back from bytes the same")
  func tagger() throws {
    let examples = (0..<60).map { index -> MentionModel.Example in
      let site = ["sein", "foie", "poumon", "rein"][index % 4]
      let text = ClinicalText(
        "Examen : carcinome infiltrant du \(site) opéré en \(2000 + index), suites simples.")
      return MentionModel.Example(
        text: text,
        mentions: [
          .init(tokens: 2..<4, label: "morphologie", code: "8010/3"),
          .init(tokens: 5..<6, label: "topographie", code: "C\(index % 4)"),
        ])
    }
    var training = MentionTraining()
    training.options.bits = 14
    let model = try training.run(examples)
    let text = ClinicalText("Un carcinome infiltrant du foie est suspecté.")
    let found = model.mentions(text)
    #expect(found.map(\.label) == ["morphologie", "topographie"])
    #expect(found.map(\.code) == ["8010/3", "C1"])
    let again = try MentionModel(bytes: model.bytes)
    #expect(again.mentions(text) == found)
    #expect(again.bytes == model.bytes)
    #expect(throws: (any Error).self) { try MentionModel(bytes: Array(model.bytes.prefix(50))) }
  }
}
