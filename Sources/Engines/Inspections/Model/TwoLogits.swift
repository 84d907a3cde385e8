import Foundation
import Learning

/// The mean of two log-odds, logistic regression and boosted trees, mapped to a probability.
///
/// The linear half carries small data, the trees carry thresholds; rising columns can only raise the
/// score in both.
struct TwoLogits: Sendable {
  let columns: [FeatureColumn]
  let linearColumns: LinearColumns
  let linear: DenseLogistic
  let trees: BoostedTrees
  /// What the trees started from beside what they give.
  let treeBase: Double
  /// Fitted on the last time block by a model that did not see it.
  let scaling: PlattScaling
  /// The calibrated log-odds of that block, rising, with their outcomes: for intervals.
  let blockScores: [Double]
  let blockLabels: [Bool]

  /// How the halves are trained.
  struct Options: Hashable, Sendable {
    var rounds = 220
    var depth = 3
    var learningRate = 0.05
    var rowShare = 0.8
    var columnShare = 0.5
    var leafWeight = 6.0
    var squaredPenalty = 5.0
    /// The penalty of the linear half.
    var strength = 300.0
    var seed: UInt64 = 1
    /// More threads than idle cores wait by spinning: ten times slower on a busy machine.
    var threads = 1
    /// The share of the rows, the latest, that the map to probabilities is fitted on.
    var block = 0.2
  }

  /// The fewest rows and positives of the last block that are worth fitting a map on.
  static let fewestBlockRows = 40
  static let fewestBlockPositives = 8

  /// How strongly the map is held to the identity: the rows of one block share its weather, so that
  /// the level of the last block says less of the next than its number of rows lets think.
  static let identityWeight = 50.0

  /// Trains on rows.
  ///
  /// - Parameters:
  ///   - days: the day of each row: the latest fifth calibrates.
  ///   - offsets: log-odds that are to be accounted for and not learned (the agents' effect).
  ///   - asked: the rows as they are when they are asked about, which calibrates; the same when `nil`.
  static func train(
    _ rows: DenseMatrix, asked: DenseMatrix? = nil, labels: [Bool], days: [Int32],
    weights: [Double]? = nil, offsets: [Double]? = nil, columns: [FeatureColumn], options: Options
  ) throws -> TwoLogits {
    let order =
      rows.rowCount > 0 ? (0..<rows.rowCount).sorted { (days[$0], $0) < (days[$1], $1) } : []
    let cut = Int(Double(order.count) * (1 - options.block))
    var scaling = PlattScaling.identity
    var blockScores: [Double] = []
    var blockLabels: [Bool] = []
    // The rows of one day stay together.
    let limit = cut < order.count ? days[order[cut]] : .max
    let early = order.filter { days[$0] < limit }
    let late = order.filter { days[$0] >= limit }
    if enough(late, labels), enough(early, labels) {
      let halves = try Halves.train(
        rows.selecting(early), labels: early.map { labels[$0] },
        weights: weights.map { all in early.map { all[$0] } },
        offsets: offsets.map { all in early.map { all[$0] } }, columns: columns, options: options)
      let extra = late.map { offsets?[$0] ?? 0 }
      let scores = try zip(halves.scores((asked ?? rows).selecting(late)), extra).map { $0 + $1 }
      blockLabels = late.map { labels[$0] }
      scaling = try bounded(
        PlattScaling(
          fitting: scores, labels: blockLabels,
          weights: weights.map { all in late.map { all[$0] } }, identityWeight: Self.identityWeight)
      )
      blockScores = scores.map { scaling.logOdds($0) }
    }
    let halves = try Halves.train(
      rows, labels: labels, weights: weights, offsets: offsets, columns: columns, options: options)
    let sorted = blockScores.indices.sorted { blockScores[$0] < blockScores[$1] }
    return TwoLogits(
      columns: columns, linearColumns: halves.linearColumns, linear: halves.linear,
      trees: halves.trees, treeBase: halves.treeBase, scaling: scaling,
      blockScores: sorted.map { blockScores[$0] },
      blockLabels: sorted.map { blockLabels[$0] })
  }

  private static func enough(_ rows: [Int], _ labels: [Bool]) -> Bool {
    let positives = rows.count { labels[$0] }
    return rows.count >= fewestBlockRows && positives >= fewestBlockPositives
      && rows.count - positives >= fewestBlockPositives
  }

  /// A map that never turns the ranking round, nor flattens or sharpens it beyond reason.
  private static func bounded(_ map: PlattScaling) -> PlattScaling {
    PlattScaling(slope: min(1.5, max(0.5, map.slope)), offset: min(1.5, max(-1.5, map.offset)))
  }

  /// The calibrated log-odds of rows.
  func scores(_ rows: DenseMatrix) throws -> [Double] {
    guard rows.rowCount > 0 else { return [] }
    let straight = linear.scores(try linearColumns.matrix(rows))
    return zip(straight, try trees.scores(rows)).map { scaling.logOdds(($0 + $1 + treeBase) / 2) }
  }

  /// What is expected before any column speaks, and what each column of each row adds to it.
  func explanations(_ rows: DenseMatrix) throws -> [(base: Double, parts: [Double])] {
    guard rows.rowCount > 0 else { return [] }
    let prepared = try linearColumns.matrix(rows)
    let half = scaling.slope / 2
    var result: [(base: Double, parts: [Double])] = []
    for (row, tree) in try trees.explanations(rows).enumerated() {
      var parts = tree.contributions.map { half * $0 }
      for (column, value) in linear.contributions(prepared.row(row)).enumerated() {
        parts[linearColumns.source(column)] += half * value
      }
      result.append((half * (tree.base + treeBase + linear.intercept) + scaling.offset, parts))
    }
    return result
  }

  /// The probability of log-odds with an interval of 80 %: what the rows of the last block with the
  /// most similar scores turned out to be (Jeffreys' prior), and how far the halves disagree.
  func interval(_ logOdds: Double) -> ValueInterval {
    let value = Logistic.sigmoid(logOdds)
    let count = blockScores.count
    guard count >= Self.fewestBlockRows else {
      return ValueInterval.logOdds(logOdds, standardError: 0.8)
    }
    let width = min(count, max(40, count / 10))
    let place = blockScores.partitionPoint { $0 < logOdds }
    let start = min(max(0, place - width / 2), count - width)
    let positives = blockLabels[start..<start + width].count { $0 }
    let seen = ValueInterval.share(successes: Double(positives), trials: Double(width))
    // The width is that of the neighbours, the middle is the model's.
    let low = Logistic.logit(seen.low) - Logistic.logit(seen.value)
    let high = Logistic.logit(seen.high) - Logistic.logit(seen.value)
    return ValueInterval(
      value, low: Logistic.sigmoid(logOdds + low), high: Logistic.sigmoid(logOdds + high))
  }
}
