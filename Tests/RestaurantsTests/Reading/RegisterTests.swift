import Review
import Tables
import Testing

@testable import Restaurants

@Suite struct RegisterTests {
  private func inspection(
    _ number: String, siret: String? = "1", line: Int = 2,
    _ change: (inout Inspection) -> Void = { _ in }
  ) -> Inspection {
    var inspection = Inspection(number: number, file: "a.csv", line: line)
    inspection.siret = siret
    inspection.name = "ESSAI"
    inspection.outcome = .satisfactory
    inspection.date = CalendarDate(iso: "2026-01-02")
    change(&inspection)
    return inspection
  }

  @Test func keepsShortNumbersOfSeveralOfficesApart() throws {
    var register = InspectionRegister()
    #expect(try register.add(inspection("7")))
    #expect(try register.add(inspection("7", siret: "2")))
    #expect(try register.add(inspection("7", siret: nil)))
    #expect(
      try register.add(inspection("7", siret: nil) { $0.postcode = "99002" }))
    #expect(register.inspections.count == 4)
    #expect(register.repeated == 0)
  }

  @Test func completesWhatTheFirstCopyLeftEmpty() throws {
    var register = InspectionRegister()
    let place = Coordinate(latitude: 43.5, longitude: 3.9)
    _ = try register.add(
      inspection("1") {
        $0.outcome = nil
        $0.date = nil
        $0.name = ""
        $0.activities = ["Restaurant"]
      })
    let isNew = try register.add(
      inspection("1", line: 9) {
        $0.location = place
        $0.address = "1 RUE"
        $0.postcode = "99001"
        $0.commune = "PORT"
        $0.approval = "99"
        $0.activities = ["Traiteur", "Restaurant"]
      })
    #expect(!isNew)
    let known = try #require(register.inspections.first)
    #expect(known.outcome == .satisfactory && known.date?.iso == "2026-01-02")
    #expect(known.location == place && known.name == "ESSAI" && known.address == "1 RUE")
    #expect(known.postcode == "99001" && known.commune == "PORT" && known.approval == "99")
    #expect(known.activities == ["Restaurant", "Traiteur"])
    #expect(known.line == 2)
  }

  @Test func doesNotOverwriteWhatIsKnown() throws {
    var register = InspectionRegister()
    _ = try register.add(inspection("1") { $0.address = "1 RUE" })
    _ = try register.add(inspection("1") { $0.address = "2 RUE" })
    #expect(register.inspections.first?.address == "1 RUE")
  }

  @Test func namesTheLineOfAContradiction() throws {
    var register = InspectionRegister()
    _ = try register.add(inspection("1", line: 5))
    do {
      _ = try register.add(inspection("1", line: 8) { $0.outcome = .urgent })
      Issue.record("expected an error")
    } catch {
      #expect(error.found == "1 2026-01-02")
      #expect(error.expected.en == "the same result and day as on line 5 of a.csv")
    }
    #expect(register.inspections.first?.outcome == .satisfactory)
  }

  // MARK: Reviews

  private func review(
    _ id: String, place: String = "X", text: String = "Bon",
    _ change: (inout CustomerReview) -> Void = { _ in }
  ) -> CustomerReview {
    var review = CustomerReview(id: id, establishment: place, text: text, file: "r.csv", line: 2)
    review.rating = 4
    change(&review)
    return review
  }

  @Test func keepsOneIdentifierOfTwoPlacesApart() throws {
    var register = ReviewRegister()
    #expect(try register.add(review("1")))
    #expect(try register.add(review("1", place: "Y")))
    #expect(try !register.add(review("1")))
    #expect(register.reviews.count == 2)
    #expect(register.repeated == 1)
  }

  @Test func tellsReviewsApartByEveryPart() throws {
    var register = ReviewRegister()
    let author: (inout CustomerReview) -> Void = { $0.authorHash = "a" }
    #expect(try register.add(review("1", author)))
    #expect(try !register.add(review("2", author)))
    #expect(try register.add(review("3") { $0.authorHash = "b" }))
    #expect(
      try register.add(
        review("4") {
          $0.authorHash = "a"
          $0.rating = 5
        }))
    #expect(
      try register.add(
        review("5") {
          $0.authorHash = "a"
          $0.date = CalendarDate(iso: "2026-01-01")
        }))
    #expect(
      try register.add(
        review("6") {
          $0.authorHash = "a"
          $0.title = "Titre"
        }))
    #expect(register.reviews.map(\.id) == ["1", "3", "4", "5", "6"])
  }

  @Test func refusesOneIdentifierOfTwoTexts() throws {
    var register = ReviewRegister()
    _ = try register.add(review("1"))
    #expect(throws: FieldError.self) { try register.add(review("1", text: "Autre")) }
  }
}
