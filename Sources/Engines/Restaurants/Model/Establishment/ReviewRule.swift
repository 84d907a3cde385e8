import Foundation
import Learning
import Review

/// How the reviews change the log-odds of an establishment.
///
/// No public data join French reviews to inspections. Until enough linked inspections exist the
/// weights are experts' (`isRule`): illness before pests before spoiled food before dirt. Then they
/// are learned, drawn to the experts' values and never negative.
struct ReviewRule: Equatable {
  /// The fewest linked inspections to learn from.
  static let fewestLinked = 200
  /// How strongly learned weights are drawn to the experts'.
  static let strength = 20.0

  /// The weight of a unit of each column.
  private(set) var weights: [Double]
  /// Whether the weights are the experts'.
  private(set) var isRule: Bool

  /// The experts' weights.
  static let expert = ReviewRule(
    weights: ReviewColumn.allCases.map { column in
      switch column {
      case .count: 0
      case .rate: 0.4
      case .illness: 0.9
      case .pest: 0.7
      case .spoiled: 0.5
      case .dirt: 0.35
      case .negative: 0.2
      case .burst: 0.4
      case .authors: 0.2
      }
    }, isRule: true)

  private init(weights: [Double], isRule: Bool) {
    self.weights = weights
    self.isRule = isRule
  }

  /// What each column adds; nothing where there are no reviews.
  func contributions(_ values: [Float]) -> [Double] {
    zip(weights, values).map { $1.isNaN ? 0 : $0 * Double($1) }
  }

  /// Learns the weights when there are enough linked inspections, else keeps the experts'.
  ///
  /// - Parameters:
  ///   - rows: the review columns of inspections whose establishment had reviews before.
  ///   - offsets: the log-odds without reviews.
  init(rows: [[Float]], labels: [Bool], weights rowWeights: [Double], offsets: [Double]) {
    self = .expert
    guard rows.count >= Self.fewestLinked, let matrix = try? DenseMatrix(rows: rows) else { return }
    let experts = weights
    var options = DenseLogisticOptions(
      strength: Self.strength, priors: experts,
      isNonNegative: [Bool](repeating: true, count: experts.count),
      isRaw: [Bool](repeating: true, count: experts.count))
    options.strengths = experts.map { $0 == 0 ? 1e6 : Self.strength }
    let learned = try? DenseLogistic.train(
      matrix, labels: labels, weights: rowWeights, offsets: offsets, options: options)
    guard let learned else { return }
    weights = learned.coefficients
    isRule = false
  }

  func write(to writer: inout ByteWriter) {
    writer.write(isRule)
    writer.write(weights)
  }

  init(from reader: inout ByteReader) throws(LearningError) {
    isRule = try reader.bool()
    weights = try reader.doubles()
    guard weights.count == ReviewColumn.allCases.count else {
      throw .damaged(what: "weights of reviews")
    }
  }
}
