import Foundation
import Review

/// How inspections, reviewed places and reviews are kept in the store for the next analysis.
///
/// Records are fields joined by U+001F: 24,000 of them are written and read at each analysis, and
/// JSON would take longer than the analysis itself.
enum StoredRecords {
  static let inspectionKind = "inspection"
  static let placeKind = "place"
  static let reviewKind = "review"
  private static let separator: Character = "\u{1F}"
  private static let listSeparator: Character = "\u{1E}"

  // MARK: Inspections

  static func record(_ inspection: Inspection) -> SourceRecord {
    SourceRecord(
      project: .restaurants, kind: inspectionKind, key: key(inspection),
      content: pack([
        inspection.number, inspection.siret ?? "", inspection.name, inspection.address,
        inspection.postcode, inspection.commune,
        inspection.activities.joined(separator: String(listSeparator)),
        inspection.outcome.map { String($0.rawValue) } ?? "", inspection.date?.iso ?? "",
        inspection.approval, coordinate(inspection.location), inspection.file,
        String(inspection.line),
      ]))
  }

  static func inspection(_ record: SourceRecord) -> Inspection? {
    let fields = unpack(record.content)
    guard fields.count == 13 else { return nil }
    var inspection = Inspection(number: fields[0], file: fields[11], line: Int(fields[12]) ?? 0)
    inspection.siret = fields[1].isEmpty ? nil : fields[1]
    inspection.name = fields[2]
    inspection.address = fields[3]
    inspection.postcode = fields[4]
    inspection.commune = fields[5]
    inspection.activities = fields[6].split(separator: listSeparator).map(String.init)
    inspection.outcome = Int(fields[7]).flatMap { Inspection.Outcome(rawValue: $0) }
    inspection.date = CalendarDate(iso: fields[8])
    inspection.approval = fields[9]
    inspection.location = location(fields[10])
    return inspection
  }

  /// An inspection is known by its number and its establishment: numbers alone repeat between
  /// exports of different years.
  static func key(_ inspection: Inspection) -> String {
    "\(inspection.number)|\(inspection.siret ?? inspection.name)|\(inspection.date?.iso ?? "")"
  }

  // MARK: Reviewed places

  static func record(_ place: ReviewedPlace) -> SourceRecord {
    SourceRecord(
      project: .restaurants, kind: placeKind, key: place.name,
      content: pack([
        place.name, place.address, place.postcode, coordinate(place.location),
        place.meanRating.map { String($0) } ?? "", place.reviewCount.map { String($0) } ?? "",
      ]))
  }

  static func place(_ record: SourceRecord) -> ReviewedPlace? {
    let fields = unpack(record.content)
    guard fields.count == 6 else { return nil }
    var place = ReviewedPlace(name: fields[0])
    place.address = fields[1]
    place.postcode = fields[2]
    place.location = location(fields[3])
    place.meanRating = Double(fields[4])
    place.reviewCount = Int(fields[5])
    return place
  }

  // MARK: Reviews

  static func document(_ review: CustomerReview, provenance: Provenance) -> Document {
    var attributes = ["establishment": review.establishment]
    attributes["rating"] = review.rating.map { String($0) }
    attributes["title"] = review.title.isEmpty ? nil : review.title
    attributes["context"] = review.context.isEmpty ? nil : review.context
    attributes["author"] = review.authorHash.isEmpty ? nil : review.authorHash
    attributes["contributions"] = review.authorContributions.map { String($0) }
    attributes["id"] = review.id
    attributes["translated"] = review.isTranslated ? "true" : nil
    return Document(
      project: .restaurants, naturalKey: naturalKey(review), kind: reviewKind,
      title: review.title.isEmpty ? review.establishment : review.title, date: review.date,
      text: review.text, attributes: attributes, provenance: provenance)
  }

  static func review(_ document: Document) -> CustomerReview {
    let attributes = document.attributes
    var review = CustomerReview(
      id: attributes["id"] ?? document.id, establishment: attributes["establishment"] ?? "",
      text: document.text, file: document.provenance.file, line: document.provenance.row ?? 0)
    review.date = document.date
    review.rating = attributes["rating"].flatMap { Double($0) }
    review.title = attributes["title"] ?? ""
    review.context = attributes["context"] ?? ""
    review.authorHash = attributes["author"] ?? ""
    review.authorContributions = attributes["contributions"].flatMap { Int($0) }
    review.isTranslated = attributes["translated"] == "true"
    return review
  }

  static func naturalKey(_ review: CustomerReview) -> String {
    "\(review.establishment)|\(review.id)"
  }

  // MARK: Fields

  private static func pack(_ fields: [String]) -> Data {
    Data(fields.map(plain).joined(separator: String(separator)).utf8)
  }

  /// A field without the separator: a file may hold any character, and would lose its row.
  private static func plain(_ field: String) -> String {
    guard field.utf8.contains(0x1F) else { return field }
    return String(decoding: field.utf8.map { $0 == 0x1F ? 0x20 : $0 }, as: UTF8.self)
  }

  private static func unpack(_ data: Data) -> [String] {
    data.split(separator: 0x1F, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func coordinate(_ location: Coordinate?) -> String {
    location.map { "\($0.latitude),\($0.longitude)" } ?? ""
  }

  private static func location(_ text: String) -> Coordinate? {
    let parts = text.split(separator: ",").compactMap { Double($0) }
    guard parts.count == 2 else { return nil }
    return Coordinate(latitude: parts[0], longitude: parts[1])
  }
}
