extension DenseLogistic {
  /// Trains a model on labelled rows.
  ///
  /// - Parameters:
  ///   - rows: the rows; missing values take the column's mean.
  ///   - labels: whether each row is positive.
  ///   - weights: how much each row counts (all 1 when `nil`).
  ///   - offsets: log-odds added to each row's score that are not to be learned (none when `nil`).
  ///   - options: penalty, priors, signs.
  /// - Throws: `LearningError` when sizes disagree or a class is absent.
  public static func train(
    _ rows: DenseMatrix, labels: [Bool], weights: [Double]? = nil, offsets: [Double]? = nil,
    options: DenseLogisticOptions = DenseLogisticOptions()
  ) throws(LearningError) -> DenseLogistic {
    let weights = try checked(weights, "weights of rows", rows, labels)
    if let offsets, offsets.count != labels.count {
      throw .shape(what: "offsets", found: offsets.count, expected: labels.count)
    }
    if let bad = offsets?.firstIndex(where: { !$0.isFinite }) {
      throw .value(what: "offset", row: bad)
    }
    if let bad = rows.values.firstIndex(where: \.isInfinite) {
      throw .value(what: "value", row: bad / rows.columnCount)
    }
    try check(options, columnCount: rows.columnCount)
    let scale = ColumnScale(rows, weights: weights, isRaw: options.isRaw)
    var newton = NewtonLogistic(
      rows, scale: scale, labels: labels, weights: weights,
      offsets: offsets ?? [], options: options)
    newton.run()
    return DenseLogistic(
      coefficients: newton.coefficients, intercept: newton.intercept, means: scale.means,
      deviations: scale.deviations, fillings: scale.fillings)
  }

  private static func checked(
    _ weights: [Double]?, _ what: String, _ rows: DenseMatrix, _ labels: [Bool]
  ) throws(LearningError) -> [Double] {
    guard rows.rowCount > 0 else { throw .noRows }
    guard labels.count == rows.rowCount else {
      throw .shape(what: "labels", found: labels.count, expected: rows.rowCount)
    }
    let weights = weights ?? [Double](repeating: 1, count: labels.count)
    guard weights.count == labels.count else {
      throw .shape(what: what, found: weights.count, expected: labels.count)
    }
    if let bad = weights.firstIndex(where: { !($0 >= 0) || !$0.isFinite }) {
      throw .value(what: what, row: bad)
    }
    let sums = zip(weights, labels).reduce(into: (0.0, 0.0)) { sums, row in
      if row.1 { sums.0 += row.0 } else { sums.1 += row.0 }
    }
    guard sums.0 > 0, sums.1 > 0 else { throw .oneClass }
    return weights
  }

  private static func check(
    _ options: DenseLogisticOptions, columnCount: Int
  ) throws(LearningError) {
    let lengths = [
      ("strengths", options.strengths.count == 1 ? columnCount : options.strengths.count),
      ("priors", options.priors.isEmpty ? columnCount : options.priors.count),
      ("signs", options.isNonNegative.isEmpty ? columnCount : options.isNonNegative.count),
      ("raw columns", options.isRaw.isEmpty ? columnCount : options.isRaw.count),
    ]
    for (what, count) in lengths where count != columnCount {
      throw .shape(what: what, found: count, expected: columnCount)
    }
  }
}
