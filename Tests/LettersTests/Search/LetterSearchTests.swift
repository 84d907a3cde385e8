import Language
import Learning
import Review
import Testing

@testable import Letters

/// The index finds what a slow reading finds, whatever is asked.
@Suite struct LetterSearchTests {
  private static let words = [
    "porte", "portes", "contrôle", "contrôles", "fuite", "fuites", "écart", "écarts", "incendie",
    "détection",
    "essai", "essais", "engagement", "tuyauterie", "la", "du", "coupe-feu", "2019", "RIS",
    "l'essai",
  ]

  private static func letters(_ count: Int, seed: UInt64) -> [Letter] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { number in
      let paragraphs = (0..<1 + generator.below(4)).map { _ in
        (0..<1 + generator.below(14)).map { _ in generator.pick(words) }.joined(separator: " ")
          + "."
      }
      var letter = LetterFixture.letter(
        "INSSN-LYO-2020-0\(100 + number)",
        site: generator.pick(["CNPE du Bugey", "CNPE de Penly", ""]),
        date: generator.pick(["2019-05-01", "2020-06-01", nil]),
        theme: generator.pick(["Incendie", "Rejets"]))
      letter.text = paragraphs.joined(separator: "\n\n")
      letter.installations = [generator.pick(["78", "136"])]
      letter.division = "Lyon"
      letter.operatorName = "EDF"
      letter.sections = [
        LetterSection(kind: .otherRequests, title: "II", span: Span(0, 1), isEmpty: false)
      ]
      return letter
    }
  }

  private static let corpus = letters(60, seed: 51)
  private static let index = PassageIndex(corpus)

  private static func query(_ generator: inout SplitMix64, depth: Int = 0) -> String {
    let word = generator.pick(words)
    switch generator.below(depth > 1 ? 3 : 9) {
    case 0, 1: return word
    case 2: return String(word.prefix(4)) + "*"
    case 3: return "-" + word
    case 4: return "\"\(word) \(generator.pick(words))\""
    case 5: return "\(word) NEAR/\(1 + generator.below(4)) \(generator.pick(words))"
    case 6:
      return query(&generator, depth: depth + 1) + " OU " + query(&generator, depth: depth + 1)
    default: return query(&generator, depth: depth + 1) + " " + query(&generator, depth: depth + 1)
    }
  }

  @Test func randomSearchesAgreeWithTheSlowWay() {
    var generator = SplitMix64(seed: 52)
    for _ in 0..<400 {
      let text = Self.query(&generator)
      let query = SearchQuery(text)
      guard !query.isEmpty else { continue }
      let fast = Set(Self.index.search(query, limit: .max))
      let slow = Self.index.passages.indices.filter {
        query.matches(SearchWord.words(in: Self.index.passages[$0].text))
      }
      #expect(fast == Set(slow), "\(text)")
    }
  }

  @Test func ranksAreStableUnderEveryLimit() {
    var generator = SplitMix64(seed: 53)
    for _ in 0..<60 {
      let query = SearchQuery(Self.query(&generator))
      let all = Self.index.search(query, limit: .max)
      #expect(Set(all).count == all.count)
      for limit in [0, 1, 3, 10] {
        #expect(Self.index.search(query, limit: limit) == Array(all.prefix(limit)))
      }
      #expect(PassageIndex(Self.corpus).search(query, limit: .max) == all, "same input, same ranks")
    }
  }

  @Test(arguments: [
    ("site:bugey", "CNPE du Bugey"), ("site:penly", "CNPE de Penly"), ("site:civaux", "-"),
  ])
  func fieldsAreThoseOfTheLetter(text: String, site: String) {
    let found = Self.index.search(SearchQuery(text), limit: .max)
    #expect(found.allSatisfy { Self.corpus[Self.index.passages[$0].letter].site == site })
    #expect(found.isEmpty == (site == "-"))
  }

  @Test(arguments: [
    ("theme:incendie", true), ("theme:rejets", false), ("inb:78", true), ("inb:136", false),
    ("section:II", true),
    ("section:I", false), ("operator:EDF", true), ("division:lyon", true),
    ("inspection:0688", true),
    ("sector:REP", true), ("après:2014-01-01", true),
    ("avant:2013-12-31", false),
    ("après:2014-03-03 avant:2014-03-03", true),
  ])
  func aLetterAndItsDocumentHaveTheSameFields(text: String, isFound: Bool) {
    var letter = LetterFixture.letter("INSSN-LYO-2014-0688", date: "2014-03-03")
    letter.installations = ["78", "89"]
    (letter.operatorName, letter.division) = ("EDF", "Lyon")
    letter.sections = [
      LetterSection(kind: .priorityRequests, title: "I", span: Span(0, 1), isEmpty: true),
      LetterSection(kind: .otherRequests, title: "II", span: Span(1, 2), isEmpty: false),
    ]
    let query = SearchQuery(text)
    let document = StoredLetters.document(
      ReadLetter(letter: letter, sha256: "00"), engine: "letters 1", time: LetterFixture.now)
    #expect(LetterFields.match(query, letter) == isFound)
    #expect(DocumentFields.match(query, document) == isFound)
  }

  @Test func withoutADayNoPeriodHolds() {
    let letter = LetterFixture.letter(date: nil)
    for text in ["après:2014-01-01", "avant:2030-01-01"] {
      #expect(!LetterFields.match(SearchQuery(text), letter))
    }
    #expect(LetterFields.match(SearchQuery("porte"), letter))
  }

  @Test func hostileSearchesAreSurvived() {
    var generator = SplitMix64(seed: 54)
    for _ in 0..<200 {
      let found = Self.index.search(
        SearchQuery(generator.hostileLetter(generator.below(12))), limit: 50)
      #expect(found.count <= 50 && found.allSatisfy { Self.index.passages.indices.contains($0) })
    }
  }

  // MARK: Postings

  private static let postings: WordPostings = {
    var builder = WordPostings.Builder()
    for text in ["la porte la porte", "le contrôle des portes", "", "porte"] {
      builder.add(TokenizedText(text))
    }
    return builder.build()
  }()

  @Test func postingsCountTheirWords() throws {
    let postings = Self.postings
    #expect(postings.words == postings.words.sorted() && postings.lengths == [4, 4, 0, 1])
    let porte = try #require(postings.number(of: "porte"))
    var seen: [[Int]] = []
    postings.forEachPosting(of: porte) { seen.append([$0.passage, $0.count]) }
    #expect(seen == [[0, 2], [3, 1]])
    #expect(postings.number(of: "absent") == nil && postings.number(of: "") == nil)
    #expect(postings.words(stem: SearchWord.stem("portes")).count == 2)
    #expect(postings.frequencies[Int(postings.stems[porte])] == 3)
  }

  @Test(arguments: [("po", 2), ("porte", 2), ("portes", 1), ("z", 0), ("", 6), ("l", 2)])
  func beginningsAreAStretch(prefix: String, count: Int) {
    let range = Self.postings.words(beginning: prefix)
    #expect(range.count == count)
    for (place, word) in Self.postings.words.enumerated() {
      #expect(range.contains(place) == word.hasPrefix(prefix))
    }
  }

  @Test func sequencesKeepTheOrderOfWords() {
    let postings = Self.postings
    let byRank = Dictionary(
      uniqueKeysWithValues: postings.words.indices.map { (postings.rank($0), postings.words[$0]) })
    #expect(byRank.count == postings.words.count, "every word has a rank of its own")
    var words: [UInt32] = []
    postings.sequence(1, into: &words)
    #expect(words.compactMap { byRank[$0] } == ["le", "controle", "des", "portes"])
    postings.sequence(2, into: &words)
    #expect(words.isEmpty)
  }

  @Test(arguments: [
    ("\"a b\"", "a b", true), ("\"a b\"", "b a", false), ("\"a b\"", "a x b", false),
    ("-\"a b\"", "b a", true),
    ("a NEAR/1 b", "a x b", true), ("a NEAR/1 b", "a x x x x b", false),
    ("\"a b\" OU c", "c", true), ("\"a b\" c", "a b", false),
  ])
  func orderIsChecked(text: String, passage: String, holds: Bool) {
    let names = ["a": UInt32(1), "b": 2, "c": 3, "x": 4]
    guard let node = SearchQuery(text).node else {
      Issue.record("\(text) is a search")
      return
    }
    let check = WordOrderCheck(
      node, number: { names[$0] }, stem: { names[$0].map { [$0] } ?? [] },
      words: { node in
        if case .word(let stem, _) = node { names[stem].map { [$0] } ?? [] } else { [] }
      })
    #expect(check.holds(passage.split(separator: " ").compactMap { names[String($0)] }) == holds)
  }

  @Test func setsAreThoseOfSwift() {
    var generator = SplitMix64(seed: 55)
    for _ in 0..<100 {
      let count = generator.below(200)
      func random() -> Set<Int> {
        Set(
          (0..<generator.below(40)).map { _ in generator.below(max(1, count)) }.filter {
            $0 < count
          })
      }
      let (left, right) = (random(), random())
      func made(_ set: Set<Int>) -> PassageSet {
        var made = PassageSet(count: count)
        for member in set { made.insert(member) }
        return made
      }
      func members(_ change: (inout PassageSet, PassageSet) -> Void) -> [Int] {
        var set = made(left)
        change(&set, made(right))
        var found: [Int] = []
        set.visit { found.append($0) }
        return found
      }
      #expect(members { $0.formUnion($1) } == left.union(right).sorted())
      #expect(members { $0.formIntersection($1) } == left.intersection(right).sorted())
      #expect(members { $0.subtract($1) } == left.subtracting(right).sorted())
      #expect(made(left).isEmpty == left.isEmpty)
    }
  }
}
