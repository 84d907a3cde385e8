import Foundation
import Learning
import Review

/// Summarises records: the notes that were read, together with those the store holds.
struct MedicalAnalysis {
  /// The number of values given to the sink at once.
  private static let chunk = 200

  let request: AnalysisRequest
  let engine: String

  func run(
    _ sources: MedicalSources, records: any RecordSource, sink: any AnalysisSink
  ) throws {
    let hashes = Dictionary(
      sources.files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    let material = try Material(sources, records: records, knowledge: request.knowledge)
    try store(sources, material, hashes, sink)
    let reader = RecordReader(
      terminology: material.terminology,
      model: try request.model.map { try MedicalModel($0) } ?? MedicalModel())
    let composer = SuggestionComposer(request: request, engine: engine, hashes: hashes)
    let patients = material.patients.keys.sorted()
    for (index, key) in patients.enumerated() {
      if sink.isCancelled { throw CancellationError() }
      let record = reader.record(key, notes: material.patients[key] ?? [])
      if record.leftOut > 0 { sink.refused(Self.leftOut(record)) }
      try sink.receive(suggestions: [composer.suggestion(record)])
      sink.progressed(
        AnalysisProgress(
          stage: LocalizedText(fr: "synthèse des dossiers", en: "summarising records"),
          done: index + 1, total: patients.count))
    }
  }

  private static func leftOut(_ record: PatientRecord) -> Refusal {
    Refusal(
      file: record.notes.first?.file ?? "", line: nil, found: "+\(record.leftOut)",
      expected: LocalizedText(
        fr: "\(PatientRecord.noteLimit) documents par patient : les plus anciens sont laissés",
        en: "\(PatientRecord.noteLimit) documents a patient: the oldest are left out"))
  }

  // MARK: Keeping

  private func store(
    _ sources: MedicalSources, _ material: Material, _ hashes: [String: String],
    _ sink: any AnalysisSink
  ) throws {
    try sink.receive(records: StoredNotes.records(sources.terms))
    let masks = masks(sources, material)
    for start in stride(from: 0, to: sources.notes.count, by: Self.chunk) {
      let notes = Array(sources.notes[start..<min(start + Self.chunk, sources.notes.count)])
      try sink.receive(records: try notes.map { try StoredNotes.record($0) })
      let shown = notes.filter { !$0.patient.isEmpty }
      try sink.receive(documents: Parallel.map(shown) { document($0, masks, hashes) })
    }
  }

  /// What hides a patient's identity, and the number shown instead.
  private struct Mask: Sendable {
    var mask: IdentityMask
    var number: String
  }

  private func masks(_ sources: MedicalSources, _ material: Material) -> [String: Mask] {
    var masks: [String: Mask] = [:]
    for key in Set(sources.notes.map(\.patient)) where !key.isEmpty {
      let record = PatientRecord(key: key, notes: material.patients[key] ?? [])
      masks[key] = Mask(
        mask: IdentityMask(record.identity), number: record.number(salt: request.pseudonymSalt))
    }
    return masks
  }

  private func document(
    _ note: PatientNote, _ masks: [String: Mask], _ hashes: [String: String]
  ) -> Document {
    let mask = masks[note.patient]?.mask ?? IdentityMask(note.identity)
    let number = masks[note.patient]?.number ?? ""
    return StoredNotes.document(
      note, masked: mask.masked(note.text),
      title: "\(number) · \(note.kind == .other ? mask.masked(note.title) : note.kind.title.fr)",
      number: number,
      provenance: Provenance(
        file: note.file, sha256: hashes[note.file] ?? "", row: note.line, engine: engine,
        time: request.now))
  }
}

/// Everything an analysis or a training works on: notes by patient and the terminology.
struct Material {
  var patients: [String: [PatientNote]] = [:]
  var terminology = Terminology.standard

  init(
    _ sources: MedicalSources, records: any RecordSource, knowledge: [String: [KnowledgeRow]]
  ) throws {
    var notes: [String: PatientNote] = [:]
    try records.forEachRecord(project: .medical, kind: StoredNotes.noteKind) { record in
      // Annotated texts are learned from and belong to nobody.
      if let note = StoredNotes.note(record), !note.patient.isEmpty { notes[note.key] = note }
      return true
    }
    for note in sources.notes { notes[note.key] = note }
    for key in notes.keys.sorted() {
      guard let note = notes[key], !note.patient.isEmpty else { continue }
      patients[note.patient, default: []].append(note)
    }
    try records.forEachRecord(project: .medical, kind: StoredNotes.termKind) { record in
      for term in StoredNotes.terms(record) { terminology.add(term) }
      return true
    }
    for term in sources.terms { terminology.add(term) }
    for row in knowledge[MedicalPanel.lexiconTable] ?? [] {
      terminology.add(
        GivenTerm(
          term: row.values["term"] ?? row.key, code: row.values["code"] ?? "",
          kind: row.values["kind"] ?? ConceptKind.disease.rawValue))
    }
  }
}
