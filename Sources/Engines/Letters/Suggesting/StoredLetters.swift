import Foundation
import Review

/// How letters, answers and judged passages are kept in the store for the next analysis.
enum StoredLetters {
  static let letterKind = "letter"
  static let answerKind = "answer"
  static let judgedKind = "judged"
  static let caseKind = "case"
  /// The kind of a letter's document.
  static let documentKind = "letter"

  /// The identifier of a letter's document.
  static func documentID(_ letter: Letter) -> String {
    Document.id(project: .letters, naturalKey: letter.key)
  }

  /// The form of kept letters; letters kept in another form are read anew.
  private static let form = 1

  /// The same value gives the same bytes.
  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }

  private struct Kept: Codable {
    var form: Int
    var letter: Letter
    var sha256: String
    var digests: [ItemDigest]?
  }

  /// A letter without its text, which its document holds.
  static func record(_ read: ReadLetter) throws -> SourceRecord {
    var letter = read.letter
    letter.text = ""
    return SourceRecord(
      project: .letters, kind: letterKind, key: letter.key,
      content: try encoder.encode(
        Kept(form: form, letter: letter, sha256: read.sha256, digests: read.digests)))
  }

  /// Reads a letter back; a record of an older form is passed over.
  static func letter(_ record: SourceRecord) -> ReadLetter? {
    guard let kept = try? JSONDecoder().decode(Kept.self, from: record.content),
      kept.form == form
    else { return nil }
    return ReadLetter(letter: kept.letter, sha256: kept.sha256, digests: kept.digests)
  }

  static func record(_ answer: OperatorAnswer) throws -> SourceRecord {
    SourceRecord(
      project: .letters, kind: answerKind, key: answer.itemID,
      content: try encoder.encode(answer))
  }

  static func record(_ row: CaseRow) throws -> SourceRecord {
    SourceRecord(
      project: .letters, kind: caseKind, key: row.inspection,
      content: try encoder.encode(row))
  }

  static func record(_ passage: JudgedPassage) throws -> SourceRecord {
    SourceRecord(
      project: .letters, kind: judgedKind, key: passage.id,
      content: try encoder.encode([
        passage.text, String(passage.level), passage.group,
      ]))
  }

  static func judged(_ record: SourceRecord) -> JudgedPassage? {
    guard let fields = try? JSONDecoder().decode([String].self, from: record.content),
      fields.count == 3, let level = Int(fields[1])
    else { return nil }
    return JudgedPassage(id: record.key, text: fields[0], level: level, group: fields[2])
  }

  static func value<Value: Decodable>(_ record: SourceRecord, _: Value.Type) -> Value? {
    try? JSONDecoder().decode(Value.self, from: record.content)
  }

  /// The document of a letter.
  static func document(_ read: ReadLetter, engine: String, time: Timestamp) -> Document {
    let letter = read.letter
    var attributes = [
      "site": letter.site, "theme": letter.theme, "inspection": letter.inspection,
      "reference": letter.reference, "inb": letter.installations.joined(separator: " "),
      "sector": letter.sector, "operator": letter.operatorName, "division": letter.division,
      "layout": letter.layout.rawValue,
      "section": letter.sections.filter { !$0.isEmpty }.map(\.kind.rawValue)
        .joined(separator: " "),
    ].filter { !$0.value.isEmpty }
    if letter.text.isEmpty { attributes["state"] = "image" }
    return Document(
      project: .letters, naturalKey: letter.key, kind: documentKind, title: title(letter),
      date: letter.date, text: letter.text, attributes: attributes,
      provenance: Provenance(
        file: letter.file, sha256: read.sha256, row: nil, engine: engine, time: time))
  }

  static func title(_ letter: Letter) -> String {
    let parts = [letter.inspection, letter.site, letter.theme].filter { !$0.isEmpty }
    return parts.isEmpty ? letter.file : parts.joined(separator: " · ")
  }
}
