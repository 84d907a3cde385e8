/// The places of named fields in one file.
public struct ResolvedColumns: Sendable, Equatable {
  private let places: [String: Int]

  /// Makes it from the place of each field.
  public init(_ places: [String: Int]) { self.places = places }

  /// The place of a field, or `nil` when the file has no column for it.
  public subscript(field: String) -> Int? { places[field] }
}
