/// How a table is to be read.
public struct TableOptions: Sendable {
  /// What separates fields, or `nil` to find out.
  public var delimiter: TableFormat.Delimiter?
  /// Whether the apostrophe that an export puts before a formula is removed (see `FormulaGuard`).
  public var removesFormulaGuard: Bool
  /// The bounds.
  public var limits: TableLimits

  /// Makes the usual options: find out the delimiter, remove formula guards, usual limits.
  public init(
    delimiter: TableFormat.Delimiter? = nil, removesFormulaGuard: Bool = true,
    limits: TableLimits = TableLimits()
  ) {
    self.delimiter = delimiter
    self.removesFormulaGuard = removesFormulaGuard
    self.limits = limits
  }
}
