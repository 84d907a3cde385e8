import Learning

/// One of the linear models of sentiment: how it weighs features and what it learned.
struct SentimentMember: Sendable {
  private let featureWeights: [Float]
  private let linear: LinearModel

  /// Learns from some labelled reviews with weights of features.
  init(
    _ counts: ReviewCounts, _ reviews: [Int], _ labels: [Bool], weights: [Float],
    options: LinearOptions
  ) throws {
    featureWeights = weights
    linear = try LinearModel.train(
      counts.matrix(reviews, weights), labels: reviews.map { labels[$0] }, options: options)
  }

  /// The log-odds, before calibration, of the review that was read last.
  func score(_ blocks: ReviewBlocks) -> Double { blocks.score(featureWeights, linear) }
}
