import Foundation
import Language
import Learning
import Review

/// The probability that a review is negative (mark 1 or 2 against 4 or 5), from its words alone.
///
/// Hashed words, pairs of words and character n-grams of title and text, sublinear counts weighted by
/// how rare a feature is, L2-regularised logistic regression by dual coordinate descent with
/// balanced classes, Platt's map fitted out of fold.
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

  private static let hasher = FeatureHasher(bits: 19)

  private let rarity: [Float]
  private let linear: LinearModel
  private let calibration: PlattScaling

  /// The probability of a review.
  func probability(_ review: CustomerReview, _ counts: inout HashedCounts) -> Double {
    let row = Self.row(review, rarity, &counts)
    return calibration.probability(linear.score(row))
  }

  /// The probabilities of reviews.
  func probabilities(_ reviews: [CustomerReview]) -> [Double] {
    var counts = HashedCounts()
    return reviews.map { probability($0, &counts) }
  }

  /// Learns from reviews with a mark; marks of 3 are left out.
  static func train(
    _ reviews: [CustomerReview], options: Options = Options()
  ) throws -> SentimentModel {
    let marked = reviews.filter { label($0) != nil }
    let labels = marked.map { label($0) ?? false }
    let rarity = rarity(marked)
    var counts = HashedCounts()
    let rows = SparseMatrix(
      columnCount: hasher.bucketCount, rows: marked.map { row($0, rarity, &counts) })
    let linear = LinearOptions(cost: options.cost, isBalanced: true, seed: options.seed)
    let folds = Folds.stratifiedByGroup(
      marked.map(\.establishment), labels: labels, folds: options.folds, seed: options.seed)
    var scores = [Double](repeating: 0, count: marked.count)
    for fold in 0..<options.folds {
      let inside = marked.indices.filter { folds[$0] == fold }
      let outside = marked.indices.filter { folds[$0] != fold }
      guard !inside.isEmpty, !outside.isEmpty else { continue }
      let model = try LinearModel.train(
        rows.selecting(outside), labels: outside.map { labels[$0] }, options: linear)
      for (row, score) in zip(inside, model.scores(rows.selecting(inside))) { scores[row] = score }
    }
    return SentimentModel(
      rarity: rarity, linear: try LinearModel.train(rows, labels: labels, options: linear),
      calibration: try PlattScaling(fitting: scores, labels: labels))
  }

  /// Whether a review is negative by its own mark; `nil` for a mark of 3 or none.
  static func label(_ review: CustomerReview) -> Bool? {
    guard let rating = review.rating else { return nil }
    if rating <= 2 { return true }
    return rating >= 4 ? false : nil
  }

  private static func count(_ review: CustomerReview, _ counts: inout HashedCounts) {
    counts.removeAll()
    hasher.add(TokenizedText(review.text), to: &counts)
    if !review.title.isEmpty { hasher.add(TokenizedText(review.title), field: 1, to: &counts) }
  }

  /// ln((1 + n) / (1 + documents with the feature)) + 1, by feature.
  private static func rarity(_ reviews: [CustomerReview]) -> [Float] {
    var documents = [Float](repeating: 0, count: hasher.bucketCount)
    var counts = HashedCounts()
    for review in reviews {
      count(review, &counts)
      for feature in counts.features { documents[Int(feature)] += 1 }
    }
    let total = Float(reviews.count + 1)
    return documents.map { log(total / (1 + $0)) + 1 }
  }

  private static func row(
    _ review: CustomerReview, _ rarity: [Float], _ counts: inout HashedCounts
  ) -> SparseRow {
    count(review, &counts)
    let entries = zip(counts.features, counts.counts).map { feature, count in
      (column: Int32(feature), value: (1 + log(Float(count))) * rarity[Int(feature)])
    }
    return SparseRow(entries).normalised()
  }
}
