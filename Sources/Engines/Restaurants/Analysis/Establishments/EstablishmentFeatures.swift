import Review

/// The features of one establishment as of one day, by column; not-a-number where missing.
struct EstablishmentFeatures: Equatable {
  private(set) var values: [Float]

  /// Features of which nothing is known yet.
  init() { values = [Float](repeating: .nan, count: EstablishmentColumn.count) }

  /// Reads frozen features; `nil` when they are of another schema.
  init?(_ frozen: FrozenFeatures) {
    guard frozen.schema == EstablishmentColumn.schema,
      frozen.values.count == EstablishmentColumn.count
    else { return nil }
    values = frozen.values
  }

  /// The features as the store keeps them.
  var frozen: FrozenFeatures {
    FrozenFeatures(schema: EstablishmentColumn.schema, values: values)
  }

  subscript(_ column: EstablishmentColumn) -> Double {
    get { Double(values[column.rawValue]) }
    set { values[column.rawValue] = Float(newValue) }
  }

  subscript(_ column: ReviewColumn) -> Double {
    get { Double(values[EstablishmentColumn.firstReview + column.rawValue]) }
    set { values[EstablishmentColumn.firstReview + column.rawValue] = Float(newValue) }
  }

  subscript(_ group: ActivityGroup) -> Bool {
    get { values[EstablishmentColumn.firstFlag + group.rawValue] == 1 }
    set { values[EstablishmentColumn.firstFlag + group.rawValue] = newValue ? 1 : 0 }
  }

  /// Whether there are reviews.
  var hasReviews: Bool { self[ReviewColumn.count] > 0 }

  /// The values of the columns of reviews.
  var reviewValues: [Float] { Array(values[EstablishmentColumn.firstReview...]) }
}
