/// Neighbouring cells of one row that differ from what is on the screen.
public struct GridRun: Hashable, Sendable {
  /// The row.
  public let y: Int
  /// The columns; never begins or ends inside a wide character.
  public let columns: Range<Int>

  /// Makes a run.
  public init(y: Int, columns: Range<Int>) {
    self.y = y
    self.columns = columns
  }
}
