import Review

/// A caller whom nobody answered yet: the calls since a person last did, merged.
struct CallerCase: Sendable {
  /// What identifies the case: a pseudonym of the number, or the call when the number is hidden.
  var key: String
  /// The caller's number, digits only; empty when hidden.
  var number: String
  /// The calls, oldest first.
  var calls: [CallRecord]
  /// The messages left.
  var voicemails: [Voicemail] = []
  /// The conversations with the bot.
  var dialogues: [BotDialogue] = []
  /// When a person answered after all of these calls, or `nil`.
  var answered: Timestamp?

  /// When the caller first rang without an answer.
  var first: Timestamp {
    (calls.map(\.start) + voicemails.map(\.time) + dialogues.map(\.time)).min()
      ?? Timestamp(milliseconds: 0)
  }

  /// When the caller last rang.
  var last: Timestamp {
    (calls.map(\.start) + voicemails.map(\.time) + dialogues.map(\.time)).max() ?? first
  }

  /// The telephone numbers that the caller said, each once.
  var saidNumbers: [String] {
    var seen: Set<String> = []
    return utterances.flatMap { SlotFinder().slots(in: $0) }
      .filter { $0.kind == .phone && seen.insert($0.value).inserted }.map(\.value)
  }

  /// What the caller said, oldest first.
  var utterances: [String] {
    let spoken = dialogues.flatMap { dialogue in
      dialogue.turns.filter { !$0.isBot && $0.text.contains(where: \.isLetter) }
        .map { (dialogue.time, $0.text) }
    }
    let left = voicemails.filter { !$0.transcript.isEmpty }.map { ($0.time, $0.transcript) }
    return (spoken + left).sorted { $0.0 < $1.0 }.map(\.1)
  }
}
