/// Newton's method for the penalised logistic loss, with bounds on coefficients.
///
/// Each step minimises the quadratic model of the loss by cyclic coordinate descent, which keeps
/// the bounds by projection (as in Friedman, Hastie, Tibshirani, Journal of Statistical Software 33,
/// 2010), and is halved until the loss falls.
struct NewtonLogistic {
  private(set) var coefficients: [Double]
  private(set) var intercept = 0.0

  /// The standardised rows, row after row.
  private let values: [Double]
  private let width: Int
  private let labels: [Bool]
  private let weights: [Double]
  private let offsets: [Double]
  private let strengths: [Double]
  private let priors: [Double]
  private let isNonNegative: [Bool]
  private let options: DenseLogisticOptions

  init(
    _ rows: DenseMatrix, scale: ColumnScale, labels: [Bool], weights: [Double],
    offsets: [Double], options: DenseLogisticOptions
  ) {
    width = rows.columnCount
    var values: [Double] = []
    values.reserveCapacity(rows.values.count)
    for (position, value) in rows.values.enumerated() {
      let column = position % max(1, rows.columnCount)
      let known = value.isNaN ? scale.fillings[column] : Double(value)
      values.append((known - scale.means[column]) / scale.deviations[column])
    }
    self.values = values
    self.labels = labels
    self.weights = weights
    self.offsets = offsets.isEmpty ? [Double](repeating: 0, count: labels.count) : offsets
    self.options = options
    let width = rows.columnCount
    strengths =
      options.strengths.count == width
      ? options.strengths : [Double](repeating: options.strengths.first ?? 1, count: width)
    priors = options.priors.isEmpty ? [Double](repeating: 0, count: width) : options.priors
    isNonNegative =
      options.isNonNegative.isEmpty
      ? [Bool](repeating: false, count: width) : options.isNonNegative
    coefficients = priors
    for column in 0..<width where isNonNegative[column] {
      coefficients[column] = max(0, coefficients[column])
    }
    let positive = zip(weights, labels).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    intercept = Logistic.logit(positive / weights.reduce(0, +))
  }

  mutating func run() {
    var loss = objective(coefficients, intercept)
    for _ in 0..<options.stepLimit {
      let goal = quadraticMinimum()
      var share = 1.0
      var moved = 0.0
      while share > 1e-6 {
        let tried = zip(coefficients, goal.coefficients).map { $0 + share * ($1 - $0) }
        let triedIntercept = intercept + share * (goal.intercept - intercept)
        let triedLoss = objective(tried, triedIntercept)
        if triedLoss <= loss {
          moved = zip(coefficients, tried).reduce(abs(triedIntercept - intercept)) {
            max($0, abs($1.0 - $1.1))
          }
          (coefficients, intercept, loss) = (tried, triedIntercept, triedLoss)
          break
        }
        share /= 2
      }
      if moved < options.tolerance { return }
    }
  }

  private func margin(_ row: Int, _ coefficients: [Double], _ intercept: Double) -> Double {
    var sum = intercept + offsets[row]
    let start = row * width
    for column in 0..<width { sum += coefficients[column] * values[start + column] }
    return sum
  }

  private func objective(_ coefficients: [Double], _ intercept: Double) -> Double {
    var sum = 0.0
    for row in labels.indices where weights[row] > 0 {
      sum +=
        weights[row]
        * Logistic.loss(logOdds: margin(row, coefficients, intercept), label: labels[row])
    }
    for column in 0..<width {
      let distance = coefficients[column] - priors[column]
      sum += 0.5 * strengths[column] * distance * distance
    }
    return sum
  }

  /// The minimum of the quadratic model around the present coefficients, within the bounds.
  private func quadraticMinimum() -> (coefficients: [Double], intercept: Double) {
    let size = width + 1
    let (gradient, hessian) = derivatives()
    var step = [Double](repeating: 0, count: size)
    // slope = gradient + hessian · step, kept up to date.
    var slope = gradient
    for _ in 0..<Self.sweepLimit {
      var largest = 0.0
      for index in 0..<size {
        let curvature = hessian[index * size + index]
        guard curvature > 1e-12 else { continue }
        var change = -slope[index] / curvature
        if index < width, isNonNegative[index] {
          change = max(change, -(coefficients[index] + step[index]))
        }
        guard change != 0 else { continue }
        step[index] += change
        largest = max(largest, abs(change))
        for other in 0..<size { slope[other] += hessian[index * size + other] * change }
      }
      if largest < options.tolerance / 10 { break }
    }
    var goal = coefficients
    for column in 0..<width { goal[column] += step[column] }
    return (goal, intercept + step[width])
  }

  /// The largest number of sweeps over the coefficients within one Newton step.
  private static let sweepLimit = 2000

  /// Gradient and Hessian of the objective; the intercept is the last of `width + 1`.
  private func derivatives() -> (gradient: [Double], hessian: [Double]) {
    let size = width + 1
    var gradient = [Double](repeating: 0, count: size)
    var hessian = [Double](repeating: 0, count: size * size)
    var extended = [Double](repeating: 1, count: size)
    for row in labels.indices where weights[row] > 0 {
      let probability = Logistic.sigmoid(margin(row, coefficients, intercept))
      let residual = weights[row] * (probability - (labels[row] ? 1 : 0))
      let curvature = weights[row] * probability * (1 - probability)
      for column in 0..<width { extended[column] = values[row * width + column] }
      accumulate(extended, residual, curvature, &gradient, &hessian)
    }
    for column in 0..<width {
      gradient[column] += strengths[column] * (coefficients[column] - priors[column])
      hessian[column * size + column] += strengths[column]
    }
    for row in 0..<size {
      for column in 0..<row { hessian[row * size + column] = hessian[column * size + row] }
    }
    return (gradient, hessian)
  }

  /// Adds one row to the gradient and to the upper half of the Hessian.
  private func accumulate(
    _ row: [Double], _ residual: Double, _ curvature: Double, _ gradient: inout [Double],
    _ hessian: inout [Double]
  ) {
    row.withUnsafeBufferPointer { row in
      hessian.withUnsafeMutableBufferPointer { hessian in
        for first in row.indices where row[first] != 0 {
          gradient[first] += residual * row[first]
          let factor = curvature * row[first]
          let start = first * row.count
          for second in first..<row.count { hessian[start + second] += factor * row[second] }
        }
      }
    }
  }
}
