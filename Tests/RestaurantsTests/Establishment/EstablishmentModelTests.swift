import Foundation
import Learning
import Review
import Testing

@testable import Restaurants

@Suite("The model of establishments")
struct EstablishmentModelTests {
  private static let made = MadeInspections.make(900)
  private static let encoder = EstablishmentEncoder(
    training: made.recent, history: made.older)

  private func trained() throws -> EstablishmentModel {
    let rows = EstablishmentTraining.rows(Self.made.recent, encoder: Self.encoder)
    return try EstablishmentModel.train(
      rows, encoder: Self.encoder, priors: ReviewPriors())
  }

  private func cases(_ count: Int) -> [EstablishmentCase] {
    let reviews = [
      MadeInspections.review(daysAgo: 30, sanitary: 0.9, negative: 0.9, problems: [.dirt]),
      MadeInspections.review(daysAgo: 60, sanitary: 0.8, negative: 0.8, problems: [.illness]),
    ]
    let subjects = Self.made.recent.prefix(count).map { inspection in
      var subject = EstablishmentSubject(inspection)
      subject.asOf = MadeInspections.today
      return subject
    }
    return EstablishmentCase.cases(
      subjects, reviews: subjects.indices.map { $0.isMultiple(of: 3) ? reviews : [] },
      encoder: Self.encoder)
  }

  @Test("reasons and base sum to the score in log-odds, within its interval")
  func exact() throws {
    let model = try trained()
    let cases = cases(120)
    let probabilities = try model.probabilities(cases.map(\.features))
    for (assessment, probability) in zip(try model.assess(cases, version: 4), probabilities) {
      let total = assessment.contributions.total
      #expect(abs(total - Logistic.logit(assessment.score.value)) < 1e-6)
      #expect(abs(assessment.score.value - probability) < 1e-6)
      #expect(assessment.score.low < assessment.score.value)
      #expect(assessment.score.value < assessment.score.high)
      #expect(assessment.score.basis == .probability(model: 4))
      let sizes = assessment.contributions.reasons.dropLast().map { abs($0.value) }
      #expect(sizes == sizes.sorted(by: >))
    }
  }

  @Test("reviews' reasons carry the mark of a rule until they are learned")
  func rule() throws {
    let model = try trained()
    #expect(model.rule == .expert)
    let assessed = try model.assess(cases(3), version: 1)
    let ruled = assessed[0].contributions.reasons.filter { $0.source?.fr == "règle" }
    #expect(ruled.contains { $0.label.fr.contains("signale de la saleté") })
    #expect(assessed[1].contributions.reasons.allSatisfy { $0.source == nil })
  }

