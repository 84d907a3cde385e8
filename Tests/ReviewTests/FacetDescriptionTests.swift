import Testing

@testable import Review

@Suite struct FacetDescriptionTests {
  private let facet = FacetDescription(
    name: "last", title: LocalizedText(fr: "Dernier", en: "Last"),
    words: [
      LocalizedText(fr: "non", en: "no"), LocalizedText(fr: "non conforme", en: "non-compliant"),
      LocalizedText(fr: "conforme", en: "compliant"),
    ])

  @Test(arguments: [
    ("non conforme 2024", "non-compliant 2024"), ("conforme", "compliant"), ("non", "no"),
    ("2024 conforme", "2024 compliant"), ("3 non conforme ×2", "3 non-compliant ×2"),
    ("conformément", "conformément"), ("nonobstant", "nonobstant"), ("Sète", "Sète"), ("", ""),
  ])
  func valuesAreShownInEnglishAndFoundAgain(_ stored: String, _ shown: String) {
    #expect(facet.shown(stored, .english) == shown)
    #expect(facet.shown(stored, .french) == stored)
    #expect(facet.stored(shown, .english) == stored)
    #expect(facet.stored(stored, .french) == stored)
  }

  @Test func aFacetThatIsNotDeclaredStaysAsItIs() {
    let text = LocalizedText(same: "s")
    let panel = Panel(
      project: .inspections, item: PluralText(one: text, other: text), facets: [facet],
      rejectionReasons: [], feedingHint: text)
    #expect(panel.shown(Facet("last", "conforme 2020"), .english) == "compliant 2020")
    #expect(panel.shown(Facet("other", "conforme"), .english) == "conforme")
  }
}
