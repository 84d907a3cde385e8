import Foundation
import Testing

@testable import Review

@Suite struct VocabularyTests {
  static let provenance = Provenance(
    file: "a.csv", sha256: "00", row: 3, engine: "test 1", time: Timestamp(milliseconds: 0))

  @Test func identifiersAreStableAndApart() {
    let one = Suggestion.id(project: .restaurants, naturalKey: "123")
    #expect(one == Suggestion.id(project: .restaurants, naturalKey: "123"))
    #expect(one != Suggestion.id(project: .letters, naturalKey: "123"))
    #expect(one != Document.id(project: .restaurants, naturalKey: "123"))
    #expect(StableID.make("ab", "c") != StableID.make("a", "bc"))
    #expect(one.count == StableID.length)
  }

  @Test func scoresAreClampedAndHoldTheirInterval() {
    let score = Score(1.4, low: 0.9, high: .nan, basis: .rule(level: 2))
    #expect(score.value == 1 && score.low == 0.9 && score.high == 1)
    #expect(Score(.nan, basis: .probability(model: 3)).value == 0)
    #expect(Score(0.2, low: 0.5, basis: .probability(model: 3)).low == 0.2)
    #expect(Score(0.2, basis: .probability(model: 3)).model == 3)
    #expect(Score(0.2, basis: .rule(level: 1)).model == nil)
  }

  @Test func contributionsAddUp() {
    let evidence = ContributionsEvidence(
      base: -2, reasons: [.init(label: LocalizedText(same: "a"), value: 1.5)])
    #expect(evidence.total == -0.5)
  }

  @Test func frozenFeaturesKeepMissingValues() throws {
    let features = FrozenFeatures(schema: "t/1", values: [1.5, .nan, -0.25, .infinity])
    let data = try JSONEncoder().encode(features)
    #expect(try JSONDecoder().decode(FrozenFeatures.self, from: data) == features)
    #expect(FrozenFeatures(schema: "t/1", data: features.data) == features)
    #expect(features != FrozenFeatures(schema: "t/1", values: [1.5, 0, -0.25, .infinity]))
    #expect(FrozenFeatures(schema: "t", data: Data([1, 2])).values.isEmpty)
  }

  @Test func suggestionsRoundTripThroughJSON() throws {
    let passage = PassageEvidence(
      text: "é", highlights: [.init(span: Span(0, 1), label: LocalizedText(same: "x"))],
      source: DocumentReference(document: "d", span: Span(0, 1)),
      caption: LocalizedText(fr: "avis", en: "review"), part: "p")
    let suggestion = Suggestion(
      project: .restaurants, naturalKey: "k", title: "t", place: "p",
      location: Coordinate(latitude: 45, longitude: 4), facets: [Facet("a", "b")],
      score: Score(0.4, basis: .rule(level: 1)), evidence: [.passage(passage)],
      parts: [Part(id: "p", title: "t", kind: "passage")],
      features: FrozenFeatures(schema: "s", values: [1]), provenance: Self.provenance)
    let data = try JSONEncoder().encode(suggestion)
    #expect(try JSONDecoder().decode(Suggestion.self, from: data) == suggestion)
    #expect(suggestion.priority == 0.4)
  }

  @Test func placesOutsideTheGlobeAreRefused() {
    #expect(Coordinate(latitude: 91, longitude: 0) == nil)
    #expect(Coordinate(latitude: .nan, longitude: 0) == nil)
    #expect(Coordinate(latitude: -90, longitude: 180) != nil)
  }

  @Test func listsAreOrderedByPriorityThenIdentifier() {
    let keys = [
      SuggestionKey(priority: 0.2, id: "a"), SuggestionKey(priority: 0.9, id: "b"),
      SuggestionKey(priority: 0.9, id: "a"),
    ].sorted()
    #expect(keys.map(\.id) == ["a", "b", "a"])
    #expect(keys.map(\.priority) == [0.9, 0.9, 0.2])
  }

  @Test func spansOverlapOnlyWhenTheyShareACodePoint() {
    #expect(Span(0, 2).overlaps(Span(1, 3)))
    #expect(!Span(0, 2).overlaps(Span(2, 3)))
    #expect(Span(5, 2) == Span(5, 5))
    #expect(Span(-4, 2).begin == 0)
  }

  @Test(arguments: [
    ("en_GB.UTF-8", InterfaceLanguage.english), ("fr_FR.UTF-8", .french), ("C", .french),
    ("de_DE", .french),
  ])
  func theLocaleChoosesTheLanguage(locale: String, language: InterfaceLanguage) {
    #expect(InterfaceLanguage(locale: locale) == language)
  }

