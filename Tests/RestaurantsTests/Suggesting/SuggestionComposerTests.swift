import Review
import Testing

@testable import Restaurants

@Suite struct SuggestionComposerTests {
  static let siret = "99900000000017"

  static func suggestion() -> Suggestion {
    let reviews = [
      Fixture.review("a", of: "La Table", text: "Toute la famille malade toute la nuit."),
      Fixture.review("b", of: "La Table", date: "2023-01-05", text: "Malade aussi.", rating: 2),
      Fixture.review("c", of: "La Table", text: "Très bon, rien à dire.", rating: 5),
    ]
    let readings = [
      Fixture.reading(0.9, hits: [Fixture.hit(17, 23)]),
      Fixture.reading(0.9, hits: [Fixture.hit(0, 6)]), Fixture.reading(0.02),
    ]
    let inspections = [Fixture.inspection("1", siret: siret, outcome: .toImprove)]
    var builder = DossierBuilder(inspections: inspections)
    builder.join(
      reviews: reviews, places: [:], confirmed: ["La Table": siret], matches: [:])
    let writer = EvidenceWriter(
      inspections: inspections, reviews: reviews, readings: readings,
      documents: ["d0", "d1", "d2"],
      today: Fixture.day("2026-11-24"))
    let composer = SuggestionComposer(
      writer: writer, fileHashes: ["controles.csv": "ff"], engine: "restaurants 1",
      now: Timestamp(milliseconds: 0))
    return composer.suggestion(
      builder.dossiers[0],
      .init(
        score: Score(0.4, basis: .probability(model: 1)),
        contributions: ContributionsEvidence(base: 0, reasons: []),
        features: FrozenFeatures(schema: "e", values: []), selection: Selection(.best),
        priority: 0.4))
  }

  @Test func recentReportsComeBeforeOldOnes() {
    let suggestion = Self.suggestion()
    let passages = suggestion.evidence.compactMap { evidence -> PassageEvidence? in
      if case .passage(let passage) = evidence { return passage }
      return nil
    }
    #expect(passages.map(\.part) == ["d0", "d1"])
    #expect(suggestion.parts.map(\.id) == ["d0", "d1"])
    #expect(passages[0].source?.document == "d0")
  }

  @Test func facetsTellTheSignalAndTheLastResult() {
    let suggestion = Self.suggestion()
    let facets = Dictionary(
      suggestion.facets.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(facets["signal"] == "maladie ×2")
    #expect(facets["outcome"] == "À améliorer")
    #expect(facets["reviews"] == "1–9 avis")
    #expect(facets["commune"] == "Port-Lavande")
    #expect(suggestion.place == "Port-Lavande")
  }

  @Test func provenanceNamesTheFileAndItsHash() {
    let source = Self.suggestion().provenance
    #expect(source.file == "controles.csv" && source.sha256 == "ff" && source.row == 2)
    #expect(source.model == 1)
  }

  @Test func theSeriesCountsReportsOfTwoYears() throws {
    let series = Self.suggestion().evidence.compactMap { evidence -> SeriesEvidence? in
      if case .series(let series) = evidence { return series }
      return nil
    }
    let points = try #require(series.first).points
    #expect(points.count == EvidenceWriter.monthCount)
    #expect(points.map(\.value).reduce(0, +) == 1)
    #expect(points.last?.date.iso == "2026-11-01")
  }
}
