import Testing

@testable import Language

@Suite struct StemmingTests {
  /// The vectors that Apache Lucene publishes with its FrenchMinimalStemFilter (Savoy's algorithm).
  @Test(arguments: [
    ("chevaux", "cheval"), ("hiboux", "hibou"), ("chantés", "chant"), ("chanter", "chant"),
    ("chante", "chant"), ("baronnes", "baron"), ("barons", "baron"), ("baron", "baron"),
  ])
  func minimalStemsAreThosePublished(word: String, stem: String) {
    #expect(FrenchStemmer.stem(word) == stem)
  }

  @Test(arguments: [
    ("sale", "sale"), ("sales", "sales"), ("propres", "propr"), ("Malades", "malad"),
    ("cafards", "cafard"), ("aa", "aa"), ("", ""), ("x", "x"), ("222222", "222222"),
  ])
  func shortWordsAndFiguresAreLeft(word: String, stem: String) {
    #expect(FrenchStemmer.stem(word, .minimal) == stem)
  }

  /// The vectors that Apache Lucene publishes with its FrenchLightStemFilter (Savoy's algorithm),
  /// without those that need accents.
  @Test(arguments: [
    ("chevaux", "cheval"), ("cheval", "cheval"), ("hiboux", "hibou"), ("chantés", "chant"),
    ("chanter", "chant"), ("chant", "chant"), ("baronnes", "baron"), ("baron", "baron"),
    ("peaux", "peau"), ("peau", "peau"), ("anneaux", "aneau"), ("neveux", "neveu"),
    ("affreux", "afreu"), ("affreuse", "afreu"), ("investissement", "investi"),
    ("investir", "investi"), ("assourdissant", "asourdi"), ("pratiquement", "pratiqu"),
    ("pratique", "pratiqu"), ("administrativement", "administratif"),
    ("administratif", "administratif"), ("justificatrice", "justifi"),
    ("justificateur", "justifi"), ("justifier", "justifi"), ("éducatrice", "eduqu"),
    ("éduquer", "eduqu"), ("communicateur", "comuniqu"), ("accompagnatrice", "acompagn"),
    ("administrateur", "administr"), ("productrice", "product"), ("producteur", "product"),
    ("acheteuse", "achet"), ("acheteur", "achet"), ("planteur", "plant"), ("plante", "plant"),
    ("poreuse", "poreu"), ("poreux", "poreu"), ("plieuse", "plieu"), ("bijoutière", "bijouti"),
    ("bijoutier", "bijouti"), ("caissière", "caisi"), ("abrasive", "abrasif"),
    ("folle", "fou"), ("personnelle", "person"), ("personne", "person"), ("complète", "complet"),
    ("aromatique", "aromat"), ("faiblesse", "faibl"), ("faible", "faibl"), ("patinage", "patin"),
    ("sonorisation", "sono"), ("ritualisation", "rituel"), ("rituel", "rituel"),
    ("nomination", "nomin"), ("disposition", "dispos"), ("dispose", "dispos"),
  ])
  func lightStemsAreThosePublished(word: String, stem: String) {
    #expect(FrenchStemmer.stem(word, .light) == stem)
  }

  /// Words of the panels fall together with their like.
  @Test(arguments: [
    ["inspection", "inspections"], ["proprement", "propres"], ["malade", "malades", "maladie"],
    ["cuisinier", "cuisinière", "cuisinières"], ["nettoyer", "nettoyé"], ["table", "Tables"],
  ])
  func likeWordsFallTogether(words: [String]) {
    #expect(Set(words.map { FrenchStemmer.stem($0, .light) }).count == 1)
  }

  @Test(arguments: [
    "", "s", "x", "aux", "eaux", "ement", "issement", "日本日本日", "éé", "!!!!!!", "0000000",
  ])
  func anythingHasAStem(word: String) {
    for strength in [FrenchStemmer.Strength.minimal, .light] {
      let stem = FrenchStemmer.stem(word, strength)
      #expect(stem.utf8.count <= word.folded.utf8.count + 4)
      #expect(word.isEmpty == stem.isEmpty)
    }
  }
}

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("cafard", "cafard"), ("cafard", "cafar"), ("cafard", "cafards"), ("cafard", "canard"),
    ("cafard", "acfard"), ("cafard", "cafrad"), ("a", ""), ("", ""), ("é", "e"), ("ab", "ba"),
    ("intoxication", "intoxcation"), ("aab", "ab"),
  ])
  func oneSlipIsAtMostOne(left: String, right: String) {
    #expect(EditDistance.isAtMostOne(left, right))
    #expect(EditDistance.isAtMostOne(right, left))
  }

  @Test(arguments: [
    ("cafard", "cafa"), ("cafard", "fcaard"), ("ab", ""), ("cafard", "drafac"), ("abcd", "badc"),
    ("abc", "cab"),
  ])
  func twoSlipsAreNot(left: String, right: String) {
    #expect(!EditDistance.isAtMostOne(left, right))
    #expect(!EditDistance.isAtMostOne(right, left))
  }

  /// A slow distance written from the definition says the same of all words of up to four letters.
  @Test func agreesWithTheDefinition() {
    var words: [[UInt8]] = [[]]
    for length in 1...4 {
      words += words.filter { $0.count == length - 1 }.flatMap { word in
        (UInt8(97)...98).map { word + [$0] }
      }
    }
    for left in words {
      for right in words {
        #expect(EditDistance.isAtMostOne(left, right) == (Self.distance(left, right) <= 1))
      }
    }
  }

  /// Optimal string alignment.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = (0...left.count).map { row in (0...right.count).map { row == 0 ? $0 : row } }
    for row in 1..<max(1, left.count + 1) {
      for column in 1..<max(1, right.count + 1) {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, table[row - 2][column - 2] + 1)
        }
        table[row][column] = best
      }
    }
    return table[left.count][right.count]
  }
}
