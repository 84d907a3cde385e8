/// Rows of few non-zero values, one after the other (compressed sparse rows).
///
/// Eight bytes a value: 20 million of them, as character n-grams of 12,000 reviews give, take
/// 160 MB.
public struct SparseMatrix: Sendable {
  /// Where each row begins in `columns` and `values`, and a last one: the count of values.
  public private(set) var rowStarts: [Int] = [0]
  /// The columns of the values, row after row.
  public private(set) var columns: [Int32] = []
  /// The values, row after row.
  public private(set) var values: [Float] = []
  /// The number of columns; all indices are below it.
  public let columnCount: Int

  /// Makes a matrix without rows.
  public init(columnCount: Int) { self.columnCount = columnCount }

  /// Makes a matrix from rows; columns beyond the last are left out.
  public init(columnCount: Int, rows: some Sequence<SparseRow>) {
    self.init(columnCount: columnCount)
    for row in rows { append(row) }
  }

  /// The number of rows.
  public var rowCount: Int { rowStarts.count - 1 }

  /// Adds a row at the end; columns outside 0..<`columnCount` are left out.
  public mutating func append(_ row: SparseRow) {
    append(columns: row.columns, values: row.values)
  }

  /// Adds a row at the end from columns (in any order, each once) and values of the same length;
  /// columns outside 0..<`columnCount` are left out.
  public mutating func append(columns newColumns: [Int32], values newValues: [Float]) {
    precondition(newColumns.count == newValues.count)
    for (column, value) in zip(newColumns, newValues)
    where column >= 0 && Int(column) < columnCount {
      columns.append(column)
      values.append(value)
    }
    rowStarts.append(columns.count)
  }

  /// One row, copied.
  public func row(_ index: Int) -> SparseRow {
    let range = rowStarts[index]..<rowStarts[index + 1]
    return SparseRow(sortedColumns: Array(columns[range]), values: Array(values[range]))
  }

  /// The matrix of some rows, in the order given.
  public func selecting(_ rows: some Sequence<Int>) -> SparseMatrix {
    var result = SparseMatrix(columnCount: columnCount)
    for row in rows {
      let range = rowStarts[row]..<rowStarts[row + 1]
      result.columns.append(contentsOf: columns[range])
      result.values.append(contentsOf: values[range])
      result.rowStarts.append(result.columns.count)
    }
    return result
  }
}
