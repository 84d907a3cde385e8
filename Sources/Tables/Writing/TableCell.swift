import Review

/// A value to be written into a table, with its type, because only texts are guarded.
public enum TableCell: Sendable, Equatable {
  /// A text, guarded against being taken for a formula.
  case text(String)
  /// A whole number, written bare.
  case integer(Int)
  /// A decimal number, written bare; one that is not finite leaves the cell empty.
  case number(Double)
  /// A day, written `YYYY-MM-DD`.
  case date(CalendarDate)
  /// Nothing.
  case empty
}
