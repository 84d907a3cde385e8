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
  /// Trees of depth three and less are looked up in tables instead, ten times faster.
  ///
  /// - Throws: `LearningError` when the columns disagree, the library refuses, or the sum departs
  ///   from the score by more than rounding explains.
  public func explanations(_ rows: DenseMatrix) throws(LearningError) -> [Explanation] {
    let scores = try scores(rows)
    let bases: [Double]
    let parts: [Double]
    if let explainer = try shallow() {
      (bases, parts) = tabled(explainer, rows)
    } else {
      (bases, parts) = try general(rows)
    }
    var result: [Explanation] = []
    result.reserveCapacity(rows.rowCount)
    for row in 0..<rows.rowCount {
      let contributions = Array(parts[row * columnCount..<(row + 1) * columnCount])
      let rounding = scores[row] - contributions.reduce(bases[row], +)
      guard abs(rounding) <= Self.roundingLimit * max(1, abs(scores[row])) else {
        throw .library(name: "xgboost", message: "contributions do not sum to the score")
      }
      result.append(Explanation(base: bases[row] + rounding, contributions: contributions))
    }
    return result
  }

  /// The library's own algorithm: the base of each row and the contributions, row after row.
  func general(_ rows: DenseMatrix) throws(LearningError) -> (bases: [Double], parts: [Double]) {
    let values = try output(.contributions, rows)
    let width = columnCount + 1
    guard values.count == width * rows.rowCount else {
      throw .shape(what: "contributions", found: values.count, expected: width * rows.rowCount)
    }
    var bases: [Double] = []
    var parts: [Double] = []
    parts.reserveCapacity(columnCount * rows.rowCount)
    for (place, value) in values.enumerated() {
      if place % width == columnCount {
        bases.append(Double(value))
      } else {
        parts.append(Double(value))
      }
    }
    return (bases, parts)
  }

  /// The same from tables.
  private func tabled(
    _ explainer: ShallowExplainer, _ rows: DenseMatrix
  ) -> (bases: [Double], parts: [Double]) {
    var parts = [Double](repeating: 0, count: columnCount * rows.rowCount)
    rows.values.withUnsafeBufferPointer { values in
      parts.withUnsafeMutableBufferPointer { parts in
        for row in 0..<rows.rowCount {
          let range = row * columnCount..<(row + 1) * columnCount
          explainer.add(
            UnsafeBufferPointer(rebasing: values[range]),
            to: UnsafeMutableBufferPointer(rebasing: parts[range]))
        }
      }
    }
    return ([Double](repeating: explainer.base, count: rows.rowCount), parts)
  }

  /// The largest part of a score that rounding may explain.
  private static let roundingLimit = 1e-4
}
