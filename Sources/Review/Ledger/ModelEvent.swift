/// Something that happened to a version of a model.
public struct ModelEvent: Hashable, Sendable, Codable {
  /// The project.
  public var project: Project
  /// The version.
  public var version: Int
  /// SHA-256 of the model's bytes, in hexadecimal.
  public var sha256: String
  /// The version that was active before, or `nil`.
  public var previous: Int?

  /// Makes an event.
  public init(project: Project, version: Int, sha256: String, previous: Int?) {
    self.project = project
    self.version = version
    self.sha256 = sha256
    self.previous = previous
  }
}
