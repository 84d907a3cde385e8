/// A named value of a suggestion, to filter and group by (commune, zone, type, theme).
public struct Facet: Hashable, Codable, Sendable {
  /// The facet's name, as the panel declares it.
  public let name: String
  /// The value.
  public let value: String

  /// Makes a facet.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
