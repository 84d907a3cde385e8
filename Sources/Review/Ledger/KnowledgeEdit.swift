/// An edit of a knowledge table.
public struct KnowledgeEdit: Hashable, Sendable, Codable {
  /// The project.
  public var project: Project
  /// The table's name.
  public var table: String
  /// The row's key.
  public var key: String
  /// The row's values, or `nil` when the row was removed.
  public var values: [String: String]?

  /// Makes an edit.
  public init(project: Project, table: String, key: String, values: [String: String]?) {
    self.project = project
    self.table = table
    self.key = key
    self.values = values
  }
}
