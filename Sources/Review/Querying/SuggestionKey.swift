/// The place of a suggestion in the list: highest priority first, then identifier.
///
/// Windows are asked for relative to a key, never to an offset, so that a page of a hundred
/// thousand rows costs what a page of ten does.
public struct SuggestionKey: Hashable, Sendable, Codable, Comparable {
  /// The priority.
  public let priority: Double
  /// The suggestion's identifier.
  public let id: String

  /// Makes a key.
  public init(priority: Double, id: String) {
    self.priority = priority
    self.id = id
  }

  /// Whether the left one stands higher in the list.
  public static func < (left: SuggestionKey, right: SuggestionKey) -> Bool {
    left.priority != right.priority ? left.priority > right.priority : left.id < right.id
  }
}
