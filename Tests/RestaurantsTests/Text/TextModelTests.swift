import Foundation
import Language
import Learning
import Review
import Testing

@testable import Restaurants

@Suite struct SanitaryVectorTests {
  static func hit(_ type: SanitaryType, _ weight: Double, negated: Bool = false) -> SanitaryHit {
    SanitaryHit(type: type, weight: weight, span: Span(0, 1), isNegated: negated)
  }

  static func review(_ rating: Double?, _ text: String = "") -> CustomerReview {
    var review = CustomerReview(id: "r", establishment: "e", text: text)
    review.rating = rating
    return review
  }

  static let order: [SanitaryType] = [
    .illness, .pests, .foreignBody, .spoiled, .undercooked, .dirt,
  ]

  @Test func everyTypeHasItsColumn() {
    #expect(SanitaryType.allCases == Self.order)
    for (place, type) in Self.order.enumerated() {
      let values = SanitaryFeatures(
        Self.review(3), hits: [Self.hit(type, 0.75), Self.hit(type, 0.5)], titleHits: []
      ).values
      #expect(values.count == SanitaryFeatures.count)
      #expect(values[place] == 0.75 && values.prefix(6).count { $0 > 0 } == 1)
    }
  }

  /// log1p(1.25) = 0.8109302162163288, log1p(150/300) = 0.4054651081081644 (Python's math).
  @Test func theOtherColumnsAreThoseDescribed() {
    let values = SanitaryFeatures(
      Self.review(1, String(repeating: "x", count: 150)),
      hits: [Self.hit(.dirt, 0.75), Self.hit(.pests, 1, negated: true)],
      titleHits: [Self.hit(.illness, 0.5)]
    ).values
    #expect(values[6] == Float(0.8109302162163288))
    #expect(values[7] == 1 && values[8] == 1 && values[9] == 1 && values[10] == 0)
    #expect(values[11] == 0 && values[12] == Float(0.4054651081081644))
    #expect(values[1] == 0)
  }

  @Test(
    arguments: [
      (1.0 as Double?, [1, 0, 0]), (2, [1, 0, 0]), (2.5, [0, 0, 0]), (3, [0, 0, 0]),
      (4, [0, 1, 0]),
      (5, [0, 1, 0]), (nil, [0, 0, 1]),
    ] as [(Double?, [Float])])
  func marksAreLowHighOrMissing(rating: Double?, columns: [Float]) {
    let values = SanitaryFeatures(Self.review(rating), hits: [], titleHits: []).values
    #expect(Array(values[9...11]) == columns)
  }

  /// Probabilities worked out in Python from the shipped weights (1 / (1 + exp(-z))).
  @Test(
    arguments: [
      ([Double](), 3.0 as Double?, 0.026596993576865856), ([], 5, 0.005486298899450397),
      ([], 1, 0.052153563078417745), ([1], 1, 0.7504645329986356), ([1], 5, 0.23166941577286973),
    ] as [([Double], Double?, Double)])
  func theShippedModelIsItsWeights(illness: [Double], rating: Double?, expected: Double) {
    let features = SanitaryFeatures(
      Self.review(rating), hits: illness.map { Self.hit(.illness, $0) }, titleHits: [])
    #expect(abs(SanitaryModel.shipped.probability(features.values) - expected) < 1e-6)
  }

  @Test func keptFeaturesAreReadBack() throws {
    let features = SanitaryFeatures(Self.review(2), hits: [Self.hit(.spoiled, 1)], titleHits: [])
    #expect(try #require(SanitaryFeatures(features.frozen)).values == features.values)
    #expect(SanitaryFeatures(FrozenFeatures(schema: "other/1", values: features.values)) == nil)
    #expect(SanitaryFeatures(FrozenFeatures(schema: "sanitary/1", values: [1])) == nil)
  }

  /// A recognised problem can only raise the probability, whatever was learned.
  @Test func hitsNeverLowerTheProbability() throws {
    let rows = (0..<40).map { number in
      SanitaryFeatures(
        Self.review(number % 2 == 0 ? 1 : 5),
        hits: number % 4 == 0 ? [Self.hit(.dirt, 1)] : [], titleHits: []
      ).values
    }
    // Labels that say the contrary of what the hits say.
    let labels = (0..<40).map { $0 % 4 != 0 }
    let model = try SanitaryModel.train(
      rows, labels: labels, weights: labels.map { _ in 1 })
    for type in Self.order {
      let without = SanitaryFeatures(Self.review(3), hits: [], titleHits: [])
      let with = SanitaryFeatures(Self.review(3), hits: [Self.hit(type, 1)], titleHits: [])
      #expect(model.probability(with.values) >= model.probability(without.values))
    }
  }
}

@Suite struct ReviewBlockVectorTests {
  static func review(_ text: String, title: String = "") -> CustomerReview {
    var review = CustomerReview(id: text, establishment: "e", text: text)
    review.title = title
    return review
  }

