import Foundation
import Review
import ReviewStore
import Testing

@testable import MedicalRecords

/// Writes what an analysis makes into a store in memory.
final class TestSink: AnalysisSink, @unchecked Sendable {
  let store: MemoryStore
  var refusals: [Refusal] = []
  init(_ store: MemoryStore) { self.store = store }
  var isCancelled: Bool { false }
  func progressed(_ progress: AnalysisProgress) {}
  func refused(_ refusal: Refusal) { refusals.append(refusal) }
  func receive(documents: [Document]) throws { try store.save(documents: documents) }
  func receive(records: [SourceRecord]) throws { try store.save(records: records) }
  func receive(examples: [TrainingExample]) throws { try store.save(examples: examples) }
  func receive(suggestions: [Suggestion]) throws { try store.save(suggestions: suggestions) }
}

/// A store filled from the invented patients.
func sampleStore() throws -> MemoryStore {
  let store = MemoryStore(agent: "claire")
  let engine = MedicalRecordsEngine()
  let corpus = try engine.read([Samples.folder], request: circumstances(), observer: TestObserver())
  try engine.analyse(
    corpus, request: circumstances(), records: store.records, sink: TestSink(store))
  return store
}

func suggestions(_ store: MemoryStore) throws -> [String: Suggestion] {
  var all: [String: Suggestion] = [:]
  try store.records.forEachSuggestion(SuggestionQuery(project: .medical, statuses: [])) {
    all[$0.naturalKey] = $0
    return true
  }
  return all
}

extension Suggestion {
  /// The statements of the summary.
  var statements: [StatementsEvidence.Statement] {
    evidence.flatMap { evidence -> [StatementsEvidence.Statement] in
      if case .statements(let all) = evidence { return all.sections.flatMap(\.statements) }
      return []
    }
  }

  func texts(_ label: String) -> [String] {
    statements.filter { $0.label.fr == label }.map(\.text.fr)
  }
}

@Suite("Records of the invented patients")
struct RecordTests {
  @Test("Eight patients, each with its story")
  func patients() throws {
    let all = try suggestions(try Samples.store.get())
    #expect(all.count == 8)
    let colon = try #require(all["patient|0147"])
    #expect(colon.texts("Latéralité").count == 1)
    #expect(colon.texts("Allergie et prescription").count == 1)
    #expect(colon.texts("Clavien-Dindo").contains { $0.hasPrefix("grade IIIb") })
    #expect(colon.texts("Complication").contains { $0.hasPrefix("fistule anastomotique") })
    #expect(colon.texts("pTNM").first == "pT3 N1b M0")
    #expect(colon.texts("Famille").contains { $0.hasPrefix("diabète") })
    #expect(!colon.texts("Antécédent").contains { $0.hasPrefix("diabète") })
    let rectum = try #require(all["patient|0422"])
    #expect(rectum.texts("Arrêté mais prescrit à la sortie").count == 1)
    #expect(rectum.texts("Stade").isEmpty, "a stage after treatment is no conflict")
    #expect(try #require(all["patient|0203"]).texts("Stade").count == 1)
    #expect(try #require(all["patient|0318"]).texts("État fonctionnel").count >= 2)
    #expect(
      try #require(all["patient|0856"]).texts("Antécédent").contains {
        $0.hasPrefix("maladie de Crohn")
      })
  }

  @Test("Every statement but the missing fields is anchored, and its words are in the span")
  func anchored() throws {
    let store = try Samples.store.get()
    var count = 0
    for suggestion in try suggestions(store).values {
      for statement in suggestion.statements where statement.status != .missing {
        #expect(!statement.sources.isEmpty)
        for source in statement.sources {
          let document = try #require(try store.document(source.document))
          #expect(source.span.count > 0)
          #expect(source.span.end <= document.text.unicodeScalars.count)
          count += 1
        }
      }
    }
    #expect(count > 150)
  }

  @Test("What is written as the value stands in the span, or is the terminology's word for it")
  func quoted() throws {
    var reader = MedicalReader(observer: TestObserver())
    let sources = try reader.read([Samples.folder])
    let records = RecordReader(terminology: .standard, model: MedicalModel())
    for (key, notes) in Dictionary(
      grouping: sources.notes.filter { !$0.patient.isEmpty }, by: \.patient)
    {
      let record = records.record(key, notes: notes)
      for fact in record.statements.flatMap(\.facts) {
        let scalars = Array(record.notes[fact.note].text.unicodeScalars)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[fact.span.range])
        #expect(String(view) == fact.quote)
      }
    }
  }

  @Test("Names, numbers and birth dates are on no screen")
  func masked() throws {
    let store = try Samples.store.get()
    let secrets = [
      "MARTIN", "Jeanne", "DURIEUX", "LACAZE", "8004123456", "05 61 00 00 00", "ANDRÉ",
      "12/03/1954", "LEROY",
    ]
    try store.records.forEachDocument(project: .medical, kind: StoredNotes.documentKind) {
      document in
      for secret in secrets {
        #expect(!document.text.contains(secret) && !document.title.contains(secret))
      }
      return true
    }
    let data = try JSONEncoder().encode(Array(try suggestions(store).values))
    let text = String(decoding: data, as: UTF8.self)
    for secret in secrets { #expect(!text.contains(secret)) }
  }

  @Test("The same input gives the same output")
  func deterministic() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let first = try suggestions(try sampleStore()).values.sorted { $0.id < $1.id }
    let second = try suggestions(try sampleStore()).values.sorted { $0.id < $1.id }
    #expect(try encoder.encode(first) == encoder.encode(second))
  }

  @Test("Copied sentences count once")
  func copies() {
    let note = PatientNote(
      key: "a", patient: "p", date: nil, kind: .other, title: "",
      text: "Adénocarcinome du côlon droit.",
      identity: PatientIdentity(), file: "a", line: 1)
    let notes = (0..<5).map { index in
      var copy = note
      copy.key = "n\(index)"
      return copy
    }
    let record = RecordReader(terminology: .standard, model: MedicalModel()).record(
      "p", notes: notes)
    #expect(record.statements.first { $0.slot == .morphology }?.documents == 1)
    #expect(record.statements.first { $0.slot == .morphology }?.facts.count == 5)
  }

  @Test(
    "Two thousand documents and a document of five megabytes stay bounded", .timeLimit(.minutes(2)))
  func large() throws {
    let text =
      "Antécédents : hypertension artérielle.\nAdénocarcinome du côlon droit pT3 N1 M0. Pas de métastase.\n"
    let notes = (0..<2000).map { index in
      PatientNote(
        key: "n\(index)", patient: "p", date: nil, kind: .other, title: "",
        text: text + "note \(index)",
        identity: PatientIdentity(), file: "f", line: 1)
    }
    let reader = RecordReader(terminology: .standard, model: MedicalModel())
    #expect(reader.record("p", notes: notes).statements.count < 40)
    var big = notes[0]
    big.text = String(repeating: text, count: 5_000_000 / text.utf8.count)
    let record = reader.record("p", notes: [big])
    #expect(record.statements.contains { $0.slot == .pathologicalStage })
  }
}
