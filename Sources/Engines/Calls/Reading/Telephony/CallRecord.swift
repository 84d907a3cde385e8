import Review

/// One call as the telephone exchange tells it.
public struct CallRecord: Hashable, Sendable, Codable {
  /// How a call ended for the caller.
  public enum Outcome: String, Sendable, Codable, CaseIterable {
    /// An agent spoke with the caller.
    case answered
    /// The caller hung up while waiting.
    case abandoned
    /// The queue gave up.
    case timedOut
    /// The caller left the queue by a key (to the bot or the voicemail).
    case leftByKey
    /// Nobody was in the queue.
    case emptyQueue
    /// The line was busy, failed or rang without an answer.
    case failed
    /// The caller spoke with the bot or the voicemail and with nobody else.
    case machine

    /// The outcome, in words.
    public var title: LocalizedText {
      switch self {
      case .answered: LocalizedText(fr: "répondu", en: "answered")
      case .abandoned: LocalizedText(fr: "raccroché en attendant", en: "hung up while waiting")
      case .timedOut: LocalizedText(fr: "attente trop longue", en: "waited too long")
      case .leftByKey: LocalizedText(fr: "sorti par une touche", en: "left by a key")
      case .emptyQueue: LocalizedText(fr: "aucun agent", en: "no agent")
      case .failed: LocalizedText(fr: "sans réponse", en: "no answer")
      case .machine: LocalizedText(fr: "robot ou messagerie", en: "bot or voicemail")
      }
    }
  }

  /// The exchange's identifier of the call.
  public var id: String
  /// The caller's number, digits only; empty when hidden.
  public var caller: String
  /// When it began.
  public var start: Timestamp
  /// Seconds waited in the queue.
  public var wait: Int
  /// How it ended.
  public var outcome: Outcome
  /// The file and line it was read from.
  public var file: String
  /// The line, from 1.
  public var line: Int

  /// Makes a call.
  public init(
    id: String, caller: String, start: Timestamp, wait: Int = 0, outcome: Outcome,
    file: String = "", line: Int = 0
  ) {
    self.id = id
    self.caller = caller
    self.start = start
    self.wait = wait
    self.outcome = outcome
    self.file = file
    self.line = line
  }

  /// The call as two logs tell it, one of which ends where the other begins: who rang and when stands
  /// in the earlier part, how it ended in the later one.
  func joined(with other: CallRecord) -> CallRecord {
    let (earlier, later) = start <= other.start ? (self, other) : (other, self)
    var whole = later
    whole.start = earlier.start
    if whole.caller.isEmpty { whole.caller = earlier.caller }
    return whole
  }
}
