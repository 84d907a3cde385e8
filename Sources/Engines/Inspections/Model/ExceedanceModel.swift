import Learning
import Review

/// Predicts whether the next sample of a station will exceed the threshold.
struct ExceedanceModel: Sendable {
  let model: TwoLogits
  let rowCount: Int
  let positiveCount: Int

  /// The fewest rows and exceedances that a probability may rest on.
  static let fewestRows = 200
  static let fewestPositives = 30
  /// The most rows that are learned from: the latest ones.
  static let rowLimit = 60_000

  static var options: TwoLogits.Options {
    var options = TwoLogits.Options()
    options.rounds = 240
    options.columnShare = 0.6
    options.leafWeight = 5
    return options
  }

  /// Rows to learn from.
  struct Rows {
    var matrix: DenseMatrix
    var labels: [Bool]
    var days: [Int32]

    init() {
      matrix = DenseMatrix(columnCount: ExceedanceSpec.columns.count)
      labels = []
      days = []
    }

    /// Adds the station-days of a network before a day that have an earlier measurement.
    mutating func add(
      _ network: WaterNetwork, before day: Int32 = .max, limit: Int = ExceedanceModel.rowLimit
    ) throws {
      var targets: [(target: ExceedanceFeatures.Target, isAbove: Bool)] = []
      for (number, series) in network.series.enumerated() {
        for point in series.points.dropFirst() where point.day < day {
          targets.append(
            (
              ExceedanceFeatures.Target(series: number, day: point.day),
              point.exceeds(network.threshold)
            ))
        }
      }
      targets.sort { ($0.target.day, $0.target.series) < ($1.target.day, $1.target.series) }
      let latest = Array(targets.suffix(limit))
      let made = try ExceedanceFeatures(network).matrix(latest.map(\.target))
      for row in 0..<made.rowCount { try matrix.append(made.row(row)) }
      labels += latest.map(\.isAbove)
      days += latest.map(\.target.day)
    }
  }

  /// Whether rows suffice to learn a probability.
  static func suffices(_ rows: Rows) -> Bool {
    let positives = rows.labels.count { $0 }
    return rows.labels.count >= fewestRows && positives >= fewestPositives
      && rows.labels.count - positives >= fewestPositives
  }

  /// Trains on rows.
  static func train(_ rows: Rows, options: TwoLogits.Options = options) throws -> ExceedanceModel {
    let model = try TwoLogits.train(
      rows.matrix, labels: rows.labels, days: rows.days, columns: ExceedanceSpec.columns,
      options: options)
    return ExceedanceModel(
      model: model, rowCount: rows.labels.count, positiveCount: rows.labels.count { $0 })
  }
}
