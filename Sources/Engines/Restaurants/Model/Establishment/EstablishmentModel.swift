import Foundation
import Learning
import Review

/// The probability that an establishment's next inspection finds it non-compliant.
struct EstablishmentModel {
  /// What the stored form calls itself.
  static let kind = "restaurants/establishment/1"
  /// The fewest non-compliant and the fewest inspections to learn from; below, rules are used.
  static let fewestPositives = 30
  static let fewestRows = 300

  let blend: EstablishmentBlend
  let calibration: PlattScaling
  let error: CalibrationError
  let rule: ReviewRule
  let priors: ReviewPriors
  let encoder: EstablishmentEncoder
  /// The out-of-fold probabilities of the training rows and their labels, for the figures of a
  /// training; empty when the model was read back.
  let outOfFold: (probabilities: [Double], labels: [Bool])

  /// Whether there is enough to learn from.
  static func suffices(_ rows: [EstablishmentRow]) -> Bool {
    rows.count >= fewestRows && rows.count { $0.isNonCompliant } >= fewestPositives
  }

  /// Trains a model.
  ///
  /// - Parameters:
  ///   - rows: inspections with the features of `encoder`, from the source or frozen.
  ///   - encoder: what the features were made with.
  ///   - priors: what is usual among reviews.
  /// - Throws: `LearningError` when the rows do not suffice.
  static func train(
    _ rows: [EstablishmentRow], encoder: EstablishmentEncoder, priors: ReviewPriors,
    options: EstablishmentOptions = .fast
  ) throws(LearningError) -> EstablishmentModel {
    let recent = rows.filter { !$0.isOlder }
    guard suffices(recent) else { throw .noRows }
    let labels = recent.map(\.isNonCompliant)
    let weights = recent.map(\.weight)
    let scores = try outOfFoldScores(recent, older: rows.filter(\.isOlder), options)
    let calibration = try PlattScaling(fitting: scores, labels: labels, weights: weights)
    let calibrated = scores.map { calibration.logOdds($0) }
    let linked = recent.indices.filter { recent[$0].features.hasReviews }
    let rule = ReviewRule(
      rows: linked.map { recent[$0].features.reviewValues }, labels: linked.map { labels[$0] },
      weights: linked.map { weights[$0] }, offsets: linked.map { calibrated[$0] })
    let probabilities = recent.indices.map { row in
      let reviews = rule.contributions(recent[row].features.reviewValues).reduce(0, +)
      return Logistic.sigmoid(calibrated[row] + reviews)
    }
    return EstablishmentModel(
      blend: try EstablishmentBlend.train(rows, options: options), calibration: calibration,
      error: CalibrationError(scores: calibrated, labels: labels), rule: rule, priors: priors,
      encoder: encoder, outOfFold: (probabilities, labels))
  }

  /// The scores of each recent row by a model that saw none of its establishment's recent rows.
  private static func outOfFoldScores(
    _ rows: [EstablishmentRow], older: [EstablishmentRow], _ options: EstablishmentOptions
  ) throws(LearningError) -> [Double] {
    let folds = Folds.stratifiedByGroup(
      rows.map(\.group), labels: rows.map(\.isNonCompliant), folds: options.folds,
      seed: options.seed)
    var scores = [Double](repeating: 0, count: rows.count)
    var lighter = options
    lighter.treeSets = 1
    for fold in 0..<options.folds {
      let inside = rows.indices.filter { folds[$0] == fold }
      let outside = rows.indices.filter { folds[$0] != fold }.map { rows[$0] }
      let blend = try EstablishmentBlend.train(outside + older, options: lighter)
      let halves = try blend.halves(inside.map { rows[$0].features })
      for (row, half) in zip(inside, halves) { scores[row] = half.mean }
    }
    return scores
  }

  /// The probabilities of features, without reasons.
  func probabilities(_ features: [EstablishmentFeatures]) throws(LearningError) -> [Double] {
    let halves = try blend.halves(features)
    return zip(features, halves).map { features, halves in
      let reviews = rule.contributions(features.reviewValues).reduce(0, +)
      return Logistic.sigmoid(calibration.logOdds(halves.mean) + reviews)
    }
  }
}
