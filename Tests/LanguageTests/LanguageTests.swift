import Review
import Testing

@testable import Language

@Suite struct TokenTests {
  @Test func wordsAreFolded() {
    let text = TokenizedText("L'Été, à Sète : cœur d’œuvre !")
    #expect(text.words.contains("ete") && text.words.contains("sete"))
    #expect(text.words.contains("coeur") && text.words.contains("oeuvre"))
  }

  @Test func spansCountCodePointsOfTheOriginal() {
    let source = "🍽️ Très e\u{301}cœurant"
    let text = TokenizedText(source)
    let scalars = Array(source.unicodeScalars)
    for index in text.tokens.indices where text.tokens[index].isWord {
      let span = text.span(index..<(index + 1))
      #expect(span.begin < span.end && span.end <= scalars.count)
    }
    #expect(text.codePointCount == scalars.count)
  }

  @Test(arguments: ["", " ", "!!!", "a", "\u{1B}[2J", "é\u{301}\u{301}", "𝒜𝒷"])
  func anyTextIsTokenized(source: String) {
    let text = TokenizedText(source)
    let map = SentenceMap(text)
    #expect(map.words.count == map.breaks.count)
    #expect(NegationMap(text, map).scopes.count <= map.words.count)
  }
}

@Suite struct NegationTests {
  static func negated(_ source: String, _ word: String) -> Bool? {
    let text = TokenizedText(source)
    let map = SentenceMap(text)
    let negations = NegationMap(text, map)
    guard let place = map.words.indices.first(where: { text.folded(map.words[$0]) == word })
    else { return nil }
    return negations.isNegated(place)
  }

  @Test(arguments: [
    ("la salle n'est pas propre", "propre", true), ("la salle est propre", "propre", false),
    ("pas propre du tout", "propre", true), ("aucun problème d'hygiène", "hygiene", true),
    ("sans cafard", "cafard", true), ("pas cher, mais sale", "sale", false),
    ("jamais malade ici", "malade", true), ("un peu sale", "sale", false),
  ])
  func scopesAreThoseOfFrench(source: String, word: String, expected: Bool) {
    #expect(Self.negated(source, word) == expected, "\(source)")
  }
}

@Suite struct HashingTests {
  @Test(arguments: [10, 16, 19, 20, 24])
  func featuresStayWithinTheBuckets(bits: Int) {
    let hasher = FeatureHasher(bits: bits)
    var counts = HashedCounts()
    hasher.add(TokenizedText("Le poisson n'était pas frais, toute la famille malade."), to: &counts)
    #expect(counts.features.count > 20)
    #expect(counts.features.allSatisfy { Int($0) < hasher.bucketCount })
  }

  @Test func theSameTextHasTheSameFeatures() {
    let hasher = FeatureHasher()
    var one = HashedCounts()
    var two = HashedCounts()
    hasher.add(TokenizedText("Très SALE"), to: &one)
    hasher.add(TokenizedText("tres sale"), to: &two)
    #expect(one.features == two.features && one.counts == two.counts)
    one.removeAll()
    #expect(one.features.isEmpty)
  }

  @Test func fieldsAreCountedApart() {
    let hasher = FeatureHasher()
    var title = HashedCounts()
    var body = HashedCounts()
    hasher.add(TokenizedText("sale"), field: 1, to: &title)
    hasher.add(TokenizedText("sale"), to: &body)
    #expect(Set(title.features).isDisjoint(with: Set(body.features)))
  }
}

@Suite struct PatternTests {
  static func matches(_ pattern: String, _ source: String) throws -> Bool {
    let patterns = try PhrasePatterns([pattern], lists: ["dirty": "sale sales crasseux"])
    let text = TokenizedText(source)
    let map = SentenceMap(text)
    return !patterns.matches(in: text, map, NegationMap(text, map)).isEmpty
  }

  @Test(arguments: [
    ("cafard|cafards", "un Cafard !", true), ("blatte*", "des blattes", true),
    ("@dirty", "c'est crasseux", true), ("tout ?tres sale", "tout sale", true),
    ("tout ?tres sale", "tout très sale", true), ("souris !dagneau", "une souris", true),
    ("verre _2 sale", "verre vraiment très sale", true),
    ("verre _2 sale", "verre de vin rouge très sale", false),
    ("verre _2 sale", "verre. sale", false),
    ("^propre", "pas propre", true), ("^propre", "propre", false), ("sale -trop", "trop", false),
    ("mouche -bateau", "mouche", true),
  ])
  func stepsDoWhatTheySay(pattern: String, source: String, expected: Bool) throws {
    #expect(try Self.matches(pattern, source) == expected, "\(pattern) / \(source)")
  }

  /// A pattern whose last step looks back may end at the end of the text.
  @Test func aTextMayEndInsideAPattern() throws {
    for source in ["souris", "", "une souris", "souris -"] {
      _ = try Self.matches("souris _3 -des petits", source)
    }
  }

  @Test(arguments: ["a !?", "avant-veille", "@unknown"])
  func wrongPatternsSayWhy(pattern: String) {
    #expect(throws: PatternError.self) { try Self.matches(pattern, "a") }
  }
}
