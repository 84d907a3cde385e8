import Foundation
import Review

/// What the sanitary model sees of a review: the hits by type, the mark, the length.
struct SanitaryFeatures: Sendable {
  /// The name of the list of features.
  static let schema = "sanitary/1"
  private static let typeCount = SanitaryType.allCases.count

  /// The columns after the six types.
  enum Column: Int, CaseIterable {
    case total, inTitle, negated, low, high, unmarked, length
  }

  /// The number of columns.
  static let count = typeCount + Column.allCases.count

  /// The values.
  let values: [Float]

  /// Makes the features of a review.
  ///
  /// - Parameters:
  ///   - hits: the hits of its text.
  ///   - titleHits: the hits of its title.
  init(_ review: CustomerReview, hits: [SanitaryHit], titleHits: [SanitaryHit]) {
    var values = [Float](repeating: 0, count: Self.count)
    let all = hits + titleHits
    for hit in all where !hit.isNegated {
      let place = hit.type.place
      values[place] = max(values[place], Float(hit.weight))
    }
    func set(_ column: Column, _ value: Double) {
      values[Self.typeCount + column.rawValue] = Float(value)
    }
    set(.total, log1p(all.reduce(0) { $0 + ($1.isNegated ? 0 : $1.weight) }))
    set(.inTitle, titleHits.contains { !$0.isNegated } ? 1 : 0)
    set(.negated, all.contains { $0.isNegated } ? 1 : 0)
    if let rating = review.rating {
      set(.low, rating <= 2 ? 1 : 0)
      set(.high, rating >= 4 ? 1 : 0)
    } else {
      set(.unmarked, 1)
    }
    set(.length, log1p(Double(review.text.utf8.count) / 300))
    self.values = values
  }

  /// The features as they are kept.
  var frozen: FrozenFeatures { FrozenFeatures(schema: Self.schema, values: values) }

  /// Reads kept features back; `nil` when they are of another list.
  init?(_ frozen: FrozenFeatures) {
    guard frozen.schema == Self.schema, frozen.values.count == Self.count else { return nil }
    values = frozen.values
  }
}
