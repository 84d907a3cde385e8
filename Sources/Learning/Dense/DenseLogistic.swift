/// A logistic regression over a few dense columns, with what was learned of them on the training
/// rows: mean and deviation for the scale, the mean for missing values.
public struct DenseLogistic: Hashable, Sendable {
  /// The coefficient of each standardised column.
  public let coefficients: [Double]
  /// The log-odds of a row whose values are all at the mean.
  public let intercept: Double
  /// The mean of each column over the training rows where it is known (0 for raw columns).
  public let means: [Double]
  /// The standard deviation of each column (1 for raw and for constant columns).
  public let deviations: [Double]
  /// What stands for a missing value of each column.
  public let fillings: [Double]

  /// Makes a model from its parts, all of the same length.
  public init(
    coefficients: [Double], intercept: Double, means: [Double], deviations: [Double],
    fillings: [Double]
  ) {
    self.coefficients = coefficients
    self.intercept = intercept
    self.means = means
    self.deviations = deviations
    self.fillings = fillings
  }

  /// The log-odds of a row.
  ///
  /// - Precondition: the row has as many values as there are coefficients.
  public func score(_ row: some Collection<Float>) -> Double {
    var sum = intercept
    var column = 0
    for value in row {
      sum += coefficients[column] * scaled(value, column)
      column += 1
    }
    precondition(column == coefficients.count, "a row of \(column) values")
    return sum
  }

  /// The log-odds of every row of a matrix.
  public func scores(_ rows: DenseMatrix) -> [Double] {
    (0..<rows.rowCount).map { row in
      score(rows.values[row * rows.columnCount..<(row + 1) * rows.columnCount])
    }
  }

  /// What each column adds; with the intercept they sum to `score(row)`.
  public func contributions(_ row: [Float]) -> [Double] {
    row.indices.map { coefficients[$0] * scaled(row[$0], $0) }
  }

  /// The weight of a unit of a column as it stands in the rows.
  public func rawWeight(_ column: Int) -> Double { coefficients[column] / deviations[column] }

  private func scaled(_ value: Float, _ column: Int) -> Double {
    let known = value.isNaN ? fillings[column] : Double(value)
    return (known - means[column]) / deviations[column]
  }
}

extension DenseLogistic {
  /// The model as bytes.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(intercept)
    for part in [coefficients, means, deviations, fillings] { writer.write(part) }
    return writer.bytes
  }

  /// Reads a model back.
  ///
  /// - Throws: `LearningError.damaged` when the bytes are not those of a model.
  public init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "logistic model")
    let intercept = try reader.double()
    var parts: [[Double]] = []
    for _ in 0..<4 { parts.append(try reader.doubles()) }
    guard Set(parts.map(\.count)).count == 1, reader.isAtEnd else {
      throw .damaged(what: "logistic model: lengths")
    }
    self.init(
      coefficients: parts[0], intercept: intercept, means: parts[1], deviations: parts[2],
      fillings: parts[3])
  }
}
