/// A linear model over sparse rows: log-odds = bias + Σ weight · value.
///
/// The weights are kept in single precision, as they are stored, so that a model read back scores
/// bit for bit like the one that was trained.
public struct LinearModel: Hashable, Sendable {
  /// The weight of each column.
  public let weights: [Float]
  /// What is added to every row.
  public let bias: Double

  /// Makes a model from its weights.
  public init(weights: [Float], bias: Double) {
    self.weights = weights
    self.bias = bias
  }

  /// The score of a row, in log-odds when the model is logistic; columns beyond the weights count
  /// nothing.
  public func score(_ row: SparseRow) -> Double { score(columns: row.columns, values: row.values) }

  /// The score of a row given as columns (in any order) and values of the same length.
  public func score(columns: [Int32], values: [Float]) -> Double {
    var sum = bias
    weights.withUnsafeBufferPointer { weights in
      for position in columns.indices {
        let column = Int(columns[position])
        if column < weights.count { sum += Double(weights[column]) * Double(values[position]) }
      }
    }
    return sum
  }

  /// The score of every row of a matrix.
  public func scores(_ matrix: SparseMatrix) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(matrix.rowCount)
    for row in 0..<matrix.rowCount {
      var sum = bias
      for position in matrix.rowStarts[row]..<matrix.rowStarts[row + 1] {
        let column = Int(matrix.columns[position])
        if column < weights.count {
          sum += Double(weights[column]) * Double(matrix.values[position])
        }
      }
      result.append(sum)
    }
    return result
  }

  /// What each value of a row adds to the score; with the bias they sum to `score(row)`.
  public func contributions(_ row: SparseRow) -> [(column: Int32, value: Double)] {
    zip(row.columns, row.values).map { column, value in
      guard Int(column) < weights.count else { return (column, 0) }
      return (column, Double(weights[Int(column)]) * Double(value))
    }
  }
}
