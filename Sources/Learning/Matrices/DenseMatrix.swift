/// Rows of numbers of the same length, row after row; not-a-number stands for a missing value.
public struct DenseMatrix: Sendable {
  /// The number of columns.
  public let columnCount: Int
  /// The values, row after row.
  public private(set) var values: [Float]

  /// Makes a matrix without rows.
  public init(columnCount: Int) {
    self.columnCount = columnCount
    values = []
  }

  /// Makes a matrix from rows.
  ///
  /// - Throws: `LearningError.shape` when a row has another length than the first.
  public init(rows: [[Float]]) throws(LearningError) {
    self.init(columnCount: rows.first?.count ?? 0)
    values.reserveCapacity(rows.count * columnCount)
    for row in rows { try append(row) }
  }

  /// Makes a matrix from all its values, row after row.
  ///
  /// - Throws: `LearningError.shape` when they do not fill whole rows.
  public init(values: [Float], columnCount: Int) throws(LearningError) {
    guard columnCount > 0, values.count.isMultiple(of: columnCount) else {
      throw .shape(what: "values of the matrix", found: values.count, expected: columnCount)
    }
    self.columnCount = columnCount
    self.values = values
  }

  /// The number of rows.
  public var rowCount: Int { columnCount == 0 ? 0 : values.count / columnCount }

  /// The value at a row and a column.
  public subscript(_ row: Int, _ column: Int) -> Float {
    get { values[row * columnCount + column] }
    set { values[row * columnCount + column] = newValue }
  }

  /// Adds a row at the end.
  ///
  /// - Throws: `LearningError.shape` when it has another length.
  public mutating func append(_ row: [Float]) throws(LearningError) {
    guard row.count == columnCount else {
      throw .shape(what: "columns of a row", found: row.count, expected: columnCount)
    }
    values.append(contentsOf: row)
  }

  /// One row, copied.
  public func row(_ index: Int) -> [Float] {
    Array(values[index * columnCount..<(index + 1) * columnCount])
  }

  /// The matrix of some rows, in the order given.
  public func selecting(_ rows: some Collection<Int>) -> DenseMatrix {
    var result = DenseMatrix(columnCount: columnCount)
    result.values.reserveCapacity(rows.count * columnCount)
    for row in rows {
      result.values.append(contentsOf: values[row * columnCount..<(row + 1) * columnCount])
    }
    return result
  }
}
