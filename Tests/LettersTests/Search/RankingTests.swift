import Language
import Learning
import Review
import Testing

@testable import Letters

/// How passages are ranked, and what words are written down as.
@Suite struct RankingTests {
  private static func index(_ texts: [String]) -> PassageIndex {
    PassageIndex(
      texts.enumerated().map { place, text in Letter(file: "l\(place).txt", text: text) })
  }

  private static func ranked(_ query: String, _ texts: [String]) -> [Int] {
    let index = index(texts)
    return index.search(SearchQuery(query), limit: .max).map { index.passages[$0].letter }
  }

  @Test(arguments: [
    ("porte", ["la porte et le mur du local", "la porte", "rien"], [1, 0]),
    ("porte", ["la porte du mur", "la porte de la porte"], [1, 0]),
    ("porte vanne", ["porte vanne", "vanne porte porte"], [1, 0]),
    ("porte OU vanne", ["porte mur", "porte mur", "porte mur", "vanne mur"], [3, 0, 1, 2]),
    ("porte", ["porte", "porte", "porte"], [0, 1, 2]), ("absent", ["porte"], []),
    ("portes", ["les portes", "la porte"], [0, 1]),
  ])
  func theMostTellingPassageComesFirst(query: String, texts: [String], order: [Int]) {
    #expect(Self.ranked(query, texts) == order)
  }

  @Test func scoresAreNeverNegativeAndOnlyForWhatHolds() {
    var generator = SplitMix64(seed: 131)
    let words = ["porte", "vanne", "mur", "local", "essai"]
    for _ in 0..<60 {
      var builder = WordPostings.Builder()
      let texts = (0..<1 + generator.below(30)).map { _ in
        (0..<generator.below(12)).map { _ in generator.pick(words) }.joined(separator: " ")
      }
      for text in texts { builder.add(TokenizedText(text)) }
      let postings = builder.build()
      let ranking = PassageRanking(postings: postings, meanLength: 6)
      let wanted = Set(
        (0..<generator.below(3)).compactMap { _ in postings.number(of: generator.pick(words)) })
      let scores = ranking.scores(wanted)
      #expect(scores.count == texts.count)
      for (text, score) in zip(texts, scores) {
        let holds = wanted.contains {
          text.split(separator: " ").contains(Substring(postings.words[$0]))
        }
        #expect((score > 0) == holds && score.isFinite)
      }
      #expect(scores == ranking.scores(wanted))
    }
  }

  @Test func theBestAreFoundWhateverTheScores() {
    var generator = SplitMix64(seed: 132)
    for _ in 0..<80 {
      let scores = (0..<1 + generator.below(3000)).map { _ in
        [Float(0), 1, Float(generator.below(50)), Float(generator.below(1000)) / 7][
          generator.below(4)]
      }
      let places = scores.indices.filter { _ in generator.below(3) > 0 }
      let full = places.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
      let limit = generator.below(60)
      let best = PassageRanking.best(places, scores, limit: limit)
      if full.contains(where: { scores[$0] > 0 }) {
        #expect(best == Array(full.prefix(limit)))
      } else {
        #expect(best.count == min(limit, places.count))
      }
    }
  }

  @Test func numbersOfWordsAreReadBack() {
    var generator = SplitMix64(seed: 133)
    var sequences = WordSequences()
    let passages = (0..<200).map { _ in
      (0..<generator.below(20)).map { _ in
        UInt32(truncatingIfNeeded: generator.next() >> UInt64(generator.below(32) + 32))
      }
    }
    for passage in passages { sequences.append(passage) }
    var words: [UInt32] = []
    for place in generator.permutation(passages.count) {
      sequences.read(place, into: &words)
      #expect(words == passages[place])
    }
  }

  @Test func elidedWordsAreNotCounted() {
    var builder = WordPostings.Builder()
    builder.add(TokenizedText("l’essai d’une vanne qu’il faut"))
    let postings = builder.build()
    #expect(postings.words == ["essai", "faut", "il", "une", "vanne"] && postings.lengths == [5])
  }

  @Test func anEmptyIndexIsNoTrap() {
    let postings = WordPostings.Builder().build()
    #expect(
      postings.words.isEmpty && postings.number(of: "x") == nil
        && postings.words(beginning: "x").isEmpty)
    #expect(postings.words(stem: "x").isEmpty)
    #expect(PassageRanking(postings: postings, meanLength: 1).scores([]).isEmpty)
    #expect(PassageRanking.best([], [], limit: 5).isEmpty)
  }

  // MARK: Items' model

  @Test func contributionsAlwaysSum() throws {
    var generator = SplitMix64(seed: 134)
    let count = ItemFeatures.Feature.allCases.count
    func random() throws -> ItemFeatures {
      let values = (0..<count).map { _ in Float(generator.below(9)) / 4 - 1 }
      return try #require(ItemFeatures(FrozenFeatures(schema: ItemFeatures.schema, values: values)))
    }
    let rows = try (0..<40).map { number in
      ItemModel.Row(features: try random(), isToCheck: number % 3 == 0, weight: 1)
    }
    for model in [ItemModel.shipped, try ItemModel.train(rows)] {
      for _ in 0..<60 {
        let features = try random()
        let parts = model.contributions(features)
        #expect(
          abs(parts.reduce(model.logistic.intercept) { $0 + $1.value } - model.logOdds(features))
            < 1e-6)
        #expect(
          parts.allSatisfy { $0.value != 0 } && Set(parts.map(\.feature)).count == parts.count)
        let strengths = parts.map { abs($0.value) }
        #expect(strengths == strengths.sorted(by: >))
      }
    }
  }

  @Test(arguments: [(0, 0), (2, 30), (30, 2)])
  func tooFewOfAKindLeaveTheExpertsWeights(positives: Int, negatives: Int) throws {
    let features = ItemFeatures(LetterFixture.facts(), date: nil, today: LetterFixture.today)
    let rows =
      (0..<positives).map { _ in ItemModel.Row(features: features, isToCheck: true, weight: 1) }
      + (0..<negatives).map { _ in ItemModel.Row(features: features, isToCheck: false, weight: 1) }
    #expect(try ItemModel.train(rows).logistic.bytes == ItemModel.shipped.logistic.bytes)
  }

  @Test func whatMattersRaisesAndWhatIsDoneLowers() {
    func odds(_ change: (inout ItemFacts) -> Void) -> Double {
      var fact = LetterFixture.facts()
      change(&fact)
      return ItemModel.shipped.logOdds(
        ItemFeatures(fact, date: CalendarDate(iso: "2024-06-18"), today: LetterFixture.today))
    }
    let plain = odds { _ in }
    #expect(odds { $0.item.section = .priorityRequests } > plain)
    #expect(odds { $0.history.overdueDays = 3 } > plain && odds { $0.severity = 2 } > plain)
    #expect(odds { $0.history.repeats = [RepeatedDemand(earlier: 0, similarity: 0.9)] } > plain)
    #expect(
      odds { $0.history.closed = LetterFixture.today } < plain
        && odds { $0.item.section = .observations } < plain)
  }
}
