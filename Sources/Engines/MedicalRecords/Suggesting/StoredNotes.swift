import Foundation
import Review

/// How notes are kept in the store: the original as a record, the masked text as a document.
enum StoredNotes {
  static let noteKind = "note"
  static let termKind = "terms"
  static let documentKind = "report"
  /// The most terms kept in one record.
  private static let termChunk = 20_000

  static func record(_ note: PatientNote) throws -> SourceRecord {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return SourceRecord(
      project: .medical, kind: noteKind, key: note.key, content: try encoder.encode(note))
  }

  static func note(_ record: SourceRecord) -> PatientNote? {
    try? JSONDecoder().decode(PatientNote.self, from: record.content)
  }

  /// The identifier of a note's document.
  static func documentID(_ note: PatientNote) -> String {
    Document.id(project: .medical, naturalKey: note.key)
  }

  static func document(
    _ note: PatientNote, masked: String, title: String, number: String, provenance: Provenance
  ) -> Document {
    Document(
      project: .medical, naturalKey: note.key, kind: documentKind, title: title,
      date: note.date, text: masked,
      attributes: ["patient": number, "type": note.kind.title.fr], provenance: provenance)
  }

  static func records(_ terms: [GivenTerm]) -> [SourceRecord] {
    stride(from: 0, to: terms.count, by: termChunk).map { start in
      let part = terms[start..<min(start + termChunk, terms.count)]
      let lines = part.map { [$0.term, $0.code, $0.kind].joined(separator: "\u{1F}") }
      return SourceRecord(
        project: .medical, kind: termKind, key: "\(part.first?.kind ?? "")|\(start)",
        content: Data(lines.joined(separator: "\n").utf8))
    }
  }

  static func terms(_ record: SourceRecord) -> [GivenTerm] {
    record.content.split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: 0x1F, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      return fields.count == 3 ? GivenTerm(term: fields[0], code: fields[1], kind: fields[2]) : nil
    }
  }
}
