import Review
import Tables

/// Reads conversations with the bot: one JSON object each, as `vigie calls serve` writes them.
enum DialogueReader {
  static let expected = LocalizedText(
    fr: "call, time (secondes) et turns [{who, text}]",
    en: "call, time (seconds) and turns [{who, text}]")

  /// The dialogue, or `nil` when something is missing.
  static func dialogue(_ value: JSONValue) -> BotDialogue? {
    guard let call = value["call"]?.text, !call.isEmpty, call.count <= 200,
      let seconds = value["time"].flatMap({ Double($0.text) }), (0..<1e11).contains(seconds),
      case .array(let turns)? = value["turns"]
    else { return nil }
    let read = turns.prefix(BotDialogue.turnLimit).compactMap { turn -> BotDialogue.Turn? in
      guard let text = turn["text"]?.text else { return nil }
      return BotDialogue.Turn(
        isBot: turn["who"]?.text == "bot", text: String(text.prefix(UtteranceFile.longest)))
    }
    return BotDialogue(
      call: call, caller: PhoneNumber.normalised(value["caller"]?.text ?? ""),
      time: Timestamp(milliseconds: Int64(seconds * 1000)), turns: read,
      outcome: value["outcome"]?.text ?? "")
  }
}
