/// A value of a facet and how many suggestions have it.
public struct FacetCount: Hashable, Sendable, Codable {
  /// The facet's name.
  public var name: String
  /// The value.
  public var value: String
  /// The number of suggestions.
  public var count: Int

  /// Makes a count.
  public init(name: String, value: String, count: Int) {
    self.name = name
    self.value = value
    self.count = count
  }
}
