import Foundation
import Learning
import Review

/// The figures of predicted intents against true ones.
struct IntentFigures {
  private let rows: [IntentEvaluation.Prediction]
  private let known: Set<String>

  /// - Parameter known: the intents of training; every other label is out of scope.
  init(_ predictions: [IntentEvaluation.Prediction], known: Set<String>) {
    rows = predictions
    self.known = known
  }

  private func isInside(_ row: IntentEvaluation.Prediction) -> Bool { known.contains(row.label) }

  private func isRight(_ row: IntentEvaluation.Prediction) -> Bool { row.label == row.intent }

  func report(trainCount: Int, thresholds: [DecisionThresholds]) -> EvaluationReport {
    let labelled = rows.filter { !$0.label.isEmpty }
    let inside = labelled.filter { isInside($0) }
    let outside = labelled.filter { !isInside($0) }
    var report = EvaluationReport(
      task: "intents", trainCount: trainCount, testCount: rows.count,
      labelledCount: labelled.count, positiveCount: inside.count, figures: [],
      remarks: remarks(thresholds))
    guard !inside.isEmpty else { return report }
    report.figures = understanding(inside)
    if !outside.isEmpty { report.figures += rejection(inside, outside) }
    report.figures += decisions(inside, outside)
    return report
  }

  private func understanding(
    _ inside: [IntentEvaluation.Prediction]
  ) -> [EvaluationReport.Figure] {
    let accuracy = EvaluationFigures.share(
      "accuracy", inside.count { isRight($0) }, inside.count,
      LocalizedText(
        fr: "meilleure intention juste, appels du domaine",
        en: "best intent right, calls in scope"))
    let macro = EvaluationFigures.bootstrap(
      "macro-F1", count: inside.count,
      definition: LocalizedText(
        fr: "moyenne des F1 par intention, appels du domaine",
        en: "mean of F1 by intent, calls in scope")
    ) { drawn in
      (try? MultiClassMetrics(
        predicted: drawn.map { inside[$0].intent }, labels: drawn.map { inside[$0].label }))?
        .macroF1 ?? .nan
    }
    let metrics = try? BinaryMetrics(
      scores: inside.map(\.confidence), labels: inside.map { isRight($0) })
    let calibration = EvaluationReport.Figure(
      name: "ECE", value: metrics?[.calibrationError] ?? .nan,
      definition: LocalizedText(
        fr: "écart de calibration, dix classes d'effectif égal, appels du domaine",
        en: "calibration error, ten bins of equal count, calls in scope"))
    return [accuracy, macro, calibration]
  }

  private func rejection(
    _ inside: [IntentEvaluation.Prediction], _ outside: [IntentEvaluation.Prediction]
  ) -> [EvaluationReport.Figure] {
    let all = inside + outside
    let metrics = try? BinaryMetrics(
      scores: all.map(\.confidence), labels: all.map { isInside($0) })
    let interval = metrics?.interval(.auc, replicates: 200)
    let auroc = EvaluationReport.Figure(
      name: "AUROC", value: interval?.value ?? .nan, low: interval?.low, high: interval?.high,
      definition: LocalizedText(
        fr: "confiance, domaine contre hors domaine", en: "confidence, in scope against out"))
    let car = EvaluationFigures.bootstrap(
      "CAR10", count: inside.count,
      definition: LocalizedText(
        fr: "du domaine, justes au seuil qui laisse passer 10 % du hors domaine",
        en: "in scope, right at the threshold that lets 10% of out-of-scope through")
    ) { drawn in rightAboveTenth(drawn.map { inside[$0] }, outside) }
    return [auroc, car]
  }

  private func rightAboveTenth(
    _ inside: [IntentEvaluation.Prediction], _ outside: [IntentEvaluation.Prediction]
  ) -> Double {
    let sorted = outside.map(\.confidence).sorted(by: >)
    let place = Int((0.1 * Double(sorted.count)).rounded(.down))
    let threshold = place < sorted.count ? sorted[place] : -1
    return Double(inside.count { isRight($0) && $0.confidence > threshold })
      / Double(inside.count)
  }

  private func decisions(
    _ inside: [IntentEvaluation.Prediction], _ outside: [IntentEvaluation.Prediction]
  ) -> [EvaluationReport.Figure] {
    let answered = inside.filter { $0.decision == .answer }
    let right = answered.count { isRight($0) }
    var figures = [
      EvaluationFigures.share(
        "answered right", right, inside.count,
        LocalizedText(
          fr: "du domaine, répondus juste au seuil dérivé",
          en: "in scope, answered right at the derived threshold"))
    ]
    let served = inside.count {
      isRight($0) && [.answer, .redirect, .handoff].contains($0.decision)
    }
    figures.append(
      EvaluationFigures.share(
        "served right", served, inside.count,
        LocalizedText(
          fr: "du domaine, compris juste et répondus, redirigés ou passés comme la base le veut",
          en: "in scope, understood and answered, redirected or handed over as the base says")))
    let strangers = outside.count { $0.decision == .answer }
    if !outside.isEmpty {
      figures.append(
        EvaluationFigures.share(
          "OOS answered", strangers, outside.count,
          LocalizedText(
            fr: "hors domaine, répondus au seuil dérivé",
            en: "out of scope, answered at the derived threshold")))
    }
    figures.append(
      EvaluationFigures.share(
        "false answers", answered.count - right + strangers, inside.count + outside.count,
        LocalizedText(
          fr: "de tous les appels, répondus à tort au seuil dérivé",
          en: "of all calls, answered falsely at the derived threshold")))
    return figures
  }

  private func remarks(_ thresholds: [DecisionThresholds]) -> [LocalizedText] {
    thresholds.prefix(1).map { threshold in
      let level = String(format: "%.3f", threshold.answer)
      let rate = String(format: "%.1f %%", threshold.falseAnswers * 100)
      let bound = String(format: "%.1f %%", threshold.falseAnswersBound * 100)
      return LocalizedText(
        fr: "seuil de réponse \(level), dérivé hors plis de \(threshold.caseCount) appels : "
          + "fausses réponses \(rate), au plus \(bound) (95 %)",
        en: "answer threshold \(level), derived out of fold from \(threshold.caseCount) calls: "
          + "false answers \(rate), at most \(bound) (95%)")
    }
  }
}
