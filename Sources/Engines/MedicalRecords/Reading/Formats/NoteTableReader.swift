import Foundation
import Review
import Tables

/// Reads tables of notes (the columns of OMOP's NOTE) and tables of terms.
enum NoteTableReader {
  private static let mapping = ColumnMapping([
    "id": ["note_id", "id", "doc_id", "document_id", "id_document"],
    "patient": ["person_id", "patient_id", "patient", "ipp", "id_patient", "subject_id"],
    "date": ["note_datetime", "note_date", "date", "date_document"],
    "class": ["note_class_source_value", "note_class", "class", "type", "type_document", "titre"],
    "text": ["note_text", "text", "texte", "contenu"],
  ])
  private static let terms = ColumnMapping([
    "code": ["code", "atc", "cim10", "icd10"],
    "term": ["label", "libelle", "name", "term", "terme", "long_form", "expression"],
    "abbreviation": ["abbreviation", "abreviation", "sigle"],
  ])

  /// The most rows of a table of terms.
  static let termLimit = 500_000

  /// Reads a CSV or TSV file of notes or of terms.
  static func readTable(
    _ url: URL, notes: inout [PatientNote], terms given: inout [GivenTerm],
    refused: @escaping (Refusal) -> Void
  ) throws {
    let reader = try TableReader(url: url, refused: refused)
    let columns = mapping.guess(from: reader.header).names
    func place(_ names: [String: [String]], _ field: String) -> Int? {
      names[field]?.first.flatMap { reader.header.index(of: $0) }
    }
    guard let text = place(columns, "text"), columns["id"] != nil || columns["patient"] != nil
    else {
      return try readTerms(reader, terms: &given)
    }
    let id = place(columns, "id")
    let patient = place(columns, "patient")
    let date = place(columns, "date")
    let title = place(columns, "class")
    while let row = try reader.next() {
      let key = row.text(id)
      notes.append(
        note(
          id: key.isEmpty ? "\(row.line)" : key, patient: row.text(patient), date: row.text(date),
          title: row.text(title), text: row.text(text), file: reader.file, line: row.line))
    }
  }

  private static func readTerms(_ reader: TableReader, terms given: inout [GivenTerm]) throws {
    let columns = terms.guess(from: reader.header).names
    func place(_ field: String) -> Int? {
      columns[field]?.first.flatMap { reader.header.index(of: $0) }
    }
    let code = place("code")
    let abbreviation = place("abbreviation")
    guard let term = place("term"), code != nil || abbreviation != nil else {
      let found = reader.header.names.joined(separator: ", ")
      throw TableError(
        .unreadable,
        Refusal(
          file: reader.file, line: reader.headerLine, found: found,
          expected: LocalizedText(
            fr:
              "des colonnes note_id, person_id, note_datetime, note_class, note_text, ou code, label",
            en: "columns note_id, person_id, note_datetime, note_class, note_text, or code, label"))
      )
    }
    let isDrug = reader.header.names.contains { $0.lowercased() == "atc" }
    while let row = try reader.next(), given.count < termLimit {
      if let abbreviation, !row.text(abbreviation).isEmpty {
        given.append(
          GivenTerm(term: row.text(abbreviation), code: row.text(term), kind: "abbreviation"))
      } else {
        given.append(
          GivenTerm(
            term: row.text(term), code: row.text(code),
            kind: isDrug ? ConceptKind.drug.rawValue : ConceptKind.disease.rawValue))
      }
    }
  }

  /// Reads JSON Lines of notes, with their annotations when there are some.
  static func readJSON(
    _ url: URL, notes: inout [PatientNote], refused: @escaping (Refusal) -> Void
  ) throws {
    let reader = try JSONRecordReader(url: url, refused: refused)
    while let record = try reader.next() {
      let value = record.value
      func field(_ names: [String]) -> String {
        names.lazy.compactMap { value[$0]?.text }.first { !$0.isEmpty } ?? ""
      }
      let text = field(mapping.names["text"] ?? [])
      guard !text.isEmpty else {
        reader.refuse(
          record, found: "…",
          expected: LocalizedText(fr: "note_text ou text", en: "note_text or text"))
        continue
      }
      let id = field(mapping.names["id"] ?? [])
      var note = note(
        id: id.isEmpty ? "\(record.line)" : id, patient: field(mapping.names["patient"] ?? []),
        date: field(mapping.names["date"] ?? []), title: field(mapping.names["class"] ?? []),
        text: TextDecoding.text(Array(text.utf8)), file: reader.file, line: record.line)
      if let document = EvaluationDocument(value), note.text == document.text {
        note.annotations = document.entities.compactMap { annotation($0) }
      }
      // An annotated text of nobody is there to be learned from, not to be summarised.
      if !note.annotations.isEmpty, field(mapping.names["patient"] ?? []).isEmpty {
        note.patient = ""
      }
      notes.append(note)
    }
  }

  /// Mentions of one piece, and expressions from their first to their last word.
  private static func annotation(_ entity: EvaluationDocument.Entity) -> NoteAnnotation? {
    guard let first = entity.spans.first, let last = entity.spans.last else { return nil }
    if entity.label == EnclosingLabel.expression {
      let whole = Span(first.begin, max(first.end, last.end))
      return NoteAnnotation(label: entity.label, span: whole, code: entity.code)
    }
    guard entity.spans.count == 1, !EnclosingLabel.all.contains(entity.label) else { return nil }
    return NoteAnnotation(label: entity.label, span: first, code: entity.code)
  }

  private static func note(
    id: String, patient: String, date: String, title: String, text: String, file: String, line: Int
  ) -> PatientNote {
    var note = TextNoteReader.read(text, file: file, patient: patient.isEmpty ? id : patient)
    note.key = "\(file)#\(id)"
    note.date = CalendarDate(iso: date) ?? (try? FieldParser.date(date)) ?? note.date
    if !title.isEmpty {
      note.title = title
      note.kind = NoteKind.guess(title)
    }
    note.line = line
    return note
  }
}