  @Test("the same training gives the same bytes, and bytes the same assessments")
  func bytes() throws {
    let model = try trained()
    let data = try model.data()
    #expect(try trained().data() == data)
    let read = try EstablishmentModel(data: data)
    let cases = cases(60)
    let (first, second) = (
      try model.assess(cases, version: 1), try read.assess(cases, version: 1)
    )
    #expect(first.map(\.score) == second.map(\.score))
    #expect(first.map(\.contributions) == second.map(\.contributions))
    var damaged = data
    damaged[data.count / 2] ^= 1
    #expect(throws: LearningError.self) { try EstablishmentModel(data: damaged) }
    let other = ModelArchive(kind: "letters/1").data
    #expect(throws: LearningError.damaged(what: "a model of letters/1")) {
      try EstablishmentModel(data: other)
    }
  }

  @Test("frozen features suffice to train again")
  func frozen() throws {
    let rows = EstablishmentTraining.rows(Self.made.recent, encoder: Self.encoder)
    let thawed = try rows.map { row in
      EstablishmentRow(
        features: try #require(EstablishmentFeatures(row.features.frozen)),
        isNonCompliant: row.isNonCompliant, group: row.group)
    }
    let again = try EstablishmentModel.train(
      thawed, encoder: Self.encoder, priors: ReviewPriors())
    let (first, second) = (try again.data(), try trained().data())
    #expect(first == second)
  }

  @Test("a worse past never lowers the trees' score, nor do worse neighbours")
  func monotone() throws {
    let model = try trained()
    let columns: [EstablishmentColumn] = [.lastOutcome, .neighbours1500, .departmentRatio]
    for row in EstablishmentTraining.rows(Self.made.recent, encoder: Self.encoder).prefix(20) {
      for column in columns {
        let steps = (0...6).map { step in
          var features = row.features
          features[column] = column == .lastOutcome ? Double(step) / 2 : Double(step) / 3 - 1
          return features
        }
        let scores = try model.blend.halves(steps).map(\.trees)
        #expect(zip(scores, scores.dropFirst()).allSatisfy { $1 >= $0 - 1e-6 })
      }
    }
  }

  @Test("weights of rows are taken: what counts ten times is learned better")
  func weights() throws {
    var rows = EstablishmentTraining.rows(Self.made.recent, encoder: Self.encoder)
    for row in rows.indices where rows[row].isNonCompliant { rows[row].weight = 5 }
    let heavy = try EstablishmentModel.train(
      rows, encoder: Self.encoder, priors: ReviewPriors())
    let features = rows.map(\.features)
    let mean = { (model: EstablishmentModel) in
      try model.probabilities(features).reduce(0, +) / Double(features.count)
    }
    let (first, second) = (try mean(trained()), try mean(heavy))
    #expect(second > 1.8 * first)
  }

  @Test("earlier years are learned from with less weight, and calibrated without")
  func olderRows() throws {
    let rows = EstablishmentTraining.rows(Self.made.recent, encoder: Self.encoder)
    let older = EstablishmentTraining.olderRows(Self.made.older)
    #expect(older.allSatisfy { $0.isOlder && $0.weight == EstablishmentTraining.olderWeight })
    let model = try EstablishmentModel.train(
      rows + older, encoder: Self.encoder, priors: ReviewPriors())
    #expect(model.outOfFold.labels.count == rows.count)
    let mean =
      model.outOfFold.probabilities.reduce(0, +) / Double(model.outOfFold.probabilities.count)
    let share = Double(rows.count { $0.isNonCompliant }) / Double(rows.count)
    #expect(abs(mean - share) < 0.02)
  }

  @Test("inspections of the last two years are recent, those without a day too")
  func split() {
    var undated = Self.made.recent[0]
    undated.date = nil
    let all = Self.made.older + Self.made.recent + [undated]
    let (recent, older) = EstablishmentTraining.split(all)
    #expect(older.count == Self.made.older.count)
    #expect(recent.count == Self.made.recent.count + 1)
    #expect(EstablishmentTraining.split([undated]).recent.count == 1)
    #expect(EstablishmentTraining.split([]).older.isEmpty)
  }

  @Test("rows see the reviews before their inspection, and 200 of them teach the weights")
  func linked() throws {
    var reviews: [UInt64: [ScoredReview]] = [:]
    for inspection in Self.made.recent.prefix(400) {
      guard let date = inspection.date else { continue }
      let isDirty = inspection.outcome == .toImprove
      var before = MadeInspections.review(
        daysAgo: 0, sanitary: isDirty ? 0.9 : 0.02, negative: 0.5,
        problems: isDirty ? [.dirt] : [])
      before.date = date.adding(days: -20)
      var after = before
      after.date = date.adding(days: 2)
      reviews[EstablishmentSubject(inspection).group] = [before, after]
    }
    let rows = EstablishmentTraining.rows(
      Self.made.recent, encoder: Self.encoder, reviews: reviews)
    #expect(rows.prefix(400).allSatisfy { $0.features[ReviewColumn.count] == 1 })
    #expect(rows.suffix(500).allSatisfy { !$0.features.hasReviews })
    let model = try EstablishmentModel.train(
      rows, encoder: Self.encoder, priors: ReviewPriors())
    #expect(!model.rule.isRule)
    let dirt = ReviewColumn.dirt.rawValue
    #expect(model.rule.weights[dirt] > ReviewRule.expert.weights[dirt])
  }

  @Test("too little to learn from is refused")
  func tooLittle() {
    let rows = EstablishmentTraining.rows(
      Array(Self.made.recent.prefix(100)), encoder: Self.encoder)
    #expect(!EstablishmentModel.suffices(rows))
    #expect(throws: LearningError.noRows) {
      try EstablishmentModel.train(rows, encoder: Self.encoder, priors: ReviewPriors())
    }
  }

  @Test("before any outcome: levels by activity, past and reviews, with exact reasons")
  func coldStart() {
    let empty = EstablishmentEncoder(training: [], history: [])
    func assess(_ activity: String, _ reviews: [ScoredReview] = []) -> EstablishmentAssessment {
      let subject = EstablishmentSubject(
        name: "X", activities: [activity], asOf: MadeInspections.today)
      return ColdStartRules.assess(
        EstablishmentCase.cases([subject], reviews: [reviews], encoder: empty))[0]
    }
    let bakery = assess("Boulangerie-Pâtisserie")
    #expect(bakery.score.basis == .rule(level: 3))
    #expect(assess("Restaurant").score.basis == .rule(level: 2))
    #expect(assess("Restauration collective").score.basis == .rule(level: 1))
    let ill = MadeInspections.review(
      daysAgo: 10, sanitary: 0.95, negative: 0.9, problems: [.illness])
    let reported = assess("Restauration collective", [ill, ill])
    #expect(reported.score.value > assess("Restauration collective").score.value)
    for assessment in [bakery, reported] {
      let total = assessment.contributions.total
      #expect(abs(total - Logistic.logit(assessment.score.value)) < 1e-6)
    }
  }

  @Test("categories that were not seen are left out; the encoding is read back")
  func encoding() throws {
    let rows = EstablishmentTraining.rows(Self.made.recent, encoder: Self.encoder)
    let encoding = LinearEncoding(rows.map(\.features))
    var stranger = rows[0].features
    stranger[.department] = 99
    stranger[.postcode] = 99_000
    #expect(
      encoding.row(stranger).columns.count == encoding.row(rows[0].features).columns.count - 3)
    var writer = ByteWriter()
    encoding.write(to: &writer)
    var reader = ByteReader(writer.bytes, of: "test")
    #expect(try LinearEncoding(from: &reader) == encoding)
  }

  @Test("uncertainty of calibration: larger where positives are few")
  func calibrationError() {
    let scores = (0..<1000).map { Double($0) / 100 }
    let error = CalibrationError(scores: scores, labels: scores.map { $0 > 9 })
    #expect(error.error(at: 0) > 1)
    #expect(error.error(at: -5) == error.error(at: 0))
    let half = CalibrationError(scores: scores, labels: scores.indices.map { $0 % 2 == 0 })
    #expect(half.error(at: 5) < 0.4)
  }
}
