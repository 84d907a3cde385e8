import Foundation

/// In how many reviews of each class every feature occurs.
struct FeatureTally {
  /// Rarer features are left out: they only tell reviews apart.
  private static let fewest: Float = 1

  private var positive = [Float](repeating: 0, count: ReviewBlocks.columnCount)
  private var negative = [Float](repeating: 0, count: ReviewBlocks.columnCount)
  private let positiveCount: Float
  private let negativeCount: Float

  /// Counts some labelled reviews.
  init(_ counts: ReviewCounts, _ reviews: [Int], _ labels: [Bool]) {
    for review in reviews {
      if labels[review] {
        counts.tally(review, into: &positive)
      } else {
        counts.tally(review, into: &negative)
      }
    }
    positiveCount = Float(reviews.count { labels[$0] })
    negativeCount = Float(reviews.count) - positiveCount
  }

  /// ln((1 + n) / (1 + reviews with the feature)) + 1.
  var rarity: [Float] {
    let total = positiveCount + negativeCount + 1
    return zip(positive, negative).map { up, down in
      up + down < Self.fewest ? 0 : log(total / (1 + up + down)) + 1
    }
  }

  /// The rarity times one half plus the size of the log ratio of the two classes' rates, each
  /// smoothed by one review.
  var contrast: [Float] {
    let base = log((positiveCount + 2) / (negativeCount + 2))
    let total = positiveCount + negativeCount + 1
    return zip(positive, negative).map { up, down in
      guard up + down >= Self.fewest else { return 0 }
      let ratio = log((up + 1) / (down + 1)) - base
      return (log(total / (1 + up + down)) + 1) * (0.5 + abs(ratio))
    }
  }
}
