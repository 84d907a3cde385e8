import Display
import Review

/// Lines of rows made while nobody waits: of a list in which the focus moves, all lines but two stay
/// as they are.
struct RowsAhead: Hashable, Sendable {
  private struct Made: Hashable, Sendable {
    /// What the line shows: a row that changed since is drawn anew.
    var row: SuggestionRow
    var isMarked: Bool
    var line: StyledLine
  }

  /// The most lines that are kept.
  static let limit = 200

  private var context: DrawingContext?
  private var made: [String: Made] = [:]

  /// Whether its lines were made for such a context.
  func suits(_ context: DrawingContext) -> Bool { self.context == context }

  /// The line of a row without the focus, or `nil`; for a context that suits.
  func line(_ row: SuggestionRow, isMarked: Bool) -> StyledLine? {
    guard let known = made[row.id], known.isMarked == isMarked, known.row == row else {
      return nil
    }
    return known.line
  }

  /// Makes the lines of rows, unless that is done; another width or other words make all lines void.
  mutating func make(
    _ rows: ArraySlice<SuggestionRow>, marks: [String: SuggestionRow], columns: ListColumns,
    context: DrawingContext
  ) {
    if !suits(context) || made.count + rows.count > Self.limit { self = RowsAhead() }
    self.context = context
    for row in rows.prefix(Self.limit) {
      let isMarked = marks[row.id] != nil
      guard line(row, isMarked: isMarked) == nil else { continue }
      made[row.id] = Made(
        row: row, isMarked: isMarked,
        line: ListRowView.line(
          row, columns: columns, context: context, isFocused: false, isMarked: isMarked))
    }
  }
}
