import Review
import Testing

@testable import Restaurants

@Suite struct EvidenceTableTests {
  static let siret = "99900000000017"
  static let today = Fixture.day("2026-11-24")

  /// The suggestion of one establishment with some reviews.
  static func suggestion(
    reviews: [CustomerReview] = [], readings: [ReviewReading] = [],
    inspections: [Inspection]? = nil, confirmed: [String: String] = ["La Table": siret],
    matches: [String: [DossierBuilder.Match]] = [:]
  ) -> Suggestion {
    let inspections = inspections ?? [Fixture.inspection("1", siret: siret)]
    var builder = DossierBuilder(inspections: inspections)
    builder.join(reviews: reviews, places: [:], confirmed: confirmed, matches: matches)
    let writer = EvidenceWriter(
      inspections: inspections, reviews: reviews, readings: readings,
      documents: reviews.indices.map { "d\($0)" }, today: today)
    let composer = SuggestionComposer(
      writer: writer, fileHashes: [:], engine: "restaurants 1", now: Timestamp(milliseconds: 0))
    return composer.suggestion(
      builder.dossiers[0],
      .init(
        score: Score(0.4, basis: .rule(level: 2)),
        contributions: ContributionsEvidence(base: 0, reasons: []),
        features: FrozenFeatures(schema: "e", values: []), selection: Selection(.best),
        priority: 0.4))
  }

  static func facts(_ suggestion: Suggestion) -> [String: String] {
    var out: [String: String] = [:]
    for case .facts(let facts) in suggestion.evidence {
      for fact in facts.facts { out[fact.name.en] = fact.value.en }
    }
    return out
  }

  static func facet(_ suggestion: Suggestion, _ name: String) -> String? {
    suggestion.facets.first { $0.name == name }?.value
  }

  @Test(arguments: [
    (0, "0 avis"), (1, "1–9 avis"), (9, "1–9 avis"), (10, "10–49 avis"), (49, "10–49 avis"),
    (50, "50–199 avis"), (199, "50–199 avis"), (200, "≥ 200 avis"),
  ])
  func reviewsAreCountedInBands(count: Int, band: String) {
    let reviews = (0..<count).map { Fixture.review("\($0)", of: "La Table", text: "bon") }
    let suggestion = Self.suggestion(
      reviews: reviews, readings: reviews.map { _ in Fixture.reading(0.1) })
    #expect(Self.facet(suggestion, "reviews") == band)
  }

  @Test(arguments: [
    ("PORT-LAVANDE", "Port-Lavande"), ("LA GARENNE COLOMBES", "La Garenne Colombes"),
    ("VILLENEUVE D'ASCQ", "Villeneuve D'Ascq"), ("L'HAŸ-LES-ROSES", "L'Haÿ-Les-Roses"),
    ("Sète", "Sète"), ("34", "34"), ("ÉVRY", "Évry"),
  ])
  func communesThatShoutAreShownQuietly(commune: String, shown: String) {
    var inspection = Fixture.inspection("1", siret: Self.siret)
    inspection.commune = commune
    let suggestion = Self.suggestion(inspections: [inspection])
    #expect(suggestion.place == shown && Self.facet(suggestion, "commune") == shown)
  }

  @Test func withoutCommuneThePostcodeIsThePlace() {
    var inspection = Fixture.inspection("1", siret: Self.siret)
    inspection.commune = ""
    #expect(Self.suggestion(inspections: [inspection]).place == "99001")
  }

  @Test func negatedHitsAreNeitherShownNorCounted() {
    let reviews = [
      Fixture.review("a", of: "La Table", text: "pas malade du tout"),
      Fixture.review("b", of: "La Table", text: "malade"),
    ]
    let readings = [
      Fixture.reading(0.2, hits: [Fixture.hit(4, 10, negated: true)]),
      Fixture.reading(0.8, hits: [Fixture.hit(0, 6)]),
    ]
    let suggestion = Self.suggestion(reviews: reviews, readings: readings)
    #expect(suggestion.parts.map(\.id) == ["d1"])
    #expect(Self.facet(suggestion, "signal") == "maladie")
  }

