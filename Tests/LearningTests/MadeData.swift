@testable import Learning

/// Rows made for tests: a rule with noise, always the same for a seed.
enum MadeData {
  /// Dense rows of three columns; the label follows the first two, the third is noise.
  static func dense(_ count: Int, seed: UInt64 = 7) -> (rows: DenseMatrix, labels: [Bool]) {
    var generator = SplitMix64(seed: seed)
    var rows = DenseMatrix(columnCount: 3)
    var labels: [Bool] = []
    for _ in 0..<count {
      let values = (0..<3).map { _ in Float(generator.unit() * 4 - 2) }
      let logOdds = 1.5 * Double(values[0]) - Double(values[1])
      labels.append(generator.unit() < Logistic.sigmoid(logOdds))
      // One value in ten is missing.
      let row = values.map { generator.unit() < 0.1 ? Float.nan : $0 }
      try? rows.append(row)
    }
    return (rows, labels)
  }

  /// Sparse rows of `columns` columns with ten ones each; low columns speak for the label.
  static func sparse(
    _ count: Int, columns: Int = 200, seed: UInt64 = 3
  ) -> (rows: SparseMatrix, labels: [Bool]) {
    var generator = SplitMix64(seed: seed)
    var rows = SparseMatrix(columnCount: columns)
    var labels: [Bool] = []
    for _ in 0..<count {
      let label = generator.unit() < 0.3
      let entries = (0..<10).map { _ in
        let half = columns / 2
        let isTold = generator.unit() < 0.3
        let column = generator.below(isTold ? half : columns)
        return (column: Int32(isTold && !label ? columns - 1 - column : column), value: Float(1))
      }
      rows.append(SparseRow(entries))
      labels.append(label)
    }
    return (rows, labels)
  }
}
