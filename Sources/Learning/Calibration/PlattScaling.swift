import Foundation

/// A map from scores to probabilities: sigmoid(slope · score + offset).
///
/// Source: Platt, "Probabilistic outputs for support vector machines", 1999, with its smoothed
/// targets; fitted by Newton's method as in Lin, Lin, Weng, Machine Learning 68 (2007).
public struct PlattScaling: Hashable, Sendable {
  /// What a score is multiplied by.
  public let slope: Double
  /// What is added.
  public let offset: Double

  /// Makes a map.
  public init(slope: Double, offset: Double) {
    self.slope = slope
    self.offset = offset
  }

  /// The map that changes nothing of log-odds.
  public static let identity = PlattScaling(slope: 1, offset: 0)

  /// The calibrated log-odds of a score.
  public func logOdds(_ score: Double) -> Double { slope * score + offset }

  /// The probability of a score.
  public func probability(_ score: Double) -> Double { Logistic.sigmoid(logOdds(score)) }

  /// Fits the map on scores of rows that the scoring model was not trained on.
  ///
  /// Positives aim at (P + 1) / (P + 2) and negatives at 1 / (N + 2), where P and N are the (summed
  /// weights of) positives and negatives.
  ///
  /// - Parameter identityWeight: half of this times the squared distance of slope and offset from the
  ///   map that changes nothing is added to the loss, for scores that are log-odds already and rows
  ///   whose errors go together (one season, one place), so that they tell less than their number.
  /// - Throws: `LearningError` when sizes disagree, a class is absent or a score is not finite.
  public init(
    fitting scores: [Double], labels: [Bool], weights: [Double]? = nil, identityWeight: Double = 0
  ) throws(LearningError) {
    guard !scores.isEmpty else { throw .noRows }
    guard labels.count == scores.count else {
      throw .shape(what: "labels", found: labels.count, expected: scores.count)
    }
    if let weights, weights.count != scores.count {
      throw .shape(what: "weights of rows", found: weights.count, expected: scores.count)
    }
    if let bad = scores.firstIndex(where: { !$0.isFinite }) {
      throw .value(what: "score", row: bad)
    }
    let rows = scores.indices.map { row in (scores[row], labels[row], weights?[row] ?? 1) }
    let positive = rows.reduce(0) { $0 + ($1.1 ? $1.2 : 0) }
    let negative = rows.reduce(0) { $0 + ($1.1 ? 0 : $1.2) }
    guard positive > 0, negative > 0 else { throw .oneClass }
    let high = (positive + 1) / (positive + 2)
    let low = 1 / (negative + 2)
    self = Self.fit(
      rows.map { ($0.0, $0.1 ? high : low, $0.2) }, identityWeight,
      start: PlattScaling(slope: 0, offset: log((positive + 1) / (negative + 1))))
  }

  private typealias Row = (score: Double, target: Double, weight: Double)

  private static func fit(
    _ rows: [Row], _ identityWeight: Double, start: PlattScaling
  ) -> PlattScaling {
    var current = start
    var loss = loss(rows, identityWeight, current)
    for _ in 0..<100 {
      let step = newtonStep(rows, identityWeight, current)
      guard max(abs(step.slope), abs(step.offset)) > 1e-10 else { break }
      var share = 1.0
      var next = current
      while share > 1e-10 {
        next = PlattScaling(
          slope: current.slope + share * step.slope, offset: current.offset + share * step.offset)
        let nextLoss = Self.loss(rows, identityWeight, next)
        if nextLoss <= loss {
          loss = nextLoss
          break
        }
        share /= 2
      }
      guard share > 1e-10, next != current else { break }
      current = next
    }
    return current
  }

  private static func loss(
    _ rows: [Row], _ identityWeight: Double, _ map: PlattScaling
  ) -> Double {
    let distance = (map.slope - 1) * (map.slope - 1) + map.offset * map.offset
    return rows.reduce(identityWeight * distance / 2) { sum, row in
      let value = map.logOdds(row.score)
      return sum + row.weight * (Logistic.softplus(value) - row.target * value)
    }
  }

  private static func newtonStep(
    _ rows: [Row], _ identityWeight: Double, _ map: PlattScaling
  ) -> PlattScaling {
    var slope = identityWeight * (map.slope - 1)
    var offset = identityWeight * map.offset
    // A small ridge keeps the matrix invertible when all scores are equal.
    let ridge = identityWeight + 1e-12
    var (slopeSlope, slopeOffset, offsetOffset) = (ridge, 0.0, ridge)
    for row in rows {
      let probability = map.probability(row.score)
      let residual = row.weight * (probability - row.target)
      let curvature = row.weight * probability * (1 - probability)
      slope += residual * row.score
      offset += residual
      slopeSlope += curvature * row.score * row.score
      slopeOffset += curvature * row.score
      offsetOffset += curvature
    }
    let determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset
    guard determinant > 0 else { return PlattScaling(slope: 0, offset: -offset / offsetOffset) }
    return PlattScaling(
      slope: -(offsetOffset * slope - slopeOffset * offset) / determinant,
      offset: -(slopeSlope * offset - slopeOffset * slope) / determinant)
  }
}

extension PlattScaling {
  /// The map as bytes.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(slope)
    writer.write(offset)
    return writer.bytes
  }

  /// Reads a map back.
  public init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "calibration")
    self.init(slope: try reader.double(), offset: try reader.double())
  }
}
