import Foundation
import Language
import Learning
import Review

/// The probability that a review is negative (mark 1 or 2 against 4 or 5), from its words alone.
///
/// Hashed counts in blocks (`ReviewBlocks`), weighted once by how rare a feature is and once by how
/// unevenly it falls on the two classes as well (Wang and Manning, "Baselines and bigrams", ACL 2012);
/// an L2-regularised logistic regression by dual coordinate descent with balanced classes on each,
/// the mean of both scores, Platt's map fitted out of fold.
struct SentimentModel: Sendable {
  /// How the model is trained.
  struct Options: Sendable {
    /// How much the loss weighs against the squared weights.
    var cost = 10.0
    /// The folds of the calibration.
    var folds = 3
    /// The seed.
    var seed: UInt64 = 1
  }

  private let members: [SentimentMember]
  private let calibration: PlattScaling

  /// The probabilities of reviews.
  func probabilities(_ reviews: [CustomerReview]) -> [Double] {
    var blocks = ReviewBlocks()
    return reviews.map { review in
      blocks.read(review)
      return calibration.probability(Self.score(members, blocks))
    }
  }

  private static func score(_ members: [SentimentMember], _ blocks: ReviewBlocks) -> Double {
    members.reduce(0) { $0 + $1.score(blocks) } / Double(members.count)
  }

  /// Learns from reviews with a mark; marks of 3 are left out.
  static func train(
    _ reviews: [CustomerReview], options: Options = Options()
  ) throws -> SentimentModel {
    let marked = reviews.filter { label($0) != nil }
    let labels = marked.map { label($0) ?? false }
    let folds = Folds.stratifiedByGroup(
      marked.map(\.establishment), labels: labels, folds: options.folds, seed: options.seed)
    let counts = ReviewCounts(marked)
    let everything = Array(marked.indices)
    let parts =
      (0..<options.folds).map { fold in everything.filter { folds[$0] != fold } } + [everything]
    // Each training stands alone: the order in which they end changes nothing.
    let trained = Parallel.map(parts) { part in
      Result { try members(counts, part, labels, options) }
    }
    var scores = [Double](repeating: 0, count: marked.count)
    var blocks = ReviewBlocks()
    for row in everything {
      blocks.read(marked[row])
      scores[row] = score(try trained[folds[row]].get(), blocks)
    }
    return SentimentModel(
      members: try trained[options.folds].get(),
      calibration: try PlattScaling(fitting: scores, labels: labels))
  }

  private static func members(
    _ counts: ReviewCounts, _ reviews: [Int], _ labels: [Bool], _ options: Options
  ) throws -> [SentimentMember] {
    let tally = FeatureTally(counts, reviews, labels)
    let linear = LinearOptions(
      cost: options.cost, isBalanced: true, tolerance: 0.1, seed: options.seed)
    return try [tally.rarity, tally.contrast].map {
      try SentimentMember(counts, reviews, labels, weights: $0, options: linear)
    }
  }

  /// Whether a review is negative by its own mark; `nil` for a mark of 3 or none.
  static func label(_ review: CustomerReview) -> Bool? {
    guard let rating = review.rating else { return nil }
    if rating <= 2 { return true }
    return rating >= 4 ? false : nil
  }
}
