/// Access to personal data.
public struct AccessRecord: Hashable, Sendable, Codable {
  /// The project.
  public var project: Project
  /// The suggestion or document looked at.
  public var subject: String
  /// Why, as the person said; personal text, kept apart from the chain.
  public var reason: String?

  /// Makes a record.
  public init(project: Project, subject: String, reason: String? = nil) {
    self.project = project
    self.subject = subject
    self.reason = reason
  }
}
