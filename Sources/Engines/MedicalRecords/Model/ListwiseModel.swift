import Foundation
import Learning

/// A linear model of which candidate of a list is right: a softmax over the list, learned by
/// gradient descent on standardised features with an L2 penalty.
///
/// Source: Cao et al. 2007, "Learning to Rank: From Pairwise Approach to Listwise Approach".
struct ListwiseModel: Sendable, Hashable {
  /// A list of candidates, with those that are right.
  struct List: Sendable {
    var rows: [[Float]]
    var isRight: [Bool]
  }

  private(set) var weights: [Double]
  private(set) var means: [Double]
  private(set) var deviations: [Double]

  private static let steps = 1200
  /// Small, because the features of a candidate lean on each other: larger steps do not settle.
  private static let rate = 0.08
  private static let penalty = 0.02
  /// A rare feature stands many deviations away where it holds; it counts as so many.
  private static let farthest = 4.0

  /// Learns from lists that hold a right candidate; others say nothing.
  init(_ lists: [List], featureCount: Int) {
    let useful = lists.filter { $0.isRight.contains(true) }
    weights = [Double](repeating: 0, count: featureCount)
    means = weights
    deviations = [Double](repeating: 1, count: featureCount)
    guard !useful.isEmpty else { return }
    standardise(useful.flatMap(\.rows))
    let scaled = useful.map { list in
      (rows: list.rows.map { standardised($0) }, isRight: list.isRight)
    }
    for _ in 0..<Self.steps {
      var gradient = weights.map { Self.penalty * $0 }
      for list in scaled { descend(list.rows, list.isRight, 1 / Double(scaled.count), &gradient) }
      for place in weights.indices { weights[place] -= Self.rate * gradient[place] }
    }
  }

  private mutating func standardise(_ rows: [[Float]]) {
    let count = Double(rows.count)
    for place in means.indices {
      let mean = rows.reduce(0) { $0 + Double($1[place]) } / count
      let square = rows.reduce(0) { $0 + (Double($1[place]) - mean) * (Double($1[place]) - mean) }
      means[place] = mean
      deviations[place] = max(1e-6, (square / count).squareRoot())
    }
  }

  private func standardised(_ row: [Float]) -> [Double] {
    row.indices.map { place in
      let value = (Double(row[place]) - means[place]) / deviations[place]
      return min(max(value, -Self.farthest), Self.farthest)
    }
  }

  /// Adds the gradient of a list: what is expected of its features less what the right ones have.
  private func descend(
    _ rows: [[Double]], _ isRight: [Bool], _ weight: Double, _ gradient: inout [Double]
  ) {
    let scores = rows.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    let top = scores.max() ?? 0
    let powers = scores.map { exp($0 - top) }
    let all = powers.reduce(0, +)
    let right = zip(powers, isRight).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    for (place, row) in rows.enumerated() {
      let pull = powers[place] / all - (isRight[place] ? powers[place] / max(1e-300, right) : 0)
      for feature in row.indices { gradient[feature] += weight * pull * row[feature] }
    }
  }

  /// The score of a candidate; only differences inside a list mean something.
  func score(_ row: [Float]) -> Double {
    zip(standardised(row), weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

/// Natural logarithms.
enum Logarithm {
  static func of(_ value: Double) -> Double { log(value) }
}