  @Test func frenchCountsZeroAsSingular() {
    let noun = PluralText(
      one: LocalizedText(fr: "avis", en: "review"), other: LocalizedText(fr: "avis", en: "reviews"))
    #expect(noun.form(0, .english) == "reviews")
    #expect(noun.form(1, .english) == "review")
    let place = PluralText(
      one: LocalizedText(fr: "lieu", en: "place"), other: LocalizedText(fr: "lieux", en: "places"))
    #expect(place.form(0, .french) == "lieu")
    #expect(place.form(2, .french) == "lieux")
  }

  @Test func projectsHaveTheNumbersOfTheirKeys() {
    #expect(Project.allCases.map(\.number) == [1, 2, 3, 4, 5, 6])
    #expect(Project.restaurants.number == 3)
  }

  @Test func rolesAreOrdered() {
    #expect(Role.agent < .expert && Role.expert < .supervisor && Role.supervisor < .administrator)
  }

  @Test(arguments: ["", "0", "0g", "é"])
  func hexadecimalRefusesOddities(text: String) {
    if text.isEmpty {
      #expect(Hexadecimal.bytes(text) == [])
    } else {
      #expect(Hexadecimal.bytes(text) == nil)
    }
  }

  @Test func verdictsLeadToStatuses() {
    #expect(ReviewStatus(.accept) == .accepted)
    #expect(ReviewStatus(.annotate) == nil)
  }
}

@Suite struct KnowledgeTests {
  static let table = KnowledgeTable(
    name: "t", title: LocalizedText(same: "t"),
    columns: [
      .init(name: "key", title: LocalizedText(same: "k"), type: .text, isRequired: true),
      .init(name: "n", title: LocalizedText(same: "n"), type: .number(0...1)),
      .init(name: "i", title: LocalizedText(same: "i"), type: .integer(1...3)),
      .init(name: "b", title: LocalizedText(same: "b"), type: .boolean),
      .init(name: "d", title: LocalizedText(same: "d"), type: .date),
      .init(name: "c", title: LocalizedText(same: "c"), type: .choice(["x", "y"])),
    ], editableBy: .supervisor)

  @Test func valuesTakeTheirCanonicalForm() throws {
    let row = KnowledgeRow(
      key: "", values: ["key": " k ", "n": "0,5", "b": "oui", "d": "2026-01-02T00:00", "c": "x"])
    let valid = try Self.table.validated(row)
    #expect(valid.key == "k")
    #expect(valid.values == ["key": "k", "n": "0.5", "b": "true", "d": "2026-01-02", "c": "x"])
  }

  @Test(arguments: [
    ["key": "k", "n": "1.5"], ["key": "k", "i": "0"], ["key": "k", "b": "peut-être"],
    ["key": "k", "d": "demain"], ["key": "k", "c": "z"], ["n": "0.5"], ["key": "k", "zz": "1"],
    ["key": "k", "n": "nan"],
  ])
  func refusesWrongValues(values: [String: String]) {
    #expect(throws: KnowledgeError.self) {
      try Self.table.validated(KnowledgeRow(key: "", values: values))
    }
  }

  @Test func errorsSayWhatWasExpected() {
    let error = KnowledgeError.invalidValue(
      column: "n", found: "2", expected: ValueType.number(0...1).expectation)
    #expect(error.message.fr.contains("« 2 » trouvé"))
    #expect(error.message.en.contains("expected a number"))
  }

  @Test func followUpMovesAreThoseDeclared() {
    let scheme = FollowUpScheme(
      states: [
        .init(code: "a", title: LocalizedText(same: "a"), dueDays: 3),
        .init(code: "b", title: LocalizedText(same: "b"), isFinal: true),
      ], moves: [.init(from: "a", to: "b")])
    #expect(scheme.next(after: nil).map(\.code) == ["a"])
    #expect(scheme.next(after: "a").map(\.code) == ["b"])
    #expect(scheme.next(after: "b").isEmpty)
  }

  @Test func refusalsAreSentences() {
    let refusal = Refusal(
      file: "a.csv", line: 3, found: String(repeating: "x", count: 200),
      expected: LocalizedText(fr: "une date", en: "a date"))
    #expect(refusal.found.count == 80)
    #expect(refusal.sentence.en.hasPrefix("a.csv, line 3: found"))
    #expect(EngineError.unreadable(refusal).message.fr.contains("une date attendu"))
  }
}
