import Learning
import Review

/// Trains on inspections, predicts others and measures: the task `establishment`.
struct EstablishmentEvaluation {
  /// One predicted row.
  struct Prediction: Equatable {
    var number: String
    var score: Double
  }

  let predictions: [Prediction]
  let report: EvaluationReport
  /// Predicted against observed by activity and by département, where outcomes are known.
  let fairness: [(criterion: String, report: FairnessReport)]

  /// Trains on `training` (and `history` for the past) and predicts `test`, whose outcomes are only
  /// compared with, never looked at before.
  static func run(
    training: [Inspection], history: [Inspection], test: [Inspection],
    options: EstablishmentOptions = .full
  ) throws(LearningError) -> EstablishmentEvaluation {
    let learned = training.filter { $0.outcome != nil }
    let probabilities = try predict(training: learned, history: history, test: test, options)
    return EstablishmentEvaluation(
      test, probabilities, trainCount: learned.count, remark: Self.separateRemark)
  }

  /// Measures by cross-validation grouped by SIRET: nothing of an establishment is learned before it
  /// is predicted.
  static func crossValidate(
    _ inspections: [Inspection], history: [Inspection], folds: Int = 5,
    options: EstablishmentOptions = .full
  ) throws(LearningError) -> EstablishmentEvaluation {
    let rows = inspections.filter { $0.outcome != nil }
    let assigned = Folds.stratifiedByGroup(
      rows.map { EstablishmentSubject($0).group },
      labels: rows.map { $0.outcome?.isNonCompliant ?? false }, folds: folds, seed: options.seed)
    var probabilities = [Double](repeating: 0, count: rows.count)
    for fold in 0..<folds {
      let inside = rows.indices.filter { assigned[$0] == fold }
      let outside = rows.indices.filter { assigned[$0] != fold }
      let values = try predict(
        training: outside.map { rows[$0] }, history: history, test: inside.map { rows[$0] },
        options)
      for (row, value) in zip(inside, values) { probabilities[row] = value }
    }
    return EstablishmentEvaluation(
      rows, probabilities, trainCount: rows.count, remark: Self.crossRemark(folds))
  }

  private static func predict(
    training: [Inspection], history: [Inspection], test: [Inspection],
    _ options: EstablishmentOptions
  ) throws(LearningError) -> [Double] {
    let encoder = EstablishmentEncoder(training: training, history: history)
    var rows = EstablishmentTraining.rows(training, encoder: encoder)
    if options.usesOlderRows { rows += EstablishmentTraining.olderRows(history) }
    let model = try EstablishmentModel.train(
      rows, encoder: encoder, priors: ReviewPriors(), options: options)
    return try model.probabilities(encoder.features(of: test.map { EstablishmentSubject($0) }))
  }

  private init(
    _ test: [Inspection], _ probabilities: [Double], trainCount: Int, remark: LocalizedText
  ) {
    predictions = zip(test, probabilities).map { Prediction(number: $0.number, score: $1) }
    let labelled = test.indices.filter { test[$0].outcome != nil }
    let labels = labelled.map { test[$0].outcome?.isNonCompliant ?? false }
    let scores = labelled.map { probabilities[$0] }
    report = EvaluationReport(
      task: "establishment", trainCount: trainCount, testCount: test.count,
      labelledCount: labelled.count, positiveCount: labels.count { $0 },
      figures: Self.figures(scores, labels), remarks: [remark])
    fairness = Self.fairness(labelled.map { test[$0] }, scores, labels)
  }

  private static func fairness(
    _ inspections: [Inspection], _ scores: [Double], _ labels: [Bool]
  ) -> [(criterion: String, report: FairnessReport)] {
    guard !scores.isEmpty else { return [] }
    func report(_ group: (Inspection) -> String) -> FairnessReport {
      FairnessReport(
        inspections.indices.map {
          FairnessReport.Row(
            group: group(inspections[$0]), probability: scores[$0], isNonCompliant: labels[$0])
        })
    }
    return [
      ("activity", report { $0.activities.first ?? "" }),
      ("department", report { EstablishmentSubject($0).department }),
    ]
  }

  private static let separateRemark = LocalizedText(
    fr: "Le jour de l'inspection ne sert qu'à savoir ce qui précède ; calibrage hors plis, plis "
      + "groupés par SIRET.",
    en: "The day of inspection only tells what came before; calibrated out of fold, folds grouped "
      + "by SIRET.")

  private static func crossRemark(_ folds: Int) -> LocalizedText {
    LocalizedText(
      fr: "Validation croisée à \(folds) plis groupés par SIRET, faute de fichier de test.",
      en: "Cross-validation with \(folds) folds grouped by SIRET, for want of a test file.")
  }
}
