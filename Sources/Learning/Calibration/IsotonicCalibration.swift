/// A map from scores to probabilities that only rises: a straight line between the means of blocks.
///
/// Source: Zadrozny, Elkan, "Transforming classifier scores into accurate multiclass probability
/// estimates", KDD 2002, by pooling adjacent violators.
public struct IsotonicCalibration: Hashable, Sendable {
  /// The mean score of each block, rising.
  public let scores: [Double]
  /// The share of positives of each block, rising.
  public let probabilities: [Double]

  /// Fits the map on scores of rows that the scoring model was not trained on.
  ///
  /// - Throws: `LearningError` when sizes disagree, there is no row or a score is not finite.
  public init(
    fitting scores: [Double], labels: [Bool], weights: [Double]? = nil
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
    var blocks: [Block] = []
    for row in scores.indices.sorted(by: { (scores[$0], $0) < (scores[$1], $1) }) {
      let weight = weights?[row] ?? 1
      guard weight > 0 else { continue }
      let block = Block(
        scores: weight * scores[row], positives: labels[row] ? weight : 0, weight: weight)
      if let last = blocks.last, last.score == scores[row] {
        blocks[blocks.count - 1].merge(block)
      } else {
        blocks.append(block)
      }
    }
    let pooled = Self.pooled(blocks)
    self.scores = pooled.map(\.score)
    probabilities = pooled.map(\.share)
  }

  private struct Block {
    var scores: Double
    var positives: Double
    var weight: Double

    var score: Double { scores / weight }
    var share: Double { positives / weight }

    mutating func merge(_ other: Block) {
      scores += other.scores
      positives += other.positives
      weight += other.weight
    }
  }

  private static func pooled(_ blocks: [Block]) -> [Block] {
    var pooled: [Block] = []
    for block in blocks {
      pooled.append(block)
      while pooled.count > 1, pooled[pooled.count - 2].share >= pooled[pooled.count - 1].share {
        let last = pooled.removeLast()
        pooled[pooled.count - 1].merge(last)
      }
    }
    return pooled
  }

  /// The probability of a score; beyond the ends, that of the nearest block.
  public func probability(_ score: Double) -> Double {
    guard let first = scores.first, let last = scores.last else { return 0 }
    if score <= first { return probabilities[0] }
    if score >= last { return probabilities[probabilities.count - 1] }
    var low = 0
    var high = scores.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if scores[middle] <= score { low = middle } else { high = middle }
    }
    let share = (score - scores[low]) / (scores[high] - scores[low])
    return probabilities[low] + share * (probabilities[high] - probabilities[low])
  }

  /// The map as bytes.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(scores)
    writer.write(probabilities)
    return writer.bytes
  }

  /// Reads a map back.
  public init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "calibration")
    scores = try reader.doubles()
    probabilities = try reader.doubles()
    guard scores.count == probabilities.count, reader.isAtEnd else {
      throw .damaged(what: "calibration: lengths")
    }
  }
}
