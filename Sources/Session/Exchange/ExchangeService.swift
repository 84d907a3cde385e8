import Foundation
import Review
import ReviewStore

/// Writes passages with what agents decided, as other annotation tools read them.
public struct ExchangeService {
  /// The formats that are written.
  public enum Format: String, CaseIterable, Sendable {
    /// Label Studio tasks with predictions and annotations (JSON).
    case labelStudio = "label-studio"
    /// Prodigy tasks with answers (JSON Lines).
    case prodigy
    /// brat standoff (`.txt` and `.ann` for each document), in one folder.
    case brat
  }

  private let store: any ReviewStore

  /// Makes a service for a store.
  public init(store: any ReviewStore) { self.store = store }

  /// A passage with where it stands.
  private struct Passage {
    var suggestion: Suggestion
    var evidence: PassageEvidence
    var status: ReviewStatus
  }

  /// Label Studio tasks, or Prodigy tasks, of the suggestions that a query finds.
  public func data(_ format: Format, _ query: SuggestionQuery) throws -> Data {
    switch format {
    case .labelStudio:
      var number = 0
      let tasks = try passages(query).map { passage -> [String: Any] in
        number += 1
        return LabelStudio.task(
          passage.evidence, of: passage.suggestion, verdict: passage.status, number: number)
      }
      return try JSONSerialization.data(
        withJSONObject: tasks, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    case .prodigy: return try prodigy(query)
    case .brat:
      throw EngineError.invalid(
        LocalizedText(
          fr: "brat écrit un dossier : donnez -o DOSSIER",
          en: "brat writes a folder: give -o FOLDER"))
    }
  }

  /// Writes brat's files into a folder, and says how many documents there are.
  public func writeBrat(_ query: SuggestionQuery, to folder: URL) throws -> Int {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var spans: [String: [(span: Span, label: String, status: ReviewStatus)]] = [:]
    for passage in try passages(query) {
      guard let source = passage.evidence.source else { continue }
      for highlight in passage.evidence.highlights {
        let begin = source.span.begin + highlight.span.begin
        spans[source.document, default: []].append(
          (Span(begin, begin + highlight.span.count), highlight.label.fr, passage.status))
      }
    }
    for (id, found) in spans {
      guard let document = try store.document(id) else { continue }
      let lines = found.sorted { $0.span < $1.span }.enumerated().map { index, item in
        let label = item.label.map { $0.isLetter || $0.isNumber ? $0 : "_" }
        let text = ExchangedText.slice(document.text, item.span)
          .replacingOccurrences(of: "\n", with: " ")
        return "T\(index + 1)\t\(String(label)) \(item.span.begin) \(item.span.end)\t\(text)\n"
          + "A\(index + 1)\tStatus T\(index + 1) \(item.status.rawValue)\n"
      }
      try Data(document.text.utf8).write(to: folder.appendingPathComponent("\(id).txt"))
      try Data(lines.joined().utf8).write(to: folder.appendingPathComponent("\(id).ann"))
    }
    return spans.count
  }

  private func prodigy(_ query: SuggestionQuery) throws -> Data {
    var data = Data()
    for passage in try passages(query) {
      let answer =
        switch passage.status {
        case .accepted: "accept"
        case .rejected: "reject"
        case .open, .later: "ignore"
        }
      let task: [String: Any] = [
        "text": passage.evidence.text,
        "spans": passage.evidence.highlights.map {
          ["start": $0.span.begin, "end": $0.span.end, "label": $0.label.fr] as [String: Any]
        }, "answer": answer,
        "meta": [
          "suggestion": passage.suggestion.id, "part": passage.evidence.part ?? "",
          "score": passage.suggestion.score.value,
        ] as [String: Any],
      ]
      data += try JSONSerialization.data(
        withJSONObject: task, options: [.sortedKeys, .withoutEscapingSlashes])
      data.append(0x0A)
    }
    return data
  }

  /// The passages; one that is a part of its own stands where the part stands.
  private func passages(_ query: SuggestionQuery) throws -> [Passage] {
    var found: [Passage] = []
    try store.records.forEachSuggestion(query) { suggestion in
      let detail = try store.detail(suggestion.id)
      for case .passage(let passage) in suggestion.evidence {
        let status =
          passage.part.flatMap { detail?.partStatuses[$0] } ?? detail?.status ?? .open
        found.append(Passage(suggestion: suggestion, evidence: passage, status: status))
      }
      return true
    }
    return found
  }
}
