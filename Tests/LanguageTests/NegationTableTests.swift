import Testing

@testable import Language

@Suite struct NegationTableTests {
  @Test(arguments: [
    ("il n'y a pas de cafards", "cafards"), ("Rien n'est propre", "propre"),
    ("Personne n'était malade", "malade"), ("aucun plat n'était frais", "frais"),
    ("peu propre", "propre"), ("manque de propreté", "proprete"), ("zéro hygiène", "hygiene"),
    ("une absence d'hygiène", "hygiene"), ("ni propre ni frais", "frais"),
    ("ce n'est guère propre", "propre"), ("nullement sale", "sale"),
    ("plus jamais malade", "malade"),
    ("on n'a plus été malades", "malades"), ("pas propre et frais", "frais"),
    ("rien à manger", "manger"), ("sans la moindre hygiène", "hygiene"),
    ("je ne suis vraiment jamais tombé malade", "malade"), ("PAS PROPRE", "propre"),
    ("n'étant pas frais", "frais"), ("il ne fut point malade", "malade"),
  ])
  func isNegated(source: String, word: String) {
    #expect(NegationTests.negated(source, word) == true, "\(source)")
  }

  @Test(arguments: [
    ("sans doute sale", "sale"), ("sans aucun doute sale", "sale"), ("aucun doute sale", "sale"),
    ("ce n'est que sale", "sale"), ("ce n'est pas que sale", "sale"), ("pas mal", "mal"),
    ("rien à redire", "redire"), ("à deux pas du port sale", "sale"),
    ("si jamais malade", "malade"),
    ("plus sale qu'avant", "sale"), ("pas propre mais sale", "sale"), ("peu importe, sale", "sale"),
    ("pas propre et la salle sale", "sale"), ("pas cher. Sale", "sale"), ("pas cher, sale", "sale"),
    ("la personne était malade", "malade"), ("il manque un plat sale", "sale"),
    ("pas cher par contre sale", "sale"), ("a peu près sale", "sale"), ("depuis peu sale", "sale"),
    ("pas cher donc sale", "sale"), ("ne sale", "sale"), ("on y va à pas de loup, sale", "sale"),
    ("pas trop cher heureusement sale", "sale"), ("plus que sale", "sale"),
  ])
  func isNotNegated(source: String, word: String) {
    #expect(NegationTests.negated(source, word) == false, "\(source)")
  }

  /// A scope ends after so many words, so that one « pas » does not turn a whole review.
  @Test func scopesAreBounded() {
    let long = "pas " + (1...20).map { "mot\($0)" }.joined(separator: " ")
    #expect(NegationTests.negated(long, "mot9") == true)
    #expect(NegationTests.negated(long, "mot10") == false)
    let short = "sans " + (1...20).map { "mot\($0)" }.joined(separator: " ")
    #expect(NegationTests.negated(short, "mot4") == true)
    #expect(NegationTests.negated(short, "mot5") == false)
  }

  @Test func aScopeNamesItsCue() {
    let text = TokenizedText("il n'y a pas de cafards")
    let map = SentenceMap(text)
    let negations = NegationMap(text, map)
    #expect(negations.scopes == [.init(cue: 4, words: 1..<7)])
    #expect(negations.scope(of: 6)?.cue == 4)
    #expect(negations.scope(of: 0) == nil && !negations.isNegated(4))
  }

  @Test(
    arguments: TokenTableTests.texts + [
      "ne ne ne", "pas", "sans", "ni", "n'", "plus rien", "ne … pas",
    ])
  func scopesStayInsideTheText(source: String) {
    let text = TokenizedText(source)
    let map = SentenceMap(text)
    let negations = NegationMap(text, map)
    for scope in negations.scopes {
      #expect(map.words.indices.contains(scope.cue))
      #expect(scope.words.lowerBound >= 0 && scope.words.upperBound <= map.words.count)
      #expect(scope.words.contains(scope.cue))
    }
  }
}
