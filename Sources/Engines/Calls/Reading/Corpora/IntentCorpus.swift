import Foundation

/// Reads labelled utterances as other tools keep them: Rasa's `nlu.md` and `nlu.yml`, snips' and
/// nlp.js' JSON.
enum IntentCorpus {
  /// The most utterances of a file.
  static let limit = 200_000

  /// The utterances, or `nil` when the text is none of these.
  static func read(_ text: String, file: String) -> [LabelledUtterance]? {
    if text.contains("## intent:") { return markdown(text, file) }
    if text.contains("- intent:"), text.contains("examples:") { return yaml(text, file) }
    guard text.first(where: { !$0.isWhitespace }) == "{", text.utf8.count < 64 << 20,
      let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    else { return nil }
    if let intents = object["intents"] as? [String: Any] { return snips(intents, file) }
    if let data = object["data"] as? [[String: Any]], data.first?["utterances"] != nil {
      return nlpJS(data, file)
    }
    return nil
  }

  /// `[entité](type)` and `[entité]{…}` keep their words only.
  private static func plain(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "["),
      let close = rest[open...].firstIndex(of: "]")
    {
      result += rest[..<open] + rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      if let first = rest.first, "({".contains(first),
        let end = rest.firstIndex(of: first == "(" ? ")" : "}")
      {
        rest = rest[rest.index(after: end)...]
      }
    }
    return String(
      (result + rest).trimmingCharacters(in: .whitespaces).prefix(UtteranceFile.longest))
  }

  private static func markdown(_ text: String, _ file: String) -> [LabelledUtterance] {
    var intent = ""
    var found: [LabelledUtterance] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.hasPrefix("## intent:") {
        intent = line.dropFirst(10).trimmingCharacters(in: .whitespaces)
      } else if line.hasPrefix("##") {
        intent = ""
      } else if !intent.isEmpty, line.hasPrefix("- ") || line.hasPrefix("* "), found.count < limit {
        found.append(
          LabelledUtterance(
            text: plain(String(line.dropFirst(2))), intent: intent, file: file, line: number + 1))
      }
    }
    return found
  }

  /// What else begins an element: other training data, and steps of stories and rules.
  private static let otherKeys = [
    "lookup", "synonym", "regex", "story", "rule", "action", "slot_was_set", "checkpoint", "or",
    "active_loop", "entities", "user",
  ]

  private static func yaml(_ text: String, _ file: String) -> [LabelledUtterance] {
    var intent = ""
    var found: [LabelledUtterance] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed.hasPrefix("- intent:") {
        intent = trimmed.dropFirst(9).trimmingCharacters(in: CharacterSet(charactersIn: " \"'"))
      } else if otherKeys.contains(where: { trimmed.hasPrefix("- \($0):") }) {
        intent = ""
      } else if !intent.isEmpty, trimmed.hasPrefix("- "), found.count < limit {
        found.append(
          LabelledUtterance(
            text: plain(String(trimmed.dropFirst(2))), intent: intent, file: file,
            line: number + 1))
      }
    }
    return found
  }

  private static func snips(_ intents: [String: Any], _ file: String) -> [LabelledUtterance] {
    intents.sorted { $0.key < $1.key }.flatMap { name, value -> [LabelledUtterance] in
      let utterances = (value as? [String: Any])?["utterances"] as? [[String: Any]] ?? []
      return utterances.prefix(limit).map { utterance in
        let pieces = utterance["data"] as? [[String: Any]] ?? []
        let text = pieces.compactMap { $0["text"] as? String }.joined()
        return LabelledUtterance(text: plain(text), intent: name, file: file)
      }
    }
  }

  private static func nlpJS(_ data: [[String: Any]], _ file: String) -> [LabelledUtterance] {
    data.flatMap { entry -> [LabelledUtterance] in
      let intent = entry["intent"] as? String ?? ""
      return (entry["utterances"] as? [String] ?? []).prefix(limit).map {
        LabelledUtterance(text: plain($0), intent: intent, file: file)
      }
    }
  }
}
