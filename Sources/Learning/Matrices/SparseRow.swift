/// The values of one row at the few columns where they are not zero.
public struct SparseRow: Hashable, Sendable {
  /// The columns, rising, each once, from 0.
  public let columns: [Int32]
  /// The values at these columns.
  public let values: [Float]

  /// Makes a row from columns and values in any order; repeated columns are added up and columns
  /// below 0 are left out.
  public init(_ entries: [(column: Int32, value: Float)]) {
    var columns: [Int32] = []
    var values: [Float] = []
    columns.reserveCapacity(entries.count)
    values.reserveCapacity(entries.count)
    for entry in entries.sorted(by: { $0.column < $1.column }) where entry.column >= 0 {
      if columns.last == entry.column {
        values[values.count - 1] += entry.value
      } else {
        columns.append(entry.column)
        values.append(entry.value)
      }
    }
    self.columns = columns
    self.values = values
  }

  /// Makes a row from columns that are already rising and unique.
  ///
  /// - Precondition: both arrays have the same length.
  public init(sortedColumns columns: [Int32], values: [Float]) {
    precondition(columns.count == values.count)
    self.columns = columns
    self.values = values
  }

  /// The Euclidean length.
  public var norm: Double {
    values.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
  }

  /// The row divided by its length; unchanged when it is empty.
  public func normalised() -> SparseRow {
    let length = norm
    guard length > 0 else { return self }
    return SparseRow(
      sortedColumns: columns, values: values.map { Float(Double($0) / length) })
  }
}
