import Foundation

/// In how many reviews of each class every feature occurs.
struct FeatureTally {
  private var positive = [Float](repeating: 0, count: ReviewBlocks.columnCount)
  private var negative = [Float](repeating: 0, count: ReviewBlocks.columnCount)
  private let positiveCount: Float
  private let negativeCount: Float

  /// Counts labelled reviews.
  init(_ reviews: [CustomerReview], _ labels: [Bool]) {
    var blocks = ReviewBlocks()
    var count: Float = 0
    for (review, label) in zip(reviews, labels) {
      blocks.read(review)
      if label {
        blocks.tally(into: &positive)
        count += 1
      } else {
        blocks.tally(into: &negative)
      }
    }
    positiveCount = count
    negativeCount = Float(labels.count) - count
  }

  /// ln((1 + n) / (1 + reviews with the feature)) + 1.
  var rarity: [Float] {
    let total = positiveCount + negativeCount + 1
    return zip(positive, negative).map { log(total / (1 + $0 + $1)) + 1 }
  }

  /// The rarity times one half plus the size of the log ratio of the two classes' rates, each
  /// smoothed by one review.
  var contrast: [Float] {
    let base = log((positiveCount + 2) / (negativeCount + 2))
    let total = positiveCount + negativeCount + 1
    return zip(positive, negative).map { up, down in
      let ratio = log((up + 1) / (down + 1)) - base
      return (log(total / (1 + up + down)) + 1) * (0.5 + abs(ratio))
    }
  }
}
