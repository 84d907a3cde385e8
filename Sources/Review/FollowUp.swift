/// A step in what becomes of an accepted suggestion: an event, never an update.
public struct FollowUp: Hashable, Codable, Sendable {
  /// The suggestion.
  public var suggestion: String
  /// The project.
  public var project: Project
  /// The code of the state entered.
  public var state: String
  /// When the next step is due, or `nil`.
  public var due: CalendarDate?
  /// A note; personal text, kept apart from the chain.
  public var note: String?

  /// Makes a step.
  public init(
    suggestion: String, project: Project, state: String, due: CalendarDate? = nil,
    note: String? = nil
  ) {
    self.suggestion = suggestion
    self.project = project
    self.state = state
    self.due = due
    self.note = note
  }
}
