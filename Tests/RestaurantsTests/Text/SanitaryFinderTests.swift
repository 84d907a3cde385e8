import Review
import Testing

@testable import Restaurants

@Suite struct SanitaryFinderTests {
  static func types(_ text: String) throws -> Set<SanitaryType> {
    Set(try SanitaryFinder().hits(in: text).filter { !$0.isNegated }.map(\.type))
  }

  @Test func theShippedLexiconCompiles() throws {
    #expect(try SanitaryLexicon.shipped.get().entries.count > 100)
  }

  @Test(arguments: [
    ("Toute la famille malade toute la nuit.", SanitaryType.illness),
    ("Intoxication alimentaire après le repas", .illness), ("J'ai vomi toute la nuit", .illness),
    ("un cafard sur le mur", .pests), ("des crottes de souris sous la banquette", .pests),
    ("un cheveu dans ma soupe", .foreignBody),
    ("morceau de plastique dans la salade", .foreignBody),
    ("le poisson n'était pas frais", .spoiled), ("viande avariée, odeur nauséabonde", .spoiled),
    ("poulet cru à l'intérieur", .undercooked), ("les toilettes étaient sales", .dirt),
    ("couverts sales et nappe tachée", .dirt),
  ])
  func reportsAreFound(text: String, type: SanitaryType) throws {
    #expect(try Self.types(text).contains(type), "\(text)")
  }

  @Test(arguments: [
    "La souris d'agneau était excellente", "Que des produits frais", "Trop salé à mon goût",
    "Propreté irréprochable, toilettes très propres", "Aucun problème d'hygiène",
    "Un restaurant gastronomique", "Service parfait, rien à redire", "Steak trop cuit",
  ])
  func praiseAndDishesAreNot(text: String) throws {
    let review = Fixture.review("r", of: "x", text: text, rating: 5)
    #expect(try ReviewReader(model: .shipped).reading(review).sanitary < 0.5, "\(text)")
  }

  @Test func spansAreThoseOfTheText() throws {
    let text = "Très déçu : un cafard !"
    let hit = try #require(try SanitaryFinder().hits(in: text).first)
    let scalars = Array(text.unicodeScalars)
    #expect(String(String.UnicodeScalarView(scalars[hit.span.range])).contains("cafard"))
  }

  @Test func aReportRaisesTheProbabilityAndAGoodMarkLowersIt() throws {
    let reader = try ReviewReader(model: .shipped)
    func probability(_ text: String, _ rating: Double) -> Double {
      reader.reading(Fixture.review("r", of: "x", text: text, rating: rating)).sanitary
    }
    let report = probability("Toute la famille malade toute la nuit", 1)
    #expect(report > 0.5)
    #expect(report > probability("Toute la famille malade toute la nuit", 5))
    #expect(probability("Très bon repas", 5) < 0.1)
  }

  @Test func trainingFollowsTheLabels() throws {
    let finder = try SanitaryFinder()
    let texts = [
      "un cafard", "couverts sales", "malade toute la nuit", "très bon", "parfait", "bof",
    ]
    let rows = texts.map {
      TextEvaluation.features(Fixture.review("r", of: "x", text: $0, rating: 2), finder)
    }
    let labels = [true, true, true, false, false, false]
    let model = try SanitaryModel.train(rows, labels: labels, weights: [1, 1, 1, 1, 1, 1])
    for (row, label) in zip(rows, labels) { #expect((model.probability(row) > 0.5) == label) }
    #expect(model.logistic.coefficients.prefix(7).allSatisfy { $0 >= 0 })
  }
}
