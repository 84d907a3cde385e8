import Foundation
import Review

/// Tasks of Label Studio: read with their predictions, written with what agents decided.
///
/// Source: Label Studio documentation, "Label Studio JSON format of annotated tasks".
enum LabelStudio {
  /// The names of the labelling configuration that exports use.
  static let control = "label"
  static let object = "text"

  /// A task with predictions as a line of `ForeignSuggestion`, or `nil` when it holds no text.
  static func line(_ task: [String: Any], number: Int) -> Data? {
    let data = task["data"] as? [String: Any] ?? [:]
    guard let text = (data["text"] ?? data.values.first { $0 is String }) as? String else {
      return nil
    }
    let prediction = (task["predictions"] as? [[String: Any]])?.first ?? [:]
    let results = prediction["result"] as? [[String: Any]] ?? []
    let highlights = results.compactMap { result -> [String: Any]? in
      guard let value = result["value"] as? [String: Any], let begin = value["start"] as? Int,
        let end = value["end"] as? Int
      else { return nil }
      return ["begin": begin, "end": end, "label": (value["labels"] as? [String])?.first ?? ""]
    }
    let id = task["id"].map { "\($0)" } ?? "\(number)"
    let object: [String: Any] = [
      "key": id, "title": data["title"] as? String ?? String(text.prefix(60)),
      "score": prediction["score"] as? Double ?? 0.5,
      "passages": [["text": text, "highlights": highlights]],
    ]
    return try? JSONSerialization.data(withJSONObject: object)
  }

  /// The task of a passage, with the decisions on it as annotations.
  static func task(
    _ passage: PassageEvidence, of suggestion: Suggestion, verdict: ReviewStatus, number: Int
  ) -> [String: Any] {
    let results = passage.highlights.map { highlight -> [String: Any] in
      [
        "from_name": control, "to_name": object, "type": "labels",
        "value": [
          "start": highlight.span.begin, "end": highlight.span.end,
          "labels": [highlight.label.fr],
          "text": ExchangedText.slice(passage.text, highlight.span),
        ] as [String: Any],
      ]
    }
    var task: [String: Any] = [
      "id": number,
      "data": [
        "text": passage.text, "title": suggestion.title, "suggestion": suggestion.id,
        "part": passage.part ?? "",
      ],
      "predictions": [
        [
          "model_version": suggestion.provenance.engine,
          "score": suggestion.score.value, "result": results,
        ]
      ],
    ]
    switch verdict {
    case .accepted: task["annotations"] = [["result": results, "was_cancelled": false]]
    case .rejected: task["annotations"] = [["result": [Any](), "was_cancelled": false]]
    case .open, .later: task["annotations"] = [Any]()
    }
    return task
  }
}

/// Pieces of text by code points.
enum ExchangedText {
  /// The text of a span.
  static func slice(_ text: String, _ span: Span) -> String {
    let scalars = text.unicodeScalars
    return String(
      String.UnicodeScalarView(scalars.dropFirst(span.begin).prefix(span.count)))
  }
}
