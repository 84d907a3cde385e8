import Foundation
import Review
import Tables

/// A document of an evaluation file, with the annotations that it may carry.
struct EvaluationDocument: Sendable {
  /// An annotated mention.
  struct Entity: Sendable, Hashable {
    var label: String
    var spans: [Span]
    var code: String
  }

  var id: String
  var text: String
  /// Whether the file carries annotations of a kind, even if there is none in this document.
  var annotated: Set<String> = []
  var entities: [Entity] = []
  var times: [Span] = []
  var results: [Span] = []

  /// Reads JSON Lines with `id` and `text`.
  ///
  /// - Throws: `EngineError.unreadable` when a file is no JSON at all.
  static func read(
    _ urls: [URL], observer: any AnalysisObserver
  ) throws -> [EvaluationDocument] {
    var documents: [EvaluationDocument] = []
    for url in urls {
      do {
        let reader = try JSONRecordReader(url: url, refused: { observer.refused($0) })
        while let record = try reader.next() {
          guard let document = EvaluationDocument(record.value) else {
            reader.refuse(
              record, found: "…",
              expected: LocalizedText(fr: "des champs id et text", en: "fields id and text"))
            continue
          }
          documents.append(document)
        }
      } catch {
        throw EngineError.unreadable(error.refusal)
      }
    }
    return documents
  }

  init?(_ value: JSONValue) {
    guard let id = value["id"]?.text ?? value["note_id"]?.text, !id.isEmpty,
      let text = value["text"]?.text ?? value["note_text"]?.text
    else { return nil }
    self.id = id
    self.text = text
    if let list = value["entities"] {
      annotated.insert("entities")
      entities = list.elements.compactMap { Self.entity($0) }
    }
    if let list = value["clinentity"] {
      annotated.insert("entities")
      entities += list.elements.compactMap { element in
        guard let span = Self.span(element) else { return nil }
        return Entity(label: "disorder", spans: [span], code: element["cui"]?.text ?? "")
      }
    }
    if let list = value["timex3"] {
      annotated.insert("times")
      times = list.elements.compactMap { Self.span($0) }
    }
    if let list = value["rml"] {
      annotated.insert("results")
      results = list.elements.compactMap { Self.span($0) }
    }
  }

  private static func entity(_ value: JSONValue) -> Entity? {
    guard let label = value["label"]?.text else { return nil }
    let spans = value["spans"]?.elements.compactMap { pair -> Span? in
      let ends = pair.elements
      guard ends.count == 2 else { return nil }
      return Self.span(ends[0], ends[1])
    }
    return Entity(
      label: label, spans: spans ?? [], code: value["icdo"]?.text ?? value["code"]?.text ?? "")
  }

  private static func span(_ value: JSONValue) -> Span? {
    guard let begin = value["begin"], let end = value["end"] else { return nil }
    return span(begin, end)
  }

  private static func span(_ begin: JSONValue, _ end: JSONValue) -> Span? {
    guard case .number(let first) = begin, case .number(let last) = end, first >= 0,
      last > first, last < 1e9
    else { return nil }
    return Span(Int(first), Int(last))
  }
}
