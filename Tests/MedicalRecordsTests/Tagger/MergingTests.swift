import Review
import Testing

@testable import MedicalRecords

/// What the tagger adds to the terminology, in notes and in summaries.
@Suite("Learned mentions in the summary")
struct MergingTests {
  private static func mention(
    _ text: ClinicalText, _ tokens: Range<Int>, _ label: String, _ code: String, score: Double = 0.9
  ) -> Mention {
    Mention(tokens: tokens, span: text.span(tokens), label: label, code: code, score: score)
  }

  private static func merged(_ text: ClinicalText, _ learned: [Mention]) -> [ConceptMention] {
    ConceptMerging(terminology: .standard, text: text).merged(
      Terminology.standard.matches(text), learned)
  }

  @Test("What the terminology does not know comes in, with its words or the code's label")
  func added() {
    let text = ClinicalText("Un trichoblastome de la région temporale.")
    let found = Self.merged(
      text, [Self.mention(text, 1..<2, "morphologie", "8100/3")])
    let concept = found.first { $0.tokens == 1..<2 }
    #expect(concept?.isLearned == true && concept?.concept.code == "8100/3")
    #expect(concept?.concept.kind == .morphology && concept?.concept.label == "trichoblastome")
  }

  @Test(
    "What names no diagnosis, or hardly a code, stays out",
    arguments: [
      ("morphologie", "8000/1", 0.9), ("morphologie", "", 0.9), ("morphologie", "8100/3", 0.2),
      ("inconnu", "8100/3", 0.9),
    ])
  func left(_ label: String, _ code: String, _ score: Double) {
    let text = ClinicalText("Un trichoblastome étendu.")
    #expect(Self.merged(text, [Self.mention(text, 1..<2, label, code, score: score)]).isEmpty)
  }

  @Test("A longer mention with an exact code takes the place of a general one")
  func refined() throws {
    let text = ClinicalText("Un carcinome festonné du sein.")
    let before = try #require(Self.merged(text, []).first)
    #expect(before.concept.code == "8010/3")
    let after = try #require(
      Self.merged(text, [Self.mention(text, 1..<3, "morphologie", "8507/3")]).first)
    #expect(after.concept.code == "8507/3" && after.tokens == 1..<3 && after.isLearned)
    let broad = try #require(
      Self.merged(text, [Self.mention(text, 1..<3, "morphologie", "8010/3")]).first)
    #expect(!broad.isLearned)
  }

  @Test(
    "Labels of annotators",
    arguments: [
      ("morphologie", ConceptKind.morphology), ("Topographie", .site), ("disorder", .disease),
      ("antibiotic", .antibiotic),
    ])
  func labels(_ label: String, _ kind: ConceptKind) {
    #expect(ConceptMerging.kind(of: label) == kind)
  }

  @Test("A tumour that only the tagger knows is a line of the summary, anchored and coded")
  func summary() throws {
    let tagged = try Self.trained()
    let note = PatientNote(
      key: "k", patient: "p", date: nil, kind: .pathology, title: "",
      text: "Conclusion : découverte d'un trichoblastome malin de 3 cm du rein, bien limité.",
      identity: PatientIdentity(), file: "f", line: 1)
    let plain = RecordReader(terminology: .standard, model: MedicalModel()).record(
      "p", notes: [note])
    #expect(!plain.statements.contains { $0.slot == .morphology && $0.code == "8100/3" })
    let record = RecordReader(terminology: .standard, model: tagged).record("p", notes: [note])
    let statement = try #require(record.statements.first { $0.code == "8100/3" })
    #expect(statement.slot == .morphology && statement.facts.first?.quote == "trichoblastome malin")
  }

  @Test("A string that two readers rejected is no longer taken, one reader changes nothing")
  func rejected() {
    let text = ClinicalText("Un carcinome du sein.")
    let found = Self.merged(text, [])
    let key = SpanExceptions.key(kind: "morphology", stems: text.stems[1..<2])
    for (kept, rejected, isGone) in [
      (0.0, 1.0, false), (0, 2, true), (1, 2, false), (0, 3, true), (2, 3, false), (1, 3, true),
    ] {
      let exceptions = SpanExceptions(tallies: [key: .init(kept: kept, rejected: rejected)])
      let left = exceptions.filtered(found, text)
      #expect(left.contains { $0.tokens == 1..<2 } == !isGone, "\(kept) \(rejected)")
    }
  }

  @Test("In the samples, a type of tumour that only the tagger knows is named once it has learned")
  func samples() throws {
    let store = try Samples.store.get()
    let outcome = try MedicalRecordsEngine().train(
      TrainingRequest(decisions: [], circumstances: circumstances(), lastSequence: 0),
      records: store.records, observer: TestObserver())
    guard case .candidate(let content, let summary) = outcome else {
      Issue.record("no candidate")
      return
    }
    let model = try MedicalModel(
      ModelRecord(
        project: .medical, version: 1, state: .active, created: Timestamp(milliseconds: 0),
        content: content, sha256: "", summary: summary))
    let notes = try Material(MedicalSources(), records: store.records, knowledge: [:])
      .patients["0203"]
    func codes(_ model: MedicalModel) throws -> [String] {
      RecordReader(terminology: .standard, model: model).record(
        "0203", notes: try #require(notes)
      ).statements.filter { $0.slot == .morphology }.map(\.code)
    }
    #expect(try !codes(MedicalModel()).contains("8507/3"))
    #expect(try codes(model).contains("8507/3"))
  }

  /// A model that learned one tumour the terminology has not.
  static func trained() throws -> MedicalModel {
    var model = MedicalModel()
    var training = MentionTraining()
    training.options.bits = 16
    let examples = (0..<60).map { index -> MentionModel.Example in
      let site = TaggerFixture.sites[index % 8]
      let text = ClinicalText(
        "Découverte d'un trichoblastome malin de \(index % 9) cm du \(site), opéré en 20\(10 + index % 20)."
      )
      let begin = text.tokens.indices.first { text.folded($0) == "trichoblastome" } ?? 0
      return MentionModel.Example(
        text: text,
        mentions: [.init(tokens: begin..<begin + 2, label: "morphologie", code: "8100/3")])
    }
    model.mentions = try training.run(examples)
    return model
  }
}
