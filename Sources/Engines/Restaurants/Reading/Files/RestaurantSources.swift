import Review

/// What was read from the sources of the restaurants panel.
public struct RestaurantSources: SourceCorpus {
  /// Official inspections, each once, in the order of the files.
  public var inspections: [Inspection] = []
  /// Customers' reviews, each once, in the order of the files.
  public var reviews: [CustomerReview] = []
  /// Places of the review sites, each name once.
  public var places: [ReviewedPlace] = []
  /// Labels given by hand.
  public var labels: [SanitaryLabel] = []
  /// The files, with their SHA-256 and the numbers of rows taken and refused.
  public var files: [SourceFile] = []
  /// How many inspections repeated an earlier one.
  public var repeatedInspections = 0
  /// How many reviews repeated an earlier one.
  public var repeatedReviews = 0

  /// Makes an empty collection.
  public init() {}
}
