/// Sources that were read.
public struct ImportRecord: Hashable, Sendable, Codable {
  /// The project.
  public var project: Project
  /// The files' names (without folders) with the SHA-256 of their content.
  public var files: [String: String]
  /// The number of rows taken.
  public var rows: Int
  /// The number of rows refused.
  public var refused: Int
  /// The number of suggestions written.
  public var suggestions: Int

  /// Makes a record.
  public init(
    project: Project, files: [String: String], rows: Int, refused: Int, suggestions: Int
  ) {
    self.project = project
    self.files = files
    self.rows = rows
    self.refused = refused
    self.suggestions = suggestions
  }
}
