import Foundation
import Language
import Review
import Tables

/// A sentence of a file for evaluation or training: JSON Lines with `id`, `text` and what is known
/// of it (`block`, `level`, `themes`, `siance_themes`, `hand_themes`).
struct SentenceRow: Sendable {
  var id: String
  /// The row's own identifier; `nil` where its line stands for it.
  var givenID: String?
  var text: String
  /// What must stay together in cross-validation.
  var block: String
  /// 0, 1 or 2, or `nil` when nobody judged it.
  var level: Int?
  /// The themes of the annotation.
  var themes: Set<LetterTheme>
  /// The themes another program predicted, or `nil`.
  var predicted: Set<LetterTheme>?
  /// The themes a reader would accept, or `nil`.
  var accepted: Set<LetterTheme>?

  /// The largest number of rows of a file.
  static let rowLimit = 500_000

  /// Reads files; a row without a text is refused.
  static func read(
    _ urls: [URL], refused: @escaping (Refusal) -> Void
  ) throws -> [SentenceRow] {
    var rows: [SentenceRow] = []
    for url in urls {
      do {
        let reader = try JSONRecordReader(url: url, refused: refused)
        while let record = try reader.next(), rows.count < rowLimit {
          if let row = SentenceRow(record) {
            rows.append(row)
          } else {
            reader.refuse(
              record, found: String(record.value.text.prefix(40)),
              expected: LocalizedText(
                fr: "un objet avec id et text, et un niveau 0, 1 ou 2 s’il y en a un",
                en: "an object with id and text, and a level 0, 1 or 2 if there is one"))
          }
        }
      } catch {
        throw EngineError.unreadable(error.refusal)
      }
    }
    return rows
  }

  private init?(_ record: JSONRecord) {
    let value = record.value
    guard let text = value["text"]?.text ?? value["sentence"]?.text, !text.isEmpty else {
      return nil
    }
    self.text = text
    givenID = value["id"]?.text
    id = givenID ?? "\(record.line)"
    block = value["block"]?.text ?? value["letter"]?.text ?? ""
    let written = value["level"].flatMap { $0 == .null ? nil : $0.text } ?? ""
    level = Int(written)
    guard written.isEmpty || level.map({ (0...2).contains($0) }) == true else { return nil }
    themes = Self.themes(value["themes"]) ?? []
    predicted = Self.themes(value["siance_themes"])
    accepted = Self.themes(value["hand_themes"])
  }

  private static func themes(_ value: JSONValue?) -> Set<LetterTheme>? {
    guard let value, value != .null else { return nil }
    return Set(value.elements.compactMap { LetterTheme(rawValue: $0.text) })
  }

  /// The text by which a sentence is recognised in another file.
  var key: String { text.folded.withSingleSpaces }
}
