import Review

/// Reads customers' reviews: what they report, and how probable the report is.
struct ReviewReader: Sendable {
  private let finder: SanitaryFinder
  private let model: SanitaryModel

  /// Makes a reader with a model.
  init(model: SanitaryModel) throws {
    finder = try SanitaryFinder()
    self.model = model
  }

  /// Reads one review.
  func reading(_ review: CustomerReview) -> ReviewReading {
    let hits = finder.hits(in: review.text)
    let features = SanitaryFeatures(
      review, hits: hits, titleHits: finder.hits(in: review.title))
    return ReviewReading(
      sanitary: model.probability(features.values), negative: Self.negative(review.rating),
      hits: hits.map {
        ReviewReading.Hit(
          letter: $0.type.letter, label: $0.type.title, span: $0.span, isNegated: $0.isNegated)
      }, features: features.frozen)
  }

  /// How negative a mark is; the share of negatives among reviews without a mark.
  private static func negative(_ rating: Double?) -> Double {
    guard let rating else { return 0.15 }
    switch rating {
    case ...2: return 0.97
    case ..<4: return 0.35
    default: return 0.02
    }
  }
}
