/// The turns of a conversation.
public struct DialogueEvidence: Hashable, Codable, Sendable {
  /// One turn.
  public struct Turn: Hashable, Codable, Sendable {
    /// Who speaks (« appelant », « robot »).
    public var speaker: LocalizedText
    /// Whether the machine speaks.
    public var isMachine: Bool
    /// What is said.
    public var text: String
    /// When it is said.
    public var time: Timestamp?
    /// The highlighted spans, in code points of the text.
    public var highlights: [PassageEvidence.Highlight]

    /// Makes a turn.
    public init(
      speaker: LocalizedText, isMachine: Bool, text: String, time: Timestamp? = nil,
      highlights: [PassageEvidence.Highlight] = []
    ) {
      self.speaker = speaker
      self.isMachine = isMachine
      self.text = text
      self.time = time
      self.highlights = highlights
    }
  }

  /// What the conversation is.
  public var title: LocalizedText
  /// The turns, in order.
  public var turns: [Turn]
  /// The document with the whole conversation, or `nil`.
  public var document: String?

  /// Makes a dialogue.
  public init(title: LocalizedText, turns: [Turn], document: String? = nil) {
    self.title = title
    self.turns = turns
    self.document = document
  }
}
