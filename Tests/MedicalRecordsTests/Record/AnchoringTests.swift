import Foundation
import Language
import Review
import Testing

@testable import MedicalRecords

/// Every line of every summary is anchored, and what it says stands in its span: word for word, as
/// words of the terminology for the concept, or as the value that the finders read there.
@Suite("Anchoring")
struct AnchoringTests {
  /// Why a statement is not borne out by its first source, or `nil`.
  static func flaw(_ statement: RecordStatement, _ record: PatientRecord) -> String? {
    guard let fact = statement.facts.first else { return "no source" }
    let note = record.notes[fact.note]
    let scalars = Array(note.text.unicodeScalars)
    guard fact.span.begin >= 0, fact.span.begin < fact.span.end, fact.span.end <= scalars.count
    else { return "span \(fact.span) outside" }
    let words = String(String.UnicodeScalarView(scalars[fact.span.range]))
    guard words == fact.quote else { return "quote « \(fact.quote) » is not « \(words) »" }
    return isBorne(statement, fact, words) ? nil : "« \(statement.value) » not in « \(words) »"
  }

  private static func isBorne(
    _ statement: RecordStatement, _ fact: RecordFact, _ words: String
  ) -> Bool {
    let text = ClinicalText(words)
    let said = Set(text.stems)
    let value = PhraseTrie.stems(of: statement.value)
    if value.allSatisfy({ said.contains($0) }) { return true }
    // The terminology's word for what stands there: the first part of the value is its label.
    let labels = Terminology.standard.matches(text).map {
      Terminology.standard.concepts[Int($0.concept)]
    }
    if labels.contains(where: { statement.value.contains($0.label) }) { return true }
    // A normalised value: TNM, a date, a score with its number, a grade suggested from an event.
    if TNMFinder.stages(text).contains(where: { statement.value.contains($0.title) }) {
      return true
    }
    if TimeFinder.times(text).contains(where: { statement.value.contains($0.value) }) {
      return true
    }
    let numbers = statement.value.split(whereSeparator: { !$0.isNumber })
    if !numbers.isEmpty, numbers.allSatisfy({ words.contains($0) }) { return true }
    // A score or a stage: its value, after the name that the form gives it.
    if let last = statement.value.split(separator: " ").last, words.contains(last) { return true }
    return fact.isSuggested || isEvent(statement)
  }

  /// Fields whose words the form prescribes (« phase initiale », « rechute »).
  private static func isEvent(_ statement: RecordStatement) -> Bool {
    [.discovery, .phase, .progression, .documentStatus, .quorum, .lifestyle].contains(
      statement.slot) || statement.key.hasSuffix("|none")
  }

  @Test("All samples: 100 % of the lines")
  func samples() throws {
    var reader = MedicalReader(observer: TestObserver())
    let sources = try reader.read([Samples.folder])
    let patients = Dictionary(
      grouping: sources.notes.filter { !$0.patient.isEmpty }, by: \.patient)
    let records = RecordReader(terminology: .standard, model: MedicalModel())
    var count = 0
    for (key, notes) in patients {
      let record = records.record(key, notes: notes)
      for statement in record.statements {
        count += 1
        let flaw = Self.flaw(statement, record)
        #expect(flaw == nil, "\(key), \(statement.slot): \(flaw ?? "")")
      }
      for conflict in record.conflicts {
        #expect(conflict.sides.count == 2 && conflict.sides.allSatisfy { $0.1.span.count > 0 })
      }
    }
    #expect(patients.count == 8 && count > 150)
  }

  @Test(
    "All reports of the data: 100 % of the lines", .enabled(if: SharedData.isPresent),
    arguments: ["fracco_dev.jsonl", "e3c_fr_dev.jsonl", "e3c_fr_layer3_postoperative_cases.jsonl"])
  func data(_ name: String) throws {
    let file = try #require(SharedData.file(name))
    let documents = try EvaluationDocument.read([file], observer: TestObserver())
    let flaws = Parallel.map(documents) { document -> (count: Int, flaws: [String]) in
      let note = PatientNote(
        key: document.id, patient: document.id, date: nil, kind: .other, title: "",
        text: document.text, identity: PatientIdentity(), file: name, line: 1)
      let record = RecordReader(terminology: .standard, model: MedicalModel()).record(
        document.id, notes: [note])
      return (
        record.statements.count,
        record.statements.compactMap { statement in
          Self.flaw(statement, record).map { "\(document.id), \(statement.slot): \($0)" }
        }
      )
    }
    #expect(flaws.reduce(0) { $0 + $1.count } > documents.count)
    let all = flaws.flatMap(\.flaws)
    #expect(all.isEmpty, "\(all.count): \(all.prefix(8))")
  }
}