  @Test func onlyTheMostTellingPassagesAreShown() {
    let reviews = (0..<30).map { Fixture.review("\($0)", of: "La Table", text: "malade") }
    let readings = (0..<30).map {
      Fixture.reading(0.5 + Double($0) / 100, hits: [Fixture.hit(0, 6)])
    }
    let suggestion = Self.suggestion(reviews: reviews, readings: readings)
    #expect(suggestion.parts.count == EvidenceWriter.passageLimit)
    #expect(suggestion.parts.first?.id == "d29")
  }

  /// Half the weight after nine months: a strong old report stands after a weaker new one.
  @Test func ageCountsAgainstAReport() {
    let reviews = [
      Fixture.review("a", of: "La Table", date: "2026-01-10", text: "malade"),
      Fixture.review("b", of: "La Table", date: "2026-11-10", text: "malade"),
    ]
    let readings = [0.9, 0.5].map { Fixture.reading($0, hits: [Fixture.hit(0, 6)]) }
    #expect(Self.suggestion(reviews: reviews, readings: readings).parts.map(\.id) == ["d1", "d0"])
  }

  @Test func officialResultsComeNewestFirstAndBounded() {
    let inspections = (0..<12).map {
      Fixture.inspection("\($0)", siret: Self.siret, date: "20\($0 + 10)-03-01")
    }
    let suggestion = Self.suggestion(inspections: inspections)
    let lists = suggestion.evidence.compactMap { evidence -> [String]? in
      guard case .facts(let facts) = evidence, facts.title.en == "Official inspections" else {
        return nil
      }
      return facts.facts.map(\.name.en)
    }
    #expect(lists.first?.count == EvidenceWriter.inspectionLimit)
    #expect(lists.first?.first == "2021-03-01" && lists.first?.last == "2014-03-01")
  }

  @Test func factsTellMeanAuthorsAndReports() {
    var reviews = [1.0, 5, 4].enumerated().map {
      Fixture.review("\($0.offset)", of: "La Table", text: "malade", rating: $0.element)
    }
    reviews[2].authorHash = reviews[1].authorHash
    let readings = [0.9, 0.1, 0.1].map { Fixture.reading($0) }
    let facts = Self.facts(Self.suggestion(reviews: reviews, readings: readings))
    #expect(facts["Reviews read"] == "3, mean 3.3/5, 2 authors, 1 reports")
    #expect(facts["SIRET"] == Self.siret)
    #expect(facts["Pairing"] == "reviews of “La Table”, confirmed")
  }

  @Test func aProbablePairSaysWhyAndHowToConfirm() {
    let reasons = [LocalizedText(fr: "même nom", en: "same name")]
    let match = DossierBuilder.Match(
      place: "La Table", siret: Self.siret, score: 0.914, reasons: reasons)
    let review = Fixture.review("a", of: "La Table", text: "bon")
    let facts = Self.facts(
      Self.suggestion(
        reviews: [review], readings: [Fixture.reading(0.1)], confirmed: [:],
        matches: ["La Table": [match]]))
    #expect(
      facts["Pairing"] == "reviews of “La Table”, to be confirmed (91 of 100: same name) — key J")
  }

  /// Months without reports are zeros, reports older than two years are left out.
  @Test func theSeriesHasEveryMonth() throws {
    let days = ["2026-11-01", "2026-11-30", "2025-01-15", "2024-12-31", "2024-11-30", "2010-01-01"]
    let reviews = days.enumerated().map {
      Fixture.review("\($0.offset)", of: "La Table", date: $0.element, text: "malade")
    }
    let suggestion = Self.suggestion(
      reviews: reviews, readings: reviews.map { _ in Fixture.reading(0.9) })
    let points =
      suggestion.evidence.compactMap { evidence -> [SeriesEvidence.Point]? in
        if case .series(let series) = evidence { series.points } else { nil }
      }.first ?? []
    #expect(points.count == 24)
    #expect(points.first?.date.iso == "2024-12-01" && points.first?.value == 1)
    #expect(points.last?.value == 2)
    #expect(points.reduce(0) { $0 + $1.value } == 4)
  }

  @Test func undatedReviewsMakeNoSeries() {
    var review = Fixture.review("a", of: "La Table", text: "malade")
    review.date = nil
    let suggestion = Self.suggestion(reviews: [review], readings: [Fixture.reading(0.9)])
    #expect(!suggestion.evidence.contains { if case .series = $0 { true } else { false } })
  }
}