  /// 1 + ln(count): 1 + ln 2 = 1.6931471805599454, 1 + ln 255 = 6.541263545158426 (Python's math).
  @Test(arguments: [
    (UInt32(0), Float(0)), (1, 1), (2, 1.6931472), (255, 6.5412636), (256, 6.5412636),
    (4_000_000_000, 6.5412636),
  ])
  func countsAreDamped(count: UInt32, value: Float) {
    #expect(abs(ReviewBlocks.damped(count) - value) < 1e-6)
  }

  @Test func blocksStandApart() {
    var blocks = ReviewBlocks()
    blocks.read(Self.review("pas bon du tout", title: "décevant"))
    var seen: [Int: Int] = [:]
    for block in ReviewBlocks.indices {
      blocks.forEach(in: block) { column, count in
        #expect((0..<ReviewBlocks.columnCount).contains(column) && count > 0)
        #expect(seen[column] == nil || seen[column] == block)
        seen[column] = block
      }
    }
    #expect(Set(seen.values) == Set(ReviewBlocks.indices))
  }

  @Test func anUntitledReviewHasNoTitleBlock() {
    var blocks = ReviewBlocks()
    blocks.read(Self.review("bon", title: "titre"))
    blocks.read(Self.review("bon"))
    var count = 0
    blocks.forEach(in: 2) { _, _ in count += 1 }
    #expect(count == 0)
  }

  @Test func emptyReviewsHaveNothing() {
    var blocks = ReviewBlocks()
    blocks.read(Self.review(""))
    for block in ReviewBlocks.indices {
      blocks.forEach(in: block) { _, _ in Issue.record("a feature of nothing") }
    }
    let model = LinearModel(
      weights: [Float](repeating: 1, count: ReviewBlocks.columnCount), bias: 0.25)
    let weights = [Float](repeating: 1, count: ReviewBlocks.columnCount)
    #expect(blocks.score(weights, model) == 0.25)
  }

  static let texts = [
    "Très bon accueil, plats frais et savoureux.", "Sale, froid, malade toute la nuit !",
    "Pas bon du tout, rien n'était frais. Pas bon, pas bon.", "a", "", "🍽️🍽️🍽️ !!!", "bon bon bon bon",
  ]

  /// A row of the matrix and the score of a review are one and the same sum.
  @Test func rowsAndScoresAgree() {
    let reviews = Self.texts.map { Self.review($0, title: $0.count > 20 ? "titre" : "") }
    let counts = ReviewCounts(reviews)
    #expect(counts.reviewCount == reviews.count)
    let labels = reviews.indices.map { $0 % 2 == 1 }
    let tally = FeatureTally(counts, Array(reviews.indices), labels)
    var state: UInt32 = 9
    let learned = (0..<ReviewBlocks.columnCount).map { _ -> Float in
      state = state &* 1_664_525 &+ 1_013_904_223
      return Float(state >> 8) / 8_388_608 - 1
    }
    let model = LinearModel(weights: learned, bias: -0.5)
    var blocks = ReviewBlocks()
    for weights in [tally.rarity, tally.contrast] {
      let matrix = counts.matrix(Array(reviews.indices), weights)
      for row in reviews.indices {
        var sum = -0.5
        for place in matrix.rowStarts[row]..<matrix.rowStarts[row + 1] {
          sum += Double(matrix.values[place] * learned[Int(matrix.columns[place])])
        }
        blocks.read(reviews[row])
        #expect(abs(blocks.score(weights, model) - sum) < 1e-3, "\(row)")
      }
    }
  }

  /// Each block of a row has its own length: 1, 1, 1 and 0.7.
  @Test func blocksAreScaledApart() {
    let reviews = [Self.review("pas bon, pas frais", title: "déçu"), Self.review("bon")]
    let counts = ReviewCounts(reviews)
    let ones = [Float](repeating: 1, count: ReviewBlocks.columnCount)
    let matrix = counts.matrix([0], ones)
    var squares = [Float](repeating: 0, count: 4)
    let borders = [1 << 18, 1 << 19, (1 << 19) + (1 << 16), ReviewBlocks.columnCount]
    for (column, value) in zip(matrix.columns, matrix.values) {
      squares[borders.firstIndex { Int(column) < $0 } ?? 3] += value * value
    }
    for (square, scale) in zip(squares, [Float(1), 1, 1, 0.7]) {
      #expect(abs(square.squareRoot() - scale) < 1e-4)
    }
  }

