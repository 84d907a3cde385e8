import Review

@testable import Restaurants

/// Invented establishments and reviews for the tests of this folder.
enum Fixture {
  static func day(_ iso: String) -> CalendarDate {
    CalendarDate(iso: iso) ?? CalendarDate(daysSinceEpoch: 0)
  }

  static func inspection(
    _ number: String, siret: String?, name: String = "LA TABLE D'ESSAI",
    outcome: Inspection.Outcome? = .satisfactory, date: String = "2025-03-01",
    postcode: String = "99001"
  ) -> Inspection {
    var inspection = Inspection(number: number, file: "controles.csv", line: 2)
    inspection.siret = siret
    inspection.name = name
    inspection.postcode = postcode
    inspection.commune = "PORT-LAVANDE"
    inspection.activities = ["Restaurant"]
    inspection.outcome = outcome
    inspection.date = day(date)
    inspection.location = Coordinate(latitude: 43.5, longitude: 3.9)
    return inspection
  }

  static func review(
    _ id: String, of place: String, date: String = "2026-10-03", text: String, rating: Double = 1
  ) -> CustomerReview {
    var review = CustomerReview(
      id: id, establishment: place, text: text, file: "avis.tsv", line: 7)
    review.date = day(date)
    review.rating = rating
    review.authorHash = "auteur-\(id)"
    return review
  }

  static func reading(_ sanitary: Double, hits: [ReviewReading.Hit] = []) -> ReviewReading {
    ReviewReading(
      sanitary: sanitary, negative: sanitary, hits: hits,
      features: FrozenFeatures(schema: "sanitary/1", values: [Float(sanitary)]))
  }

  static func hit(_ begin: Int, _ end: Int, negated: Bool = false) -> ReviewReading.Hit {
    ReviewReading.Hit(
      letter: "I", label: LocalizedText(fr: "maladie", en: "illness"), span: Span(begin, end),
      isNegated: negated)
  }
}
