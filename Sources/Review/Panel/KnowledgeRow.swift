/// A row of a knowledge table, its values in their canonical text form.
public struct KnowledgeRow: Hashable, Sendable, Codable {
  /// The value of the first column.
  public let key: String
  /// The values by column name; a missing one is absent.
  public let values: [String: String]

  /// Makes a row.
  public init(key: String, values: [String: String]) {
    self.key = key
    self.values = values
  }
}
