/// Where a window of a list is taken.
public enum WindowAnchor: Hashable, Sendable {
  /// The first rows.
  case start
  /// The last rows.
  case end
  /// The rows from a key on: the key's own row first, or what would follow it.
  case from(SuggestionKey)
  /// The rows that end just before a key.
  case before(SuggestionKey)
  /// The rows around a key, about half of them before it.
  case around(SuggestionKey)
}
