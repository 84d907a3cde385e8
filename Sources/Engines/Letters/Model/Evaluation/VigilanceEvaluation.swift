import Foundation
import Language
import Learning
import Review
import Tables

/// Measures the vigilance of sentences.
struct VigilanceEvaluation {
  let request: EvaluationRequest

  /// A predicted sentence.
  private struct Prediction {
    var id: String
    var score: Double
    var level: Int
  }

  func run(observer: any AnalysisObserver) throws -> EvaluationReport {
    let training = try SentenceRow.read(request.train, refused: observer.refused)
    let test = try SentenceRow.read(request.test, refused: observer.refused)
    let reader = try PassageReader()
    let judged = Self.judged(training)
    let isCrossValidated = test.isEmpty
    let shown = isCrossValidated ? judged.map(\.1) : test
    // Nothing of what is predicted may be learned from, not even without its label.
    let hidden = Set(shown.map(\.key))
    let pool = VigilanceTraining.rows(
      training.filter { $0.level == nil && !hidden.contains($0.key) }.map { Self.passage($0) },
      reader: reader)
    let rows = VigilanceTraining.rows(
      judged.filter { isCrossValidated || !hidden.contains($0.1.key) }.map(\.0), reader: reader)
    let predictions =
      isCrossValidated
      ? try crossValidate(rows, pool: pool)
      : try predict(
        VigilanceTraining.rows(test.map { Self.passage($0) }, reader: reader),
        with: VigilanceTraining(seed: request.seed).train(rows, pool: pool))
    try request.write(
      predictions.map { [$0.id, EvaluationRequest.number($0.score), String($0.level)] },
      header: ["id", "score", "level"])
    return report(
      predictions, levels: shown.map(\.level), trainCount: rows.count, poolCount: pool.count,
      isCrossValidated: isCrossValidated)
  }

  /// The judged sentences; their block is that of the same sentence in the pool, if it is there.
  private static func judged(_ rows: [SentenceRow]) -> [(JudgedPassage, SentenceRow)] {
    var blocks: [String: String] = [:]
    for row in rows where !row.block.isEmpty { blocks[row.id] = row.block }
    return rows.filter { $0.level != nil }.map { row in
      var passage = passage(row)
      passage.group = row.block.isEmpty ? blocks[row.id] ?? row.id : row.block
      return (passage, row)
    }
  }

  private static func passage(_ row: SentenceRow) -> JudgedPassage {
    JudgedPassage(
      id: row.id, text: row.text, level: row.level ?? 0,
      group: row.block.isEmpty ? row.id : row.block)
  }

  private func predict(
    _ rows: [VigilanceTraining.Row], with model: VigilanceModel
  ) -> [Prediction] {
    Parallel.map(rows) { row in
      let assessment = model.assess(row.reading, row.text)
      return Prediction(
        id: row.passage.id, score: assessment.probability,
        level: PriorityRule.level(row.reading, probability: assessment.probability))
    }
  }

  private func crossValidate(
    _ rows: [VigilanceTraining.Row], pool: [VigilanceTraining.Row]
  ) throws -> [Prediction] {
    let folds = Folds.stratifiedByGroup(
      rows.map(\.passage.group), labels: rows.map(\.passage.isVigilant),
      folds: LettersEvaluation.folds, seed: request.seed)
    var predictions: [Int: Prediction] = [:]
    for fold in 0..<LettersEvaluation.folds {
      let inside = rows.indices.filter { folds[$0] == fold }
      let outside = rows.indices.filter { folds[$0] != fold }
      let model = try VigilanceTraining(seed: request.seed).train(
        outside.map { rows[$0] }, pool: pool)
      for (index, prediction) in zip(inside, predict(inside.map { rows[$0] }, with: model)) {
        predictions[index] = prediction
      }
    }
    return rows.indices.compactMap { predictions[$0] }
  }

  private func report(
    _ predictions: [Prediction], levels: [Int?], trainCount: Int, poolCount: Int,
    isCrossValidated: Bool
  ) -> EvaluationReport {
    let known = levels.indices.filter { levels[$0] != nil }
    let labels = known.map { (levels[$0] ?? 0) >= 1 }
    var report = EvaluationReport(
      task: "vigilance", trainCount: trainCount, testCount: predictions.count,
      labelledCount: known.count, positiveCount: labels.count { $0 }, figures: [])
    report.remarks.append(
      LocalizedText(
        fr: "\(poolCount) phrases sans étiquette, étiquetées faiblement par les indices.",
        en: "\(poolCount) sentences without a label, labelled weakly by the cues."))
    if isCrossValidated { report.remarks.append(LettersEvaluation.crossValidated) }
    let scores = known.map { predictions[$0].score }
    guard labels.contains(true), labels.contains(false),
      let metrics = try? BinaryMetrics(scores: scores, labels: labels)
    else { return report }
    report.figures = Self.metrics.map { metric, name, definition in
      let interval = metrics.interval(metric)
      return .init(
        name: name, value: interval.value, low: interval.low, high: interval.high,
        definition: definition)
    }
    let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
    let top = order.prefix(50).map { labels[$0] }
    report.figures.append(
      LettersEvaluation.share(
        top, name: "P@50",
        LocalizedText(fr: "part de vigilantes dans les 50 premières", en: "share in the first 50")))
    report.figures += Self.levelFigures(
      known.map { predictions[$0].level }, known.map { levels[$0] ?? 0 })
    return report
  }

  private static func levelFigures(
    _ predicted: [Int], _ levels: [Int]
  ) -> [EvaluationReport.Figure] {
    let hits = zip(predicted, levels)
    return [
      LettersEvaluation.share(
        hits.filter { $0.0 == 2 }.map { $0.1 == 2 }, name: "P2",
        LocalizedText(fr: "précision du niveau 2", en: "precision of level 2")),
      LettersEvaluation.share(
        hits.filter { $0.1 == 2 }.map { $0.0 == 2 }, name: "R2",
        LocalizedText(fr: "rappel du niveau 2", en: "recall of level 2")),
    ]
  }

  private static let metrics: [(BinaryMetrics.Metric, String, LocalizedText)] = [
    (
      .averagePrecision, "AP",
      LocalizedText(
        fr: "niveau ≥ 1 ; moyenne, sur les positifs, de la précision à chacun",
        en: "level ≥ 1; mean, over positives, of the precision at each")
    ),
    (.f1, "F1", LocalizedText(fr: "niveau ≥ 1, seuil 0,5", en: "level ≥ 1, cut at 0.5")),
    (.brier, "Brier", LocalizedText(fr: "moyenne de (p − étiquette)²", en: "mean of (p − label)²")),
    (
      .calibrationError, "ECE",
      LocalizedText(fr: "dix classes d’égal effectif", en: "ten bins of equal count")
    ),
  ]
}
