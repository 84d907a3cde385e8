import Language
import Testing

@testable import Letters

@Suite struct PassageIndexTests {
  private static let texts = [
    "Une fuite a été vue sur la tuyauterie du circuit RIS.\n\nLes fuites sont recensées.",
    "Les contrôles des portes coupe-feu n'ont pas été réalisés.\n\nAucun écart.",
    "Le contrôle de la porte du local est tracé.\n\nL'engagement pris en 2019 n'est pas tenu.",
    "Les engagements sont suivis. La détection d'incendie est essayée chaque année.",
  ]

  private static let index = PassageIndex(
    texts.enumerated().map { number, text in
      var letter = Letter(file: "l\(number).txt", text: text)
      letter.inspection = "INSSN-LYO-202\(number)-000\(number)"
      letter.site = number < 2 ? "Bugey" : "Penly"
      return letter
    })

  private func texts(_ query: String, limit: Int = 100) -> [String] {
    Self.index.search(SearchQuery(query), limit: limit).map { Self.index.passages[$0].text }
  }

  /// What a search must find, told the slow way: each passage looked at by the query itself.
  private func expected(_ query: String) -> Set<String> {
    let query = SearchQuery(query)
    return Set(
      Self.index.passages.map(\.text).filter { query.matches(SearchWord.words(in: $0)) })
  }

  @Test(arguments: [
    "fuite", "fuites", "contrôle", "porte contrôle", "porte OU fuite", "-porte", "contrôle -porte",
    "\"porte du local\"", "\"portes coupe-feu\"", "-\"porte du local\"", "eng*", "tuyau*",
    "porte NEAR/3 contrôle", "porte NEAR/1 tracé", "incendie détection", "rien", "fuite -rien",
    "\"la porte\" OU \"les contrôles\"", "écart", "engagement",
  ])
  func theIndexFindsWhatTheQueryMatches(query: String) {
    #expect(Set(texts(query)) == expected(query))
  }

  @Test func fieldsNarrow() {
    #expect(texts("porte site:bugey").count == 1)
    #expect(texts("porte site:penly").count == 1)
    #expect(texts("site:penly").count == 3)
    #expect(texts("porte site:civaux").isEmpty)
  }

  @Test func rarerWordsAndShorterPassagesComeFirst() {
    #expect(texts("fuite").first == "Les fuites sont recensées.")
    #expect(texts("porte contrôle").count == 2)
  }

  @Test(arguments: 1...4)
  func aLimitKeepsTheBest(limit: Int) {
    let all = texts("porte OU fuite OU engagement OU écart")
    #expect(
      texts("porte OU fuite OU engagement OU écart", limit: limit) == Array(all.prefix(limit)))
  }

  @Test func nothingFindsNothing() {
    #expect(texts("").isEmpty)
    #expect(PassageIndex([]).search(SearchQuery("porte"), limit: 5).isEmpty)
    #expect(PassageIndex([Letter(file: "vide.txt", text: "")]).passages.isEmpty)
  }

  @Test func lettersAreNamed() throws {
    let hit = try #require(Self.index.search(SearchQuery("tuyauterie"), limit: 1).first)
    #expect(Self.index.name(of: Self.index.passages[hit]) == "INSSN-LYO-2020-0000")
  }
}

@Suite struct PassageSetTests {
  private func set(_ members: [Int], of count: Int) -> PassageSet {
    var set = PassageSet(count: count)
    for member in members { set.insert(member) }
    return set
  }

  private func members(_ set: PassageSet) -> [Int] {
    var members: [Int] = []
    set.visit { members.append($0) }
    return members
  }

  @Test(arguments: [0, 1, 63, 64, 65, 128, 130])
  func allAreIn(count: Int) {
    #expect(members(PassageSet(allOf: count)) == Array(0..<count))
    #expect(PassageSet(count: count).isEmpty)
  }

  @Test func setsCombine() {
    let left = set([0, 5, 63, 64, 99], of: 100)
    var both = left
    both.formIntersection(set([5, 64, 70], of: 100))
    #expect(members(both) == [5, 64])
    var either = left
    either.formUnion(set([5, 70], of: 100))
    #expect(members(either) == [0, 5, 63, 64, 70, 99])
    var rest = left
    rest.subtract(set([0, 99], of: 100))
    #expect(members(rest) == [5, 63, 64])
  }
}

@Suite struct PassageRankingTests {
  @Test func theBestAreThoseOfAFullSort() {
    var state: UInt64 = 7
    let scores = (0..<5_000).map { _ -> Float in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Float(state >> 40) / 1_000
    }
    let places = Array(scores.indices)
    let full = places.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
    for limit in [1, 10, 777, 4_999, 5_000, 9_000] {
      #expect(PassageRanking.best(places, scores, limit: limit) == Array(full.prefix(limit)))
    }
  }

  @Test func withoutScoresTheOrderIsKept() {
    #expect(PassageRanking.best([3, 4, 5], [Float](repeating: 0, count: 6), limit: 2) == [3, 4])
  }
}
