import Foundation
import Review
import Testing

@testable import Restaurants

@Suite struct JoinActionTests {
  static func request(
    _ suggestion: Suggestion?, siret: String
  ) -> ActionRequest {
    ActionRequest(
      name: "join", parameters: ["siret": siret], suggestion: suggestion,
      circumstances: AnalysisRequest(
        today: EvidenceTableTests.today, now: Timestamp(milliseconds: 0), model: nil,
        pseudonymSalt: ""), agent: Agent(id: "a"), language: .french)
  }

  static func joined(_ suggestion: Suggestion?, _ siret: String) throws -> KnowledgeRow? {
    guard
      case .knowledge(let table, let rows) = try RestaurantsActions.join(
        request(suggestion, siret: siret))
    else { return nil }
    #expect(table == RestaurantsPanel.joinsTable && rows.count == 1)
    return rows.first
  }

  static func suggestion(_ place: String) -> Suggestion {
    EvidenceTableTests.suggestion(
      reviews: [Fixture.review("a", of: place, text: "bon")], readings: [Fixture.reading(0.1)],
      confirmed: [place: EvidenceTableTests.siret])
  }

  /// The name of the place is found again whatever it holds.
  @Test(arguments: [
    "La Table", "Chez « Momo » Sète", "L'Œuf", "« Le Port »", "A », B", "日本", "place|x", "50 %",
  ])
  func thePlaceIsFoundAgain(place: String) throws {
    let row = try #require(try Self.joined(Self.suggestion(place), "99900000000025"))
    #expect(row.key == place && row.values == ["place": place, "siret": "99900000000025"])
  }

  @Test(arguments: ["aucun", "AUCUN", "none", "None"])
  func noneIsAnAnswer(word: String) throws {
    #expect(try Self.joined(Self.suggestion("La Table"), word)?.values["siret"] == word)
  }

  @Test(arguments: [
    "", "9990000000002", "999000000000255", "9990000000002x", "٩٩٩٠٠٠٠٠٠٠٠٠٢٥", "½½½½½½½½½½½½½½",
    " 9990000000025", "aucune",
  ])
  func whatIsNoSiretIsRefused(siret: String) {
    #expect(throws: EngineError.self) {
      try RestaurantsActions.join(Self.request(Self.suggestion("La Table"), siret: siret))
    }
  }

  @Test func withoutReviewsThereIsNothingToJoin() {
    let bare = EvidenceTableTests.suggestion()
    #expect(throws: EngineError.self) {
      try RestaurantsActions.join(Self.request(bare, siret: "99900000000025"))
    }
    #expect(throws: EngineError.self) {
      try RestaurantsActions.join(Self.request(nil, siret: "99900000000025"))
    }
  }
}
