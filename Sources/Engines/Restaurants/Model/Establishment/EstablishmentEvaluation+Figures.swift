import Learning
import Review

extension EstablishmentEvaluation {
  private static let definitions: [(BinaryMetrics.Metric, String, LocalizedText)] = [
    (
      .auc, "AUC",
      LocalizedText(
        fr: "probabilité qu'un non-conforme soit mieux classé qu'un conforme",
        en: "probability that a non-compliant row ranks above a compliant one")
    ),
    (
      .averagePrecision, "AP",
      LocalizedText(
        fr: "moyenne, sur les non-conformes par score décroissant, de la précision à chacun",
        en: "mean, over non-compliant rows by descending score, of the precision at each")
    ),
    (
      .precisionAtTenth, "P@10 %",
      LocalizedText(
        fr: "part de non-conformes dans le premier dixième (n/10 arrondi au-dessus)",
        en: "share of non-compliant rows in the top ceil(n/10)")
    ),
    (
      .lift, "lift",
      LocalizedText(
        fr: "P@10 % divisée par la part de non-conformes",
        en: "P@10 % divided by the share of non-compliant rows")
    ),
    (
      .brier, "Brier",
      LocalizedText(
        fr: "moyenne de (probabilité − résultat)²", en: "mean of (probability − outcome)²")
    ),
    (
      .logLoss, "log-loss",
      LocalizedText(
        fr: "moyenne de −ln(probabilité du résultat)", en: "mean of −ln(probability of the outcome)"
      )
    ),
    (
      .calibrationError, "ECE",
      LocalizedText(
        fr: "écart moyen entre probabilité et part observée, dix classes d'égal effectif",
        en: "mean gap between probability and observed share, ten bins of equal count")
    ),
  ]

  /// The figures of probabilities against outcomes; none when no outcome is known.
  static func figures(_ scores: [Double], _ labels: [Bool]) -> [EvaluationReport.Figure] {
    guard labels.contains(true), labels.contains(false),
      let metrics = try? BinaryMetrics(scores: scores, labels: labels)
    else { return [] }
    return definitions.map { metric, name, definition in
      let interval = metrics.interval(metric, replicates: 500)
      return EvaluationReport.Figure(
        name: name, value: interval.value, low: interval.low, high: interval.high,
        definition: definition)
    }
  }
}
