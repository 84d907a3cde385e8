import Foundation

/// Dual coordinate descent for L2-regularised logistic regression with a cost for each row.
///
/// Source: algorithm 5 of Yu, Huang, Lin, Machine Learning 85 (2011), as LIBLINEAR runs it: each
/// step solves the problem of one row's dual variable by a modified Newton method.
struct DualDescent {
  private let rows: SparseMatrix
  private let labels: [Bool]
  private let costs: [Double]
  private let options: LinearOptions
  private let biasValue: Double
  /// ‖x‖² of each row, the bias column included.
  private let norms: [Double]
  /// The dual variable of each row and its distance to the cost: kept apart because the difference
  /// loses all its digits near the bounds.
  private var alpha: [Double]
  private var rest: [Double]
  private var weights: [Double]
  private var bias = 0.0

  init(_ rows: SparseMatrix, labels: [Bool], costs: [Double], options: LinearOptions) {
    self.rows = rows
    self.labels = labels
    self.costs = costs
    self.options = options
    let constant = options.biasValue ?? 0
    biasValue = constant
    norms = (0..<rows.rowCount).map { row in
      rows.values[rows.rowStarts[row]..<rows.rowStarts[row + 1]]
        .reduce(constant * constant) { $0 + Double($1) * Double($1) }
    }
    alpha = costs.map { min(0.001 * $0, 1e-8) }
    rest = zip(costs, alpha).map { $0 - $1 }
    weights = [Double](repeating: 0, count: rows.columnCount)
    for row in costs.indices where costs[row] > 0 { move(row, by: alpha[row]) }
  }

  /// Descends until the largest projected gradient of a pass is within the tolerance.
  mutating func run() -> LinearModel {
    var order = costs.indices.filter { costs[$0] > 0 }
    var generator = SplitMix64(seed: options.seed)
    var innerTolerance = 1e-2
    let smallestInner = min(1e-8, options.tolerance)
    for _ in 0..<options.passLimit {
      generator.shuffle(&order)
      var largest = 0.0
      var newtonSteps = 0
      for row in order {
        let step = visit(row, innerTolerance)
        largest = max(largest, step.gradient)
        newtonSteps += step.count
      }
      if largest < options.tolerance { break }
      if newtonSteps <= order.count / 10 {
        innerTolerance = max(smallestInner, 0.1 * innerTolerance)
      }
    }
    return LinearModel(weights: weights.map { Float($0) }, bias: bias * biasValue)
  }

  /// Solves the problem of one row; gives its gradient on entry and how many Newton steps it took.
  private mutating func visit(_ row: Int, _ tolerance: Double) -> (gradient: Double, count: Int) {
    let cost = costs[row]
    let curvature = norms[row]
    let margin = (labels[row] ? 1.0 : -1.0) * dot(row)
    // Work on whichever of alpha and cost − alpha is smaller.
    let isMirrored = 0.5 * curvature * (rest[row] - alpha[row]) + margin < 0
    let sign = isMirrored ? -1.0 : 1.0
    let start = isMirrored ? rest[row] : alpha[row]
    var value = start
    if cost - value < 0.5 * cost { value *= 0.1 }
    var gradient = curvature * (value - start) + sign * margin + log(value / (cost - value))
    let entry = abs(gradient)
    var count = 0
    while abs(gradient) >= tolerance, count < Self.newtonLimit {
      let slope = curvature + cost / (cost - value) / value
      let next = value - gradient / slope
      value = next <= 0 ? value * 0.1 : next
      gradient = curvature * (value - start) + sign * margin + log(value / (cost - value))
      count += 1
    }
    guard count > 0 else { return (entry, 0) }
    alpha[row] = isMirrored ? cost - value : value
    rest[row] = isMirrored ? value : cost - value
    move(row, by: sign * (value - start))
    return (entry, count)
  }

  /// The largest number of Newton steps for one row.
  private static let newtonLimit = 100

  private func dot(_ row: Int) -> Double {
    var sum = bias * biasValue
    rows.columns.withUnsafeBufferPointer { columns in
      rows.values.withUnsafeBufferPointer { values in
        weights.withUnsafeBufferPointer { weights in
          for position in rows.rowStarts[row]..<rows.rowStarts[row + 1] {
            sum += weights[Int(columns[position])] * Double(values[position])
          }
        }
      }
    }
    return sum
  }

  private mutating func move(_ row: Int, by change: Double) {
    let step = labels[row] ? change : -change
    bias += step * biasValue
    rows.columns.withUnsafeBufferPointer { columns in
      rows.values.withUnsafeBufferPointer { values in
        weights.withUnsafeMutableBufferPointer { weights in
          for position in rows.rowStarts[row]..<rows.rowStarts[row + 1] {
            weights[Int(columns[position])] += step * Double(values[position])
          }
        }
      }
    }
  }
}
