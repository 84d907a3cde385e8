/// A facet as a panel declares it.
public struct FacetDescription: Hashable, Sendable, Codable {
  /// The name, the same as in `Facet`.
  public let name: String
  /// The title on screen.
  public let title: LocalizedText
  /// The width it likes to have in the list, in columns.
  public let width: Int

  /// Makes a description.
  public init(name: String, title: LocalizedText, width: Int = 12) {
    self.name = name
    self.title = title
    self.width = width
  }
}
