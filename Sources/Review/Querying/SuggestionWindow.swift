/// A run of rows of a list, with what lies before and after.
public struct SuggestionWindow: Hashable, Sendable {
  /// The rows, in the order of the list.
  public var rows: [SuggestionRow]
  /// The number of rows of the list before the first one here.
  public var before: Int
  /// The number of rows of the whole list.
  public var total: Int

  /// Makes a window.
  public init(rows: [SuggestionRow], before: Int, total: Int) {
    self.rows = rows
    self.before = before
    self.total = total
  }

  /// A window without rows.
  public static let empty = SuggestionWindow(rows: [], before: 0, total: 0)
}
