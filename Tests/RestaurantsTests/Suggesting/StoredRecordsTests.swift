import Foundation
import Review
import Testing

@testable import Restaurants

@Suite struct StoredRecordsTests {
  @Test func inspectionsRoundTrip() {
    var inspection = Fixture.inspection("15-1", siret: "00000000000017")
    inspection.activities = ["Restaurant", "Traiteur"]
    inspection.approval = "99.001"
    #expect(StoredRecords.inspection(StoredRecords.record(inspection)) == inspection)
    let bare = Inspection(number: "x")
    #expect(StoredRecords.inspection(StoredRecords.record(bare)) == bare)
  }

  @Test func placesRoundTrip() {
    var place = ReviewedPlace(name: "Chez l'Essai")
    place.address = "1 rue des Tests, 99001 Port-Lavande"
    place.postcode = "99001"
    place.location = Coordinate(latitude: 43.1, longitude: -1.25)
    place.meanRating = 4.5
    place.reviewCount = 12
    #expect(StoredRecords.place(StoredRecords.record(place)) == place)
  }

  @Test func reviewsRoundTripThroughDocuments() {
    var review = Fixture.review("r1", of: "Chez l'Essai", text: "Texte « cité »", rating: 3.5)
    review.title = "Titre"
    review.context = "famille"
    review.authorContributions = 4
    let provenance = Provenance(
      file: "avis.tsv", sha256: "", row: 7, engine: "t", time: Timestamp(milliseconds: 0))
    let document = StoredRecords.document(review, provenance: provenance)
    #expect(StoredRecords.review(document) == review)
    #expect(document.kind == StoredRecords.reviewKind)
  }

  @Test func aDamagedRecordIsNoRecord() {
    let record = SourceRecord(
      project: .restaurants, kind: StoredRecords.inspectionKind, key: "k", content: Data("x".utf8))
    #expect(StoredRecords.inspection(record) == nil)
    #expect(StoredRecords.place(record) == nil)
  }
}
