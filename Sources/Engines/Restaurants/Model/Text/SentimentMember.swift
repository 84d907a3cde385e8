import Learning

/// One of the linear models of sentiment: how it weighs features and what it learned.
struct SentimentMember: Sendable {
  private let featureWeights: [Float]
  private let linear: LinearModel

  /// Learns from labelled reviews with weights of features.
  init(
    _ reviews: [CustomerReview], _ labels: [Bool], weights: [Float], options: LinearOptions
  ) throws {
    var blocks = ReviewBlocks()
    var matrix = SparseMatrix(columnCount: ReviewBlocks.columnCount)
    for review in reviews {
      blocks.read(review)
      matrix.append(blocks.row(weights))
    }
    featureWeights = weights
    linear = try LinearModel.train(matrix, labels: labels, options: options)
  }

  /// The log-odds, before calibration, of the review that was read last.
  func score(_ blocks: ReviewBlocks) -> Double { blocks.score(featureWeights, linear) }
}
