import Foundation
import Learning
import Review
import Testing

@testable import Restaurants

@Suite("Reviews in the risk of an establishment")
struct ReviewBlockTests {
  private typealias Made = MadeInspections

  private func signals(
    _ reviews: [ScoredReview], priors: ReviewPriors = ReviewPriors()
  ) -> ReviewSignals {
    let tally = ReviewTally(
      reviews, weights: ReviewWeigher.weights(reviews), asOf: Made.today)
    return ReviewSignals(tally, priors: priors)
  }

  private func risk(_ reviews: [ScoredReview]) -> Double {
    var features = EstablishmentFeatures()
    features.set(signals(reviews))
    return ReviewRule.expert.contributions(features.reviewValues).reduce(0, +)
  }

  @Test("a review counts half after 270 days, reviews of the day itself and later not at all")
  func decay() {
    let weights = [ReviewWeight(), ReviewWeight(), ReviewWeight(), ReviewWeight()]
    let reviews = [
      Made.review(daysAgo: 270), Made.review(daysAgo: 540), Made.review(daysAgo: 0),
      Made.review(daysAgo: -5),
    ]
    let tally = ReviewTally(reviews, weights: weights, asOf: Made.today)
    #expect(tally.count == 2)
    #expect(abs(tally.exposure - 0.75) < 1e-12)
  }

  @Test("reports raise the risk, the graver the more")
  func gravity() {
    let praise = (0..<20).map { Made.review(daysAgo: 20 * $0, negative: 0.02) }
    let risks = ReportedProblem.allCases.map { problem in
      risk(
        praise + [
          Made.review(daysAgo: 30, sanitary: 0.95, negative: 0.9, problems: [problem])
        ])
    }
    #expect(risks.allSatisfy { $0 > risk(praise) })
    let isFalling = zip(risks, risks.dropFirst()).allSatisfy { $0 > $1 }
    #expect(isFalling, "\(risks)")
  }

  @Test("no number of good reviews cancels a reported illness")
  func illness() {
    let report = Made.review(
      daysAgo: 60, sanitary: 0.98, negative: 0.95, problems: [.illness])
    let alone = risk([report])
    let crowd = risk([report] + (0..<500).map { Made.review(daysAgo: $0 + 1, negative: 0.01) })
    #expect(alone > 0 && crowd > 0)
    let floor = ReviewRule.expert.weights[ReviewColumn.illness.rawValue] * 0.5
    #expect(crowd > floor)
    #expect(risk((0..<500).map { Made.review(daysAgo: $0 + 1, negative: 0.01) }) < 0)
  }

  @Test("one voice per author in 90 days, the gravest")
  func voices() {
    let reviews = [
      Made.review(daysAgo: 100, author: "a"),
      Made.review(daysAgo: 80, sanitary: 0.9, author: "a"),
      Made.review(daysAgo: 40, author: "a"),
      Made.review(daysAgo: 5, author: "a"),
      Made.review(daysAgo: 6, author: "b"),
    ]
    let weights = ReviewWeigher.weights(reviews)
    #expect(weights.map(\.value) == [0, 1, 0, 1, 1])
    #expect(weights[0].flags == .repeatedAuthor)
  }

  @Test("accounts with a single review and near-copies count less, and are flagged")
  func suspects() {
    let text = "Nous avons trouvé un insecte dans la salade et personne ne s'est excusé du tout."
    var single = Made.review(daysAgo: 9, author: "c")
    single.contributions = 1
    let reviews = [
      Made.review(daysAgo: 30, author: "a", text: text),
      Made.review(daysAgo: 20, author: "b", text: text + " Fuyez !"),
      single, Made.review(daysAgo: 8, author: "d", text: "Très bon accueil, terrasse agréable."),
    ]
    let weights = ReviewWeigher.weights(reviews)
    #expect(weights[0].flags.isEmpty && weights[3].flags.isEmpty)
    #expect(weights[1].flags == .nearCopy && weights[1].value == ReviewWeigher.copyWeight)
    #expect(weights[2].flags == .singleReviewAccount && weights[2].value == 0.5)
  }

  @Test("a burst against the place's own rhythm, and praise after a bad streak")
  func bursts() {
    var reviews = (0..<20).map { Made.review(daysAgo: 700 - 30 * $0, author: "r\($0)") }
    reviews += (0..<6).map { Made.review(daysAgo: 10 - $0, author: "s\($0)") }
    let weights = ReviewWeigher.weights(reviews)
    #expect(weights.prefix(20).allSatisfy { $0.flags.isEmpty })
    #expect(weights.suffix(6).allSatisfy { $0.flags.contains(.burst) })
    var streak = (0..<4).map { Made.review(daysAgo: 90 - 20 * $0, negative: 0.9, author: "n\($0)") }
    var praise = Made.review(daysAgo: 20, negative: 0.01, author: "p")
    praise.rating = 5
    streak.append(praise)
    #expect(ReviewWeigher.weights(streak)[4].flags == .praiseAfterStreak)
  }

