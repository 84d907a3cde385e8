import Foundation
import Learning
import Review
import Tables

/// `evaluate inspections outcomes`: past inspections through a mapping, later ones predicted.
struct OutcomesTask {
  private let evaluation: InspectionsEvaluation
  private var request: EvaluationRequest { evaluation.request }

  /// Without test files: so many windows at the end, each of so many days, predicted from before.
  private static let windowCount = 4
  private static let windowDays: Int32 = 60

  init(_ evaluation: InspectionsEvaluation) { self.evaluation = evaluation }

  /// A row with what the models say of it.
  private struct Prediction {
    var row: Control
    var label: Bool?
    var score: Double
    var alone: Double
    var window: Int
  }

  func run() throws -> EvaluationReport {
    guard let path = evaluation.value("map") else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "--map manque : un fichier YAML qui nomme les colonnes (date, site, label…)",
          en: "--map is missing: a YAML file that names the columns (date, site, label…)"))
    }
    let mapping = try ControlMapping(url: URL(fileURLWithPath: path))
    let training = try read(request.train, mapping)
    let history = try read(evaluation.urls("history"), mapping.forHistory, isHistory: true)
    let test = try read(request.test, mapping)
    var remarks: [LocalizedText] = []
    let predictions =
      test.isEmpty
      ? try forwardChained(training, history, mapping, &remarks)
      : try predict(test, training, history, mapping, window: 0, &remarks)
    try evaluation.request.write(
      predictions.map {
        [$0.row.id, EvaluationRequest.number($0.score), EvaluationRequest.number($0.alone)]
      }, header: ["id", "score", "score_without_agent"])
    return report(predictions, trainCount: training.count + history.count, remarks)
  }

  private func read(
    _ urls: [URL], _ mapping: ControlMapping, isHistory: Bool = false
  ) throws -> [Control] {
    guard !urls.isEmpty else { return [] }
    var reader = SourceReader(salt: "evaluation", mapping: mapping)
    reader.hashesFiles = false
    reader.expectsFeatures = !isHistory
    return try reader.read(urls, observer: evaluation.observer).controls
  }

  /// The spec is learned from the rows before the window only.
  static func spec(_ rows: [Control], _ history: [Control], _ mapping: ControlMapping)
    -> OutcomeSpec
  {
    OutcomeSpec(
      training: rows, history: history, numeric: mapping.numeric ?? [],
      rising: Set(mapping.rising ?? []), categories: mapping.categorical ?? [],
      severities: mapping.severity ?? [], groups: mapping.groups ?? [])
  }

  private func forwardChained(
    _ rows: [Control], _ history: [Control], _ mapping: ControlMapping,
    _ remarks: inout [LocalizedText]
  ) throws -> [Prediction] {
    guard let last = rows.map(\.day).max() else { return [] }
    var predictions: [Prediction] = []
    for window in 0..<Self.windowCount {
      let end = last + 1 - Int32(Self.windowCount - 1 - window) * Self.windowDays
      let start = end - Self.windowDays
      evaluation.step(window, of: Self.windowCount)
      let test = rows.filter { $0.day >= start && $0.day < end }
      let before = rows.filter { $0.day < start }
      guard !test.isEmpty, OutcomeModel.suffices(before) else { continue }
      predictions += try predict(
        test, before, history.filter { $0.day < start }, mapping, window: window, &remarks)
    }
    return predictions
  }

  private func predict(
    _ test: [Control], _ training: [Control], _ history: [Control], _ mapping: ControlMapping,
    window: Int, _ remarks: inout [LocalizedText]
  ) throws -> [Prediction] {
    let spec = Self.spec(training, history, mapping)
    let known = OutcomeModel.merged(training, history).filter { $0.isBad != nil }
    var made: OutcomeModel.Features?
    var asked: DenseMatrix?
    let hidden = test.map { $0.withoutOutcome }
    let first = try InspectionsEvaluation.processorTime {
      made = try OutcomeModel.features(known, spec: spec)
      asked = try OutcomeFeatures.matrix(hidden, history: known, spec: spec)
    }
    guard let made, let asked else { return [] }
    var models: [OutcomeModel] = []
    let second = try InspectionsEvaluation.processorTime {
      for regardsAgents in [true, false] {
        var options = TwoLogits.Options()
        options.seed = request.seed
        models.append(
          try OutcomeModel.train(
            known, made, spec: spec, regardsAgents: regardsAgents, options: options))
      }
    }
    let effects = models[0].agents
    var regarded: [Double] = []
    var alone: [Double] = []
    let third = try InspectionsEvaluation.processorTime {
      regarded = try models[0].model.scores(asked)
      alone = try models[1].model.scores(asked)
    }
    if window == 0 {
      remarks += [
        InspectionsEvaluation.seconds("caractéristiques", "features", first),
        InspectionsEvaluation.seconds("deux modèles appris", "two models trained", second),
        InspectionsEvaluation.seconds("prédiction", "prediction", third),
      ]
    }
    let predictions = test.indices.map { index in
      Prediction(
        row: test[index], label: test[index].isBad,
        score: Logistic.sigmoid(
          regarded[index] + models[0].model.scaling.slope * effects.effect(test[index].agent)),
        alone: Logistic.sigmoid(alone[index]), window: window)
    }
    if let folder = evaluation.value("features") {
      let dump = FeatureDump(folder: URL(fileURLWithPath: folder), columns: spec.columns)
      try dump.write("train-\(window)", made.fresh, labels: known.map(\.isBad), rows: known)
      try dump.write("test-\(window)", asked, labels: test.map(\.isBad), rows: test)
      try dump.write(
        scores: "vigie-\(window)",
        ["score": predictions.map(\.score), "score_without_agent": predictions.map(\.alone)])
    }
    return predictions
  }

  private func report(
    _ predictions: [Prediction], trainCount: Int, _ remarks: [LocalizedText]
  ) -> EvaluationReport {
    let labelled = predictions.filter { $0.label != nil }
    let labels = labelled.map { $0.label == true }
    var figures = Figures.all(labelled.map(\.score), labels)
    figures += extra(labelled, labelled.map(\.score), "")
    figures += Figures.all(labelled.map(\.alone), labels, suffix: " −agent")
    figures += extra(labelled, labelled.map(\.alone), " −agent")
    return EvaluationReport(
      task: "outcomes", trainCount: trainCount, testCount: predictions.count,
      labelledCount: labelled.count, positiveCount: labels.count { $0 }, figures: figures,
      remarks: remarks)
  }

  private func extra(
    _ rows: [Prediction], _ scores: [Double], _ suffix: String
  ) -> [EvaluationReport.Figure] {
    let labels = rows.map { $0.label == true }
    var figures: [EvaluationReport.Figure] = []
    if let inside = Figures.insideAgents(scores, labels, rows.map(\.row.agent)) {
      figures.append(
        EvaluationReport.Figure(
          name: "AUC in list" + suffix, value: inside,
          definition: LocalizedText(
            fr: "AUC à l'intérieur de la liste d'un même agent, pondérée par les paires",
            en: "AUC inside one agent's list, weighted by pairs")))
    }
    let windows = Set(rows.map(\.window)).sorted()
    var (gained, weight) = (0.0, 0.0)
    for window in windows {
      let members = rows.indices.filter { rows[$0].window == window }
      let positives = Double(members.count { labels[$0] })
      guard
        let days = Figures.daysEarlier(
          members.map { scores[$0] }, members.map { labels[$0] }, members.map { rows[$0].row.day })
      else { continue }
      gained += positives * days
      weight += positives
    }
    if weight > 0 {
      figures.append(
        EvaluationReport.Figure(
          name: "days" + suffix, value: gained / weight,
          definition: LocalizedText(
            fr: "jours gagnés sur l'ordre réel, moyenne sur les positifs",
            en: "days gained over the real order, mean over positives")))
    }
    if windows.count == 1, let half = Figures.firstHalf(scores, labels) {
      figures.append(
        EvaluationReport.Figure(
          name: "half" + suffix, value: half,
          definition: LocalizedText(
            fr: "part des positifs atteinte dans la première moitié",
            en: "share of positives reached in the first half")))
    }
    return figures
  }
}

extension Control {
  /// The row as it stood before the visit.
  var withoutOutcome: Control {
    var row = self
    row.level = nil
    row.words = ""
    row.followUp = ""
    row.due = nil
    row.repaired = nil
    row.severities = []
    row.codes = []
    return row
  }
}