  /// ln((1 + n) / (1 + df)) + 1, the formula of scikit-learn's TfidfTransformer (smooth_idf).
  @Test func rarityIsThatOfScikitLearn() {
    let reviews = ["bon plat", "bon vin", "bon", "vin"].map { Self.review($0) }
    let counts = ReviewCounts(reviews)
    let tally = FeatureTally(counts, [0, 1, 2, 3], [true, false, false, true])
    var documents = [Float](repeating: 0, count: ReviewBlocks.columnCount)
    for review in 0..<4 { counts.tally(review, into: &documents) }
    let rarity = tally.rarity
    // TfidfTransformer(smooth_idf=True).idf_ with 4 documents, for df 1, 2 and 3.
    let expected: [Float: Float] = [1: 1.9162907, 2: 1.5108256, 3: 1.2231436]
    var seen: Set<Float> = []
    for column in documents.indices where documents[column] > 0 {
      guard let value = expected[documents[column]] else { continue }
      seen.insert(documents[column])
      #expect(abs(rarity[column] - value) < 1e-5)
    }
    #expect(seen == [1, 2, 3])
    #expect(zip(documents, rarity).allSatisfy { $0 > 0 || $1 == 0 })
  }

  @Test(
    arguments: [
      ("pas bon", ["pas", "bon!"]), ("bon", ["bon"]), ("pas bon, frais", ["pas", "bon!", "frais"]),
      ("sans a b c d e", ["sans", "a!", "b!", "c!", "d!", "e"]),
      ("jamais rien bon", ["jamais", "rien!", "bon!"]), ("", []), ("!!!", []),
    ] as [(String, [String])])
  func wordsAfterANegationAreMarked(source: String, marked: [String]) {
    var text = TokenizedText(source)
    let plain = text
    NegationMarks.mark(&text)
    let words = text.tokens.map { token -> String in
      let folded = String(
        decoding: plain.bytes[Int(token.foldedBegin)..<Int(token.foldedEnd)], as: UTF8.self)
      return StableHash.of(folded) == token.hash ? folded : folded + "!"
    }
    #expect(words == marked)
  }
}

@Suite struct SentimentTests {
  static func reviews(_ count: Int) -> [CustomerReview] {
    let good = [
      "Très bon repas", "Excellent accueil", "Délicieux et copieux", "Parfait, à refaire",
    ]
    let bad = ["Très mauvais repas", "Accueil détestable", "Froid et cher", "À fuir, déçus"]
    return (0..<count).map { number in
      let isBad = number % 2 == 1
      var review = CustomerReview(
        id: "\(number)", establishment: "e\(number / 4)",
        text: (isBad ? bad : good)[number / 2 % 4] + " numéro \(number % 7)")
      review.rating = isBad ? 1 : 5
      return review
    }
  }

  @Test(
    arguments: [
      (1.0 as Double?, true as Bool?), (2, true), (2.5, nil), (3, nil), (3.5, nil), (4, false),
      (5, false), (nil, nil),
    ] as [(Double?, Bool?)])
  func marksGiveLabels(rating: Double?, label: Bool?) {
    var review = CustomerReview(id: "r", establishment: "e", text: "")
    review.rating = rating
    #expect(SentimentModel.label(review) == label)
  }

  @Test func wordsAreLearnedAndTheTrainingRepeats() throws {
    let model = try SentimentModel.train(Self.reviews(64))
    let again = try SentimentModel.train(Self.reviews(64))
    let probe = ["Accueil détestable", "Excellent accueil", "", "xyz"].map {
      CustomerReview(id: $0, establishment: "x", text: $0)
    }
    let values = model.probabilities(probe)
    #expect(values == again.probabilities(probe))
    #expect(values[0] > 0.5 && values[1] < 0.5)
    #expect(values.allSatisfy { (0...1).contains($0) })
  }

  @Test func crossValidationPredictsEveryMarkedReview() throws {
    var reviews = Self.reviews(60)
    reviews[0].rating = 3
    reviews[1].rating = nil
    let outcome = try TextEvaluation.sentiment(training: reviews, test: [], seed: 1)
    #expect(outcome.predictions.count == 58 && outcome.report.labelledCount == 58)
    #expect(outcome.report.positiveCount == 29 && outcome.report.trainCount == 60)
    #expect(outcome.report.figures.map(\.name).contains("macro-F1"))
    #expect(outcome.report.remarks.count == 1)
    let again = try TextEvaluation.sentiment(training: reviews, test: [], seed: 1)
    #expect(outcome.predictions.map(\.score) == again.predictions.map(\.score))
  }

  @Test func testRowsWithoutMarksArePredictedAndNotJudged() throws {
    let test = ["Accueil détestable", "Délicieux"].map {
      CustomerReview(id: $0, establishment: "y", text: $0)
    }
    let outcome = try TextEvaluation.sentiment(training: Self.reviews(48), test: test, seed: 1)
    #expect(outcome.predictions.map(\.id) == test.map(\.id))
    #expect(outcome.report.labelledCount == 0 && outcome.report.figures.isEmpty)
    #expect(outcome.predictions[0].score > outcome.predictions[1].score)
  }
}
