extension LinearModel {
  /// Trains a model on labelled rows.
  ///
  /// - Parameters:
  ///   - rows: the rows to learn from.
  ///   - labels: whether each row is positive.
  ///   - weights: how much each row counts (all 1 when `nil`); rows of weight 0 are left out.
  ///     LIBLINEAR has no such weights: with its solvers they are refused.
  ///   - options: the loss, the regularisation, the stopping rule.
  /// - Throws: `LearningError` when sizes disagree, a class is absent or a weight is negative.
  public static func train(
    _ rows: SparseMatrix, labels: [Bool], weights: [Double]? = nil,
    options: LinearOptions = LinearOptions()
  ) throws(LearningError) -> LinearModel {
    let costs = try rowCosts(rows.rowCount, labels: labels, weights: weights, options: options)
    switch options.solver {
    case .logisticDual:
      var descent = DualDescent(rows, labels: labels, costs: costs, options: options)
      return descent.run()
    case .logisticPrimal, .supportVectors:
      guard weights == nil else {
        throw .library(name: "liblinear", message: "weights of instances are not supported")
      }
      return try LibLinear.train(rows, labels: labels, options: options)
    }
  }

  /// The cost of each row: C times the weight of its class times its own weight.
  static func rowCosts(
    _ count: Int, labels: [Bool], weights: [Double]?, options: LinearOptions
  ) throws(LearningError) -> [Double] {
    guard count > 0 else { throw .noRows }
    guard labels.count == count else {
      throw .shape(what: "labels", found: labels.count, expected: count)
    }
    if let weights, weights.count != count {
      throw .shape(what: "weights of rows", found: weights.count, expected: count)
    }
    guard options.cost > 0, options.cost.isFinite else { throw .value(what: "cost", row: nil) }
    let classes = try classWeights(labels, options)
    var costs: [Double] = []
    costs.reserveCapacity(count)
    for row in 0..<count {
      let weight = weights?[row] ?? 1
      guard weight >= 0, weight.isFinite else { throw .value(what: "weight", row: row) }
      costs.append(options.cost * weight * (labels[row] ? classes.positive : classes.negative))
    }
    let learnable = { (label: Bool) in
      zip(costs, labels).contains { $0.0 > 0 && $0.1 == label }
    }
    guard learnable(true), learnable(false) else { throw .oneClass }
    return costs
  }

  /// The weights of the two classes.
  static func classWeights(
    _ labels: [Bool], _ options: LinearOptions
  ) throws(LearningError) -> (positive: Double, negative: Double) {
    let positives = labels.count(where: { $0 })
    guard positives > 0, positives < labels.count else { throw .oneClass }
    guard options.isBalanced else { return (options.positiveWeight, options.negativeWeight) }
    let half = Double(labels.count) / 2
    return (
      options.positiveWeight * half / Double(positives),
      options.negativeWeight * half / Double(labels.count - positives)
    )
  }
}
