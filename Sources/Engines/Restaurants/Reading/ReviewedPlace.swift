import Review

/// An establishment as a review site describes it, before it is joined to an official one.
public struct ReviewedPlace: Sendable, Equatable {
  /// The name on the review site.
  public var name: String
  /// The street address with postcode and commune, empty when not given.
  public var address: String
  /// The five-character postcode found in the address, empty when there is none.
  public var postcode: String
  /// Where it is.
  public var location: Coordinate?
  /// The published mean mark, 1…5.
  public var meanRating: Double?
  /// The published number of reviews.
  public var reviewCount: Int?

  /// Makes a place from its name; the reader fills in the rest.
  public init(name: String) {
    self.name = name
    address = ""
    postcode = ""
    location = nil
    meanRating = nil
    reviewCount = nil
  }
}
