import Review
import Tables

/// Turns records of review sites into the places they are about.
struct PlaceReader {
  /// Names of the fields.
  enum Field {
    static let name = "placeName"
    static let address = "placeAddress"
    static let postcode = "placePostcode"
    static let latitude = "placeLatitude"
    static let longitude = "placeLongitude"
    static let location = "placeLocation"
    static let meanRating = "placeRating"
    static let reviewCount = "placeReviewCount"
  }

  /// The names that columns usually have. They do not stand for fields of reviews too, so that one
  /// document may hold a place and its reviews.
  static let columns = ColumnMapping([
    Field.name: ["nom", "name", "etablissement", "restaurant", "title"],
    Field.address: ["adresse", "address", "full_address", "formatted_address"],
    Field.postcode: ["code_postal", "postcode", "postal_code", "zip"],
    Field.latitude: ["latitude", "lat"],
    Field.longitude: ["longitude", "lon", "lng"],
    Field.location: ["coordonnees", "coordinates", "geo_point_2d", "location"],
    Field.meanRating: ["note_globale", "note_moyenne", "mean_rating", "totalScore", "rating"],
    Field.reviewCount: ["nb_avis", "nombre_avis", "review_count", "reviewsCount", "num_reviews"],
  ])

  /// The place of a record.
  ///
  /// - Throws: `FieldError` when it has no name or a field holds what it should not.
  func place(_ record: FieldRecord) throws(FieldError) -> ReviewedPlace {
    let name = record.label(Field.name)
    guard !name.isEmpty else {
      throw FieldError(
        found: "", expected: LocalizedText(fr: "le nom d'un lieu", en: "the name of a place"))
    }
    var place = ReviewedPlace(name: name)
    place.address = record.label(Field.address)
    place.postcode = FieldParser.postcode(record.text(Field.postcode))
    if place.postcode.isEmpty { place.postcode = Self.postcode(in: place.address) }
    place.location = try location(record)
    place.meanRating = try FieldParser.mark(record.text(Field.meanRating))
    place.reviewCount = try FieldParser.integer(record.text(Field.reviewCount))
    return place
  }

  private func location(_ record: FieldRecord) throws(FieldError) -> Coordinate? {
    if let place = try FieldParser.coordinate(
      latitude: record.text(Field.latitude), longitude: record.text(Field.longitude))
    {
      return place
    }
    if case .object(let members)? = record.json(Field.location) {
      let longitude = members["lon"] ?? members["lng"]
      return try FieldParser.coordinate(
        latitude: members["lat"]?.text ?? "", longitude: longitude?.text ?? "")
    }
    return try FieldParser.coordinate(record.text(Field.location))
  }

  /// The last group of exactly five digits of an address: street numbers come before the postcode.
  static func postcode(in address: String) -> String {
    address.utf8.split { !(0x30...0x39).contains($0) }.last { $0.count == 5 }
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
