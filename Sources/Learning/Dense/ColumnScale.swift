/// Mean, deviation and filling of each column, learned on training rows.
struct ColumnScale {
  var means: [Double]
  var deviations: [Double]
  var fillings: [Double]

  init(_ rows: DenseMatrix, weights: [Double], isRaw: [Bool]) {
    let count = rows.columnCount
    means = [Double](repeating: 0, count: count)
    deviations = [Double](repeating: 1, count: count)
    fillings = [Double](repeating: 0, count: count)
    for column in 0..<count {
      let moments = Self.moments(rows, column, weights)
      fillings[column] = moments.mean
      guard isRaw.isEmpty || !isRaw[column] else { continue }
      means[column] = moments.mean
      let deviation = moments.variance.squareRoot()
      // A constant column learns nothing; dividing by its rounding noise would make it huge.
      deviations[column] = deviation > 1e-9 * max(1, abs(moments.mean)) ? deviation : 1
    }
  }

  private static func moments(
    _ rows: DenseMatrix, _ column: Int, _ weights: [Double]
  ) -> (mean: Double, variance: Double) {
    var total = 0.0
    var sum = 0.0
    for row in 0..<rows.rowCount where !rows[row, column].isNaN {
      total += weights[row]
      sum += weights[row] * Double(rows[row, column])
    }
    guard total > 0 else { return (0, 0) }
    let mean = sum / total
    var squares = 0.0
    for row in 0..<rows.rowCount where !rows[row, column].isNaN {
      let distance = Double(rows[row, column]) - mean
      squares += weights[row] * distance * distance
    }
    return (mean, squares / total)
  }
}
