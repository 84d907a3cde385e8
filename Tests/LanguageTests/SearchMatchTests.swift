import Language
import Testing

/// What a query finds in a sentence.
@Suite struct SearchMatchTests {
  private static let sentence =
    "Les contrôles périodiques des portes coupe-feu n'ont pas été réalisés au Bugey en 2019."

  @Test(arguments: [
    ("contrôle", true), ("controles", true), ("PORTE", true), ("portes bugey", true),
    ("porte penly", false), ("porte OU penly", true), ("penly | porte", true), ("-penly", true),
    ("-porte", false), ("porte -penly", true), ("\"portes coupe-feu\"", true),
    ("\"porte coupe-feu\"", false), ("\"coupe feu\"", true), ("\"feu coupe\"", false),
    ("period*", true), ("periodi*", true), ("xyz*", false), ("contrôle NEAR/2 porte", true),
    ("contrôle NEAR/1 bugey", false), ("porte PROCHE feu", true), ("2019", true), ("2018", false),
    ("réalisé ET porte", true), ("réaliser", true), ("", true), ("« portes coupe-feu »", true),
    ("()", true), ("-", true), ("\"", true), ("NEAR", true), ("OR", true),
  ])
  func sentencesAreFound(query: String, isFound: Bool) {
    #expect(SearchQuery(query).matches(SearchWord.words(in: Self.sentence)) == isFound)
  }

  @Test(arguments: [
    ("engagement", "engagements"), ("écart", "écarts"), ("tuyauterie", "tuyauteries"),
    ("détecteur", "détecteurs"), ("essai", "essais"), ("anomalie", "anomalies"),
    ("feu", "feux"), ("journal", "journaux"), ("réseau", "réseaux"), ("vanne", "vannes"),
  ])
  func pluralsHaveTheStemOfTheirSingular(one: String, many: String) {
    let words = SearchWord.words(in: one + " " + many)
    #expect(words[0].stem == words[1].stem)
    #expect(SearchQuery(one).matches([words[1]]))
    #expect(SearchQuery(many).matches([words[0]]))
  }

  @Test func stemmingKeepsTheFirstLetter() {
    let text = """
      engagements anomalies inspections vérifiées ultérieurement œuvres aïeux yeux chevaux \
      assessments occurrences attestations effluents illustrations immédiatement
      """
    for word in SearchWord.words(in: text) {
      #expect(word.stem.first == word.exact.first, "\(word.exact)")
    }
  }

  @Test func wantedWordsAreThoseToHighlight() {
    let query = SearchQuery("contrôle \"portes coupe\" -bugey site:penly")
    let wanted = SearchWord.words(in: Self.sentence).filter { query.wants($0) }.map(\.exact)
    #expect(wanted == ["controles", "portes", "coupe"])
  }
}
