import Foundation
import Learning
import Review

/// Measures the two readers of reviews: the tasks `sentiment` and `sanitary`.
enum TextEvaluation {
  /// One predicted review.
  struct Prediction {
    var id: String
    var score: Double
    var types = ""
    var spans = ""
  }

  /// Predictions and their figures.
  struct Outcome {
    var predictions: [Prediction]
    var report: EvaluationReport
  }

  // MARK: Sentiment

  /// Trains on marked reviews, predicts others; without others, five folds grouped by place.
  static func sentiment(
    training: [CustomerReview], test: [CustomerReview], seed: UInt64
  ) throws -> Outcome {
    let options = SentimentModel.Options(seed: seed)
    let shown: [CustomerReview]
    let scores: [Double]
    if test.isEmpty {
      shown = training.filter { SentimentModel.label($0) != nil }
      scores = try crossValidate(
        shown, labels: shown.map { SentimentModel.label($0) ?? false }, seed: seed
      ) { try SentimentModel.train($0, options: options).probabilities($1) }
    } else {
      shown = test
      scores = try SentimentModel.train(training, options: options).probabilities(test)
    }
    let labels = shown.map { SentimentModel.label($0) }
    return Outcome(
      predictions: zip(shown, scores).map { Prediction(id: $0.id, score: $1) },
      report: report(
        "sentiment", trainCount: training.count, scores: scores, labels: labels,
        isCrossValidated: test.isEmpty))
  }

  // MARK: Sanitary

  /// Trains on hand labels, predicts others; without others, five folds grouped by place.
  static func sanitary(
    training: [CustomerReview], test: [CustomerReview], labels: [SanitaryLabel], seed: UInt64
  ) throws -> Outcome {
    let byReview = Dictionary(
      labels.map { ($0.review, $0) }, uniquingKeysWith: { first, _ in first })
    let finder = try SanitaryFinder()
    let learned = training.filter { byReview[$0.id]?.isReport != nil }
    let shown = test.isEmpty ? learned : test
    let scores: [Double]
    if test.isEmpty {
      scores = try crossValidate(
        shown, labels: shown.map { byReview[$0.id]?.isReport ?? false }, seed: seed
      ) { try model($0, byReview, finder).scores($1, finder) }
    } else {
      scores = try model(learned, byReview, finder).scores(shown, finder)
    }
    let predictions = zip(shown, scores).map { review, score in
      let hits = finder.hits(in: review.text).filter { !$0.isNegated }
      let types = Set(hits.map(\.type)).map(\.rawValue).sorted().joined()
      return Prediction(
        id: review.id, score: score, types: types,
        spans: hits.map { "\($0.span.begin)-\($0.span.end)" }.joined(separator: " "))
    }
    return Outcome(
      predictions: predictions,
      report: report(
        "sanitary", trainCount: learned.count, scores: scores,
        labels: shown.map { byReview[$0.id]?.isReport }, isCrossValidated: test.isEmpty))
  }

  /// The model of labelled reviews; the shipped one when one class is missing.
  private static func model(
    _ reviews: [CustomerReview], _ labels: [String: SanitaryLabel], _ finder: SanitaryFinder
  ) throws -> SanitaryModel {
    let answers = reviews.map { labels[$0.id]?.isReport ?? false }
    guard answers.contains(true), answers.contains(false) else { return .shipped }
    return try SanitaryModel.train(
      reviews.map { features($0, finder) }, labels: answers,
      weights: reviews.map { _ in 1 })
  }

  static func features(_ review: CustomerReview, _ finder: SanitaryFinder) -> [Float] {
    SanitaryFeatures(
      review, hits: finder.hits(in: review.text), titleHits: finder.hits(in: review.title)
    ).values
  }

  // MARK: Common

  private static func crossValidate(
    _ reviews: [CustomerReview], labels: [Bool], seed: UInt64,
    _ predict: ([CustomerReview], [CustomerReview]) throws -> [Double]
  ) throws -> [Double] {
    let count = 5
    let folds = Folds.stratifiedByGroup(
      reviews.map(\.establishment), labels: labels, folds: count, seed: seed)
    var scores = [Double](repeating: 0, count: reviews.count)
    for fold in 0..<count {
      let inside = reviews.indices.filter { folds[$0] == fold }
      let outside = reviews.indices.filter { folds[$0] != fold }
      guard !inside.isEmpty else { continue }
      let values = try predict(outside.map { reviews[$0] }, inside.map { reviews[$0] })
      for (row, value) in zip(inside, values) { scores[row] = value }
    }
    return scores
  }

  private static let metrics: [(BinaryMetrics.Metric, String, LocalizedText)] = [
    (.f1, "F1", LocalizedText(fr: "seuil 0,5", en: "cut at 0.5")),
    (.precision, "precision", LocalizedText(fr: "seuil 0,5", en: "cut at 0.5")),
    (.recall, "recall", LocalizedText(fr: "seuil 0,5", en: "cut at 0.5")),
    (.macroF1, "macro-F1", LocalizedText(fr: "seuil 0,5", en: "cut at 0.5")),
    (
      .auc, "AUC",
      LocalizedText(
        fr: "probabilité qu'un positif soit mieux classé qu'un négatif",
        en: "probability that a positive ranks above a negative")
    ),
    (
      .averagePrecision, "AP",
      LocalizedText(
        fr: "moyenne, sur les positifs, de la précision à chacun",
        en: "mean, over positives, of the precision at each")
    ),
    (
      .brier, "Brier",
      LocalizedText(fr: "moyenne de (p − étiquette)²", en: "mean of (p − label)²")
    ),
    (
      .calibrationError, "ECE",
      LocalizedText(fr: "dix classes d'égal effectif", en: "ten bins of equal count")
    ),
  ]

  private static func report(
    _ task: String, trainCount: Int, scores: [Double], labels: [Bool?], isCrossValidated: Bool
  ) -> EvaluationReport {
    let known = labels.indices.filter { labels[$0] != nil }
    let answers = known.map { labels[$0] ?? false }
    var report = EvaluationReport(
      task: task, trainCount: trainCount, testCount: scores.count, labelledCount: known.count,
      positiveCount: answers.count { $0 }, figures: [])
    if isCrossValidated {
      report.remarks.append(
        LocalizedText(
          fr: "Validation croisée à 5 plis groupés par établissement.",
          en: "Cross-validation with 5 folds grouped by establishment."))
    }
    guard answers.contains(true), answers.contains(false),
      let measured = try? BinaryMetrics(scores: known.map { scores[$0] }, labels: answers)
    else { return report }
    report.figures = metrics.map { metric, name, definition in
      guard measured.positiveCount < 500 else {
        return .init(name: name, value: measured[metric], definition: definition)
      }
      let interval = measured.interval(metric)
      return .init(
        name: name, value: interval.value, low: interval.low, high: interval.high,
        definition: definition)
    }
    return report
  }
}

extension SanitaryModel {
  /// The probabilities of reviews.
  func scores(_ reviews: [CustomerReview], _ finder: SanitaryFinder) -> [Double] {
    reviews.map { probability(TextEvaluation.features($0, finder)) }
  }
}
