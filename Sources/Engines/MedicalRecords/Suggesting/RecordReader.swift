import Review

/// Reads all notes of a patient with the terminology and the model in use.
struct RecordReader: Sendable {
  let terminology: Terminology
  let model: MedicalModel

  /// The record of a patient with facts, statements and conflicts.
  func record(_ key: String, notes: [PatientNote]) -> PatientRecord {
    var record = PatientRecord(key: key, notes: notes)
    let numbered = Array(record.notes.enumerated())
    record.facts = Parallel.map(numbered.map { NumberedNote(index: $0.offset, note: $0.element) }) {
      facts(of: $0)
    }.flatMap { $0 }
    var builder = RecordBuilder(ranker: model.ranker, exceptions: model.exceptions)
    builder.build(&record)
    return record
  }

  private struct NumberedNote: Sendable {
    var index: Int
    var note: PatientNote
  }

  private func facts(of numbered: NumberedNote) -> [RecordFact] {
    let reading = NoteReading(
      numbered.note, index: numbered.index, terminology: terminology,
      noise: PageNoise.lines(numbered.note.text), tagger: model.mentions,
      rejected: model.rejectedSpans)
    return FactFinder.facts(reading, scorer: model.scorer)
  }
}