  @Test("sketches: equal, nearly equal, different, too short")
  func sketches() {
    let text = "La salle était sale et les toilettes encore plus ; nous ne reviendrons pas."
    let first = ShingleSketch(text)
    #expect(first.similarity(to: ShingleSketch(text.uppercased())) == 1)
    #expect(first.similarity(to: ShingleSketch(text + " Vraiment.")) > 0.6)
    #expect(first.similarity(to: ShingleSketch("Un repas délicieux, merci au chef !")) < 0.1)
    #expect(ShingleSketch("abc").similarity(to: ShingleSketch("abc")) == 0)
  }

  @Test("several reports at once are a burst; one is not")
  func reportBurst() {
    let calm = (0..<30).map { Made.review(daysAgo: 30 * $0 + 70) }
    let one = calm + [Made.review(daysAgo: 10, sanitary: 0.9, author: "a")]
    let three = (0..<3).map { Made.review(daysAgo: 5 + $0, sanitary: 0.9, author: "a\($0)") }
    #expect(signals(one)[.burst] == 0)
    #expect(signals(calm + three)[.burst] == 1)
    #expect(abs(signals(calm + three)[.authors] - log(3)) < 1e-12)
  }

  @Test("priors are fitted on all places, their strength only on many")
  func priors() {
    func place(_ reports: Int, of count: Int) -> ReviewTally {
      let reviews = (0..<count).map {
        Made.review(
          daysAgo: $0 + 1, sanitary: $0 < reports ? 1 : 0, negative: 0.3,
          problems: $0 < reports ? [.dirt] : [], author: "a\($0)")
      }
      return ReviewTally(
        reviews, weights: reviews.map { _ in ReviewWeight() }, asOf: Made.today)
    }
    let few = ReviewPriors(fitting: (0..<10).map { _ in place(2, of: 20) })
    #expect(few.strength == ReviewPriors.usualStrength)
    #expect(abs(few.reports - 0.1) < 0.01)
    #expect(abs(few.negatives - 0.3) < 0.02)
    // All alike: the usual says much. Very unlike: little.
    let alike = ReviewPriors(fitting: (0..<60).map { _ in place(2, of: 20) })
    let unlike = ReviewPriors(fitting: (0..<60).map { place($0 % 6 == 0 ? 12 : 0, of: 20) })
    #expect(alike.strength > unlike.strength)
    #expect(ReviewPriors(fitting: []) == ReviewPriors())
  }

  @Test("weights stay the experts' below 200 linked inspections, then follow the data")
  func learning() {
    func rule(_ count: Int) -> ReviewRule {
      var generator = SplitMix64(seed: 3)
      var rows: [[Float]] = []
      var labels: [Bool] = []
      for _ in 0..<count {
        var row = [Float](repeating: 0, count: ReviewColumn.allCases.count)
        row[ReviewColumn.count.rawValue] = 10
        row[ReviewColumn.dirt.rawValue] = Float(generator.unit() * 3)
        row[ReviewColumn.pest.rawValue] = Float(generator.unit() * 3)
        rows.append(row)
        // Dirt speaks loudly, pests speak against: the latter is not believed below zero.
        let logOdds =
          2 * Double(row[ReviewColumn.dirt.rawValue]) - Double(row[ReviewColumn.pest.rawValue]) - 2
        labels.append(generator.unit() < 1 / (1 + exp(-logOdds)))
      }
      return ReviewRule(
        rows: rows, labels: labels, weights: rows.map { _ in 1 }, offsets: rows.map { _ in -1 })
    }
    #expect(rule(199) == .expert)
    let learned = rule(3000)
    #expect(!learned.isRule)
    #expect(learned.weights[ReviewColumn.dirt.rawValue] > 0.8)
    #expect(learned.weights.allSatisfy { $0 >= 0 })
    #expect(abs(learned.weights[ReviewColumn.count.rawValue]) < 1e-3)
  }

  @Test("letters of the sanitary reader")
  func letters() {
    #expect(
      "IPFSUDX".map { ReportedProblem(letter: $0) } == [
        .illness, .pest, .spoiled, .spoiled, .spoiled, .dirt, nil,
      ])
  }
}
