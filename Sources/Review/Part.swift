/// A piece of a suggestion that can be decided by itself: a statement, a passage.
public struct Part: Identifiable, Hashable, Codable, Sendable {
  /// The identifier inside its suggestion, stable from one analysis to the next.
  public let id: String
  /// What is decided, in a few words.
  public var title: String
  /// What kind of part it is, in the panel's own words (`passage`, `statement`).
  public var kind: String
  /// The probability or level the engine gives it, or `nil`.
  public var score: Score?
  /// The numbers the model saw for this part.
  public var features: FrozenFeatures?

  /// Makes a part.
  public init(
    id: String, title: String, kind: String, score: Score? = nil, features: FrozenFeatures? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.score = score
    self.features = features
  }
}
