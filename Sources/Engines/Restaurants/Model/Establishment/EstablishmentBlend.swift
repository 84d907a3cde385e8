import Learning

/// A linear model and monotone boosted trees side by side; the score is the mean of their log-odds.
///
/// The linear model ranks the very first better, the trees the rest; their mean beats both.
struct EstablishmentBlend {
  let encoding: LinearEncoding
  let linear: LinearModel
  /// What the linear columns add on average, by reason: reasons are told against it.
  let linearMeans: [Double]
  let trees: [BoostedTrees]

  /// The log-odds of both halves.
  struct Halves: Equatable {
    var linear: Double
    var trees: Double

    /// Their mean.
    var mean: Double { (linear + trees) / 2 }
  }

  /// A score with the part of each reason.
  struct Parts: Equatable {
    var halves: Halves
    /// The log-odds before any reason.
    var base: Double
    /// What each reason adds; with the base they sum to the mean of the halves.
    var reasons: [Double]
  }

  /// Trains both halves.
  static func train(
    _ rows: [EstablishmentRow], options: EstablishmentOptions
  ) throws(LearningError) -> EstablishmentBlend {
    let features = rows.map(\.features)
    let labels = rows.map(\.isNonCompliant)
    let isWeighted = rows.contains { $0.weight != 1 }
    let weights = isWeighted ? rows.map(\.weight) : nil
    let encoding = LinearEncoding(features)
    let matrix = encoding.matrix(features)
    let linear = try LinearModel.train(
      matrix, labels: labels, weights: weights,
      options: LinearOptions(
        solver: isWeighted ? .logisticDual : .logisticPrimal, cost: options.linearCost,
        biasValue: 3, tolerance: isWeighted ? 0.01 : 0.001, seed: options.seed))
    let dense = try treeMatrix(features)
    var trees: [BoostedTrees] = []
    for set in 0..<options.treeSets {
      trees.append(
        try BoostedTrees.train(
          dense, labels: labels, weights: weights, options: options.trees(set)))
    }
    return EstablishmentBlend(
      encoding: encoding, linear: linear, linearMeans: means(matrix, linear, encoding),
      trees: trees)
  }

  private static func means(
    _ matrix: SparseMatrix, _ linear: LinearModel, _ encoding: LinearEncoding
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: EstablishmentReason.allCases.count)
    for (column, value) in zip(matrix.columns, matrix.values) {
      sums[encoding.reasons[Int(column)].rawValue] +=
        Double(linear.weights[Int(column)]) * Double(value)
    }
    return sums.map { $0 / Double(max(1, matrix.rowCount)) }
  }

  /// The values of the columns the trees see.
  private static func treeMatrix(
    _ features: [EstablishmentFeatures]
  ) throws(LearningError) -> DenseMatrix {
    let columns = EstablishmentColumn.treeColumns.map(\.rawValue)
    var values: [Float] = []
    values.reserveCapacity(features.count * columns.count)
    for row in features { for column in columns { values.append(row.values[column]) } }
    return try DenseMatrix(values: values, columnCount: columns.count)
  }

  /// The log-odds of features.
  func halves(_ features: [EstablishmentFeatures]) throws(LearningError) -> [Halves] {
    guard !features.isEmpty else { return [] }
    let straight = linear.scores(encoding.matrix(features))
    let dense = try Self.treeMatrix(features)
    var sums = [Double](repeating: 0, count: features.count)
    for set in trees {
      for (row, score) in try set.scores(dense).enumerated() { sums[row] += score }
    }
    let count = Double(trees.count)
    return zip(straight, sums).map { Halves(linear: $0, trees: $1 / count) }
  }

  /// The log-odds of features with the part of each reason.
  func parts(_ features: [EstablishmentFeatures]) throws(LearningError) -> [Parts] {
    guard !features.isEmpty else { return [] }
    var parts = features.map { linearParts($0) }
    let dense = try Self.treeMatrix(features)
    let share = 0.5 / Double(trees.count)
    let reasons = EstablishmentColumn.treeColumns.map(\.reason.rawValue)
    for set in trees {
      for (row, explanation) in try set.explanations(dense).enumerated() {
        parts[row].halves.trees += 2 * share * explanation.total
        parts[row].base += share * explanation.base
        for (column, value) in explanation.contributions.enumerated() {
          parts[row].reasons[reasons[column]] += share * value
        }
      }
    }
    return parts
  }

  private func linearParts(_ features: EstablishmentFeatures) -> Parts {
    let row = encoding.row(features)
    var reasons = linearMeans.map { -$0 / 2 }
    for (column, value) in linear.contributions(row) {
      reasons[encoding.reasons[Int(column)].rawValue] += value / 2
    }
    return Parts(
      halves: Halves(linear: linear.score(row), trees: 0),
      base: (linear.bias + linearMeans.reduce(0, +)) / 2, reasons: reasons)
  }
}
