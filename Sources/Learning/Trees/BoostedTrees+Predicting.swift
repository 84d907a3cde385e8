extension BoostedTrees {
  /// The log-odds of every row.
  ///
  /// - Throws: `LearningError` when the columns disagree or the library refuses.
  public func scores(_ rows: DenseMatrix) throws(LearningError) -> [Double] {
    try output(.margin, rows).map(Double.init)
  }

  /// What one column of one row adds, and what is expected before any.
  public struct Explanation: Hashable, Sendable {
    /// The log-odds before any column speaks.
    public let base: Double
    /// What each column adds to the log-odds.
    public let contributions: [Double]

    /// Base and contributions together: the score of the row.
    public var total: Double { contributions.reduce(base, +) }
  }

  /// The exact Shapley values of every row's columns.
  ///
  /// Source: Lundberg, Erion, Lee, "Consistent individualized feature attribution for tree
  /// ensembles", 2018 (TreeSHAP). The library adds in single precision; what rounding leaves
  /// between the sum and the score (about 1e-6) is put into the base, so that the sum is exact.
  ///
  /// - Throws: `LearningError` when the columns disagree, the library refuses, or the sum departs
  ///   from the score by more than rounding explains.
  public func explanations(_ rows: DenseMatrix) throws(LearningError) -> [Explanation] {
    let scores = try scores(rows)
    let values = try output(.contributions, rows)
    let width = columnCount + 1
    guard values.count == width * rows.rowCount else {
      throw .shape(what: "contributions", found: values.count, expected: width * rows.rowCount)
    }
    var result: [Explanation] = []
    result.reserveCapacity(rows.rowCount)
    for row in 0..<rows.rowCount {
      let parts = values[row * width..<(row + 1) * width].map(Double.init)
      let rounding = scores[row] - parts.reduce(0, +)
      guard abs(rounding) <= Self.roundingLimit * max(1, abs(scores[row])) else {
        throw .library(name: "xgboost", message: "contributions do not sum to the score")
      }
      result.append(
        Explanation(base: parts[columnCount] + rounding, contributions: parts.dropLast()))
    }
    return result
  }

  /// The largest part of a score that rounding may explain.
  private static let roundingLimit = 1e-4
}
