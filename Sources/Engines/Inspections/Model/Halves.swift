import Learning

/// The two halves before the map to probabilities.
struct Halves: Sendable {
  let linearColumns: LinearColumns
  let linear: DenseLogistic
  let trees: BoostedTrees
  /// What the trees started from when offsets were accounted for, which their score leaves out.
  let treeBase: Double

  /// Trains both.
  static func train(
    _ rows: DenseMatrix, labels: [Bool], weights: [Double]?, offsets: [Double]?,
    columns: [FeatureColumn], options: TwoLogits.Options
  ) throws -> Halves {
    let linearColumns = LinearColumns(rows)
    let prepared = try linearColumns.matrix(rows)
    let rising = (0..<linearColumns.width).map { column in
      column < columns.count && columns[column].direction == .rising
    }
    let linear = try DenseLogistic.train(
      prepared, labels: labels, weights: weights, offsets: offsets,
      options: DenseLogisticOptions(
        strength: min(options.strength, max(5, 0.02 * Double(labels.count))),
        isNonNegative: rising, tolerance: 1e-4, stepLimit: 12))
    let share = Double(labels.count { $0 }) / Double(max(1, labels.count))
    let treeBase = offsets == nil ? 0 : Logistic.logit(share)
    let trees = try BoostedTrees.train(
      rows, labels: labels, weights: weights, offsets: offsets.map { $0.map { $0 + treeBase } },
      options: TreeOptions(
        rounds: options.rounds, depth: options.depth, learningRate: options.learningRate,
        rowShare: options.rowShare, columnShare: options.columnShare,
        leafWeight: min(options.leafWeight, max(1, Double(labels.count) / 500)),
        squaredPenalty: options.squaredPenalty, directions: columns.map(\.direction),
        seed: Int32(truncatingIfNeeded: options.seed % 1_000_000), threadCount: options.threads))
    return Halves(linearColumns: linearColumns, linear: linear, trees: trees, treeBase: treeBase)
  }

  /// The mean of the two log-odds.
  func scores(_ rows: DenseMatrix) throws -> [Double] {
    guard rows.rowCount > 0 else { return [] }
    let straight = linear.scores(try linearColumns.matrix(rows))
    return zip(straight, try trees.scores(rows)).map { ($0 + $1 + treeBase) / 2 }
  }
}
