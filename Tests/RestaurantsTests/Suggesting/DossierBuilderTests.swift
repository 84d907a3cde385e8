import Review
import Testing

@testable import Restaurants

@Suite struct DossierBuilderTests {
  static let siret = "99900000000017"

  static func match(_ score: Double, siret: String = siret) -> DossierBuilder.Match {
    DossierBuilder.Match(place: "La Table", siret: siret, score: score, reasons: [])
  }

  static func built(
    matches: [DossierBuilder.Match], confirmed: [String: String] = [:]
  ) -> [Dossier] {
    var builder = DossierBuilder(inspections: [
      Fixture.inspection("1", siret: siret), Fixture.inspection("2", siret: "99900000000025"),
    ])
    builder.join(
      reviews: [Fixture.review("a", of: "La Table", text: "bon")], places: [:],
      confirmed: confirmed, matches: ["La Table": matches])
    return builder.dossiers
  }

  @Test func inspectionsOfOneSiretAreOneDossierOldestFirst() {
    let builder = DossierBuilder(inspections: [
      Fixture.inspection("2", siret: Self.siret, name: "NOUVEAU NOM", date: "2025-03-01"),
      Fixture.inspection("1", siret: Self.siret, name: "ANCIEN NOM", date: "2019-03-01"),
    ])
    #expect(builder.dossiers.count == 1)
    #expect(builder.dossiers[0].inspections == [1, 0])
    #expect(builder.dossiers[0].name == "NOUVEAU NOM")
  }

  @Test func anOlderExportDoesNotEmptyTheAddress() {
    var old = Fixture.inspection("1", siret: Self.siret, date: "2025-03-01")
    old.commune = ""
    let builder = DossierBuilder(inspections: [
      Fixture.inspection("2", siret: Self.siret, date: "2019-03-01"), old,
    ])
    #expect(builder.dossiers[0].commune == "PORT-LAVANDE")
  }

  @Test func withoutSiretNameAndPostcodeTell() {
    let builder = DossierBuilder(inspections: [
      Fixture.inspection("1", siret: nil), Fixture.inspection("2", siret: nil, postcode: "99002"),
    ])
    #expect(builder.dossiers.count == 2)
  }

  @Test func aSurePairIsUsedAndSaidToBeConfirmed() {
    let dossiers = Self.built(matches: [Self.match(0.95)])
    #expect(dossiers.count == 2)
    #expect(dossiers[0].reviews == [0])
    #expect(dossiers[0].joining == .probable(place: "La Table", score: 0.95, reasons: []))
  }

  @Test func aDoubtfulPairIsOnlyProposed() throws {
    let dossiers = Self.built(matches: [Self.match(0.7)])
    let alone = try #require(dossiers.last)
    #expect(dossiers.count == 3)
    #expect(alone.joining == .reviewsOnly(place: "La Table"))
    #expect(alone.proposals.map(\.siret) == [Self.siret])
  }

  @Test func twoGoodPairsAreDoubtful() {
    let dossiers = Self.built(matches: [Self.match(0.95), Self.match(0.9, siret: "99900000000025")])
    #expect(dossiers.count == 3)
    #expect(dossiers[2].proposals.count == 2)
  }

  @Test func whatAnAgentConfirmedWins() {
    let dossiers = Self.built(
      matches: [Self.match(0.95)], confirmed: ["La Table": "99900000000025"])
    #expect(dossiers[0].reviews.isEmpty)
    #expect(dossiers[1].joining == .confirmed(place: "La Table"))
  }

  @Test func whatAnAgentRefusedIsNotJoined() {
    let dossiers = Self.built(matches: [Self.match(0.95)], confirmed: ["La Table": "aucun"])
    #expect(dossiers.count == 3)
    #expect(dossiers[2].proposals.isEmpty)
  }

  @Test(arguments: [("34300", "34"), ("97400", "974"), ("99001", "99"), ("", "")])
  func thePostcodeTellsTheDepartment(postcode: String, department: String) {
    let builder = DossierBuilder(inspections: [
      Fixture.inspection("1", siret: Self.siret, postcode: postcode)
    ])
    #expect(builder.dossiers[0].department == department)
  }
}
