/// A task of `vigie evaluate`.
public struct EvaluationTask: Hashable, Sendable, Codable {
  /// The name on the command line.
  public let name: String
  /// What is predicted.
  public let title: LocalizedText

  /// Makes a task.
  public init(name: String, title: LocalizedText) {
    self.name = name
    self.title = title
  }
}
