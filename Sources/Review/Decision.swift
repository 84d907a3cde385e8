/// What an agent decided about a suggestion or a part of it: an event, never an update.
public struct Decision: Hashable, Codable, Sendable {
  /// What the agent saw when deciding.
  public struct Seen: Hashable, Codable, Sendable {
    /// The version of the model, or `nil` when the score rested on rules.
    public var model: Int?
    /// The score that was shown, 0…1.
    public var score: Double
    /// The place in the list, from 1.
    public var rank: Int
    /// The seconds the suggestion had been on screen.
    public var seconds: Double
    /// The language of the screen.
    public var language: InterfaceLanguage
    /// SHA-256 of the suggestion as it was, in hexadecimal; the store fills it in and keeps what it
    /// stands for, so that the screen can be shown again.
    public var content: String?

    /// Makes the record of what was seen.
    public init(
      model: Int?, score: Double, rank: Int, seconds: Double, language: InterfaceLanguage,
      content: String? = nil
    ) {
      self.model = model
      self.score = score
      self.rank = rank
      self.seconds = seconds
      self.language = language
      self.content = content
    }
  }

  /// The suggestion.
  public var suggestion: String
  /// The part of it, or `nil` for the whole.
  public var part: String?
  /// The project.
  public var project: Project
  /// What was said.
  public var verdict: Verdict
  /// The code of the reason, from the panel's list, or `nil`.
  public var reason: String?
  /// The note; personal text, kept apart from the chain.
  public var note: String?
  /// What the agent corrected (`type` → `mobile home`); personal text, kept apart from the chain.
  public var correction: [String: String]
  /// What the agent saw.
  public var seen: Seen
  /// Why it was asked for.
  public var purpose: ReadingPurpose

  /// Makes a decision.
  public init(
    suggestion: String, part: String? = nil, project: Project, verdict: Verdict,
    reason: String? = nil, note: String? = nil, correction: [String: String] = [:], seen: Seen,
    purpose: ReadingPurpose = .first
  ) {
    self.suggestion = suggestion
    self.part = part
    self.project = project
    self.verdict = verdict
    self.reason = reason
    self.note = note
    self.correction = correction
    self.seen = seen
    self.purpose = purpose
  }
}
