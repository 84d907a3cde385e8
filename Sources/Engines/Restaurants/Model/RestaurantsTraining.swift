import Foundation
import Language
import Learning
import Review

/// Learns a candidate: the risk of establishments from official outcomes and what was found on site,
/// the reader of reviews from decisions on passages.
struct RestaurantsTraining {
  /// How much an agent's judgement of an establishment weighs beside an inspection.
  private static let judgementWeight = 0.3
  /// The largest weight of a row that was drawn with a small probability.
  private static let largestWeight = 10.0
  /// The fewest decisions on passages to measure the reader with.
  private static let fewestPassages = 10

  let request: TrainingRequest

  func run(
    records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    let material = try Material(RestaurantSources(), records: records)
    observer.progressed(Self.progress(1))
    let encoder = EstablishmentEncoder(training: material.recent, history: material.older)
    let official = EstablishmentTraining.rows(material.recent, encoder: encoder)
    guard EstablishmentModel.suffices(official) else {
      return .tooLittle(
        LocalizedText(
          fr: "trop peu pour apprendre : \(official.count) résultats officiels récents, "
            + "\(official.count { $0.isNonCompliant }) non conformes ; il en faut "
            + "\(EstablishmentModel.fewestRows) et \(EstablishmentModel.fewestPositives)",
          en: "too little to learn from: \(official.count) recent official results, "
            + "\(official.count { $0.isNonCompliant }) non-compliant; "
            + "\(EstablishmentModel.fewestRows) and \(EstablishmentModel.fewestPositives) are needed"
        ))
    }
    let previous = try request.circumstances.model.map { try RestaurantsModel($0) }
    let sanitary = try learnSanitary()
    observer.progressed(Self.progress(2))
    let priors = try priors(material, sanitary.model)
    let own = judgements()
    let establishment = try EstablishmentModel.train(
      official + EstablishmentTraining.olderRows(material.older) + own, encoder: encoder,
      priors: priors)
    observer.progressed(Self.progress(3))
    let model = RestaurantsModel(establishment: establishment, sanitary: sanitary.model)
    var figures = establishmentFigures(establishment, count: official.count)
    figures += sanitaryFigures(previous?.sanitary ?? .shipped)
    return .candidate(
      content: try model.data(),
      summary: TrainingSummary(
        exampleCount: official.count, decisionCount: own.count + sanitary.count,
        lastSequence: request.lastSequence, figures: figures,
        remarks: remarks(sanitary.count, own.count, establishment)))
  }

  private static func progress(_ done: Int) -> AnalysisProgress {
    AnalysisProgress(
      stage: LocalizedText(fr: "apprentissage", en: "learning"), done: done, total: 4)
  }

  // MARK: Establishments

  /// What was found on site counts in full; what agents judged, in part.
  private func judgements() -> [EstablishmentRow] {
    var rows: [EstablishmentRow] = []
    var inspected: Set<String> = []
    for step in request.followUps {
      let isBad: Bool
      switch step.step.state {
      case RestaurantsPanel.FollowUpCode.compliant: isBad = false
      case RestaurantsPanel.FollowUpCode.nonCompliant, RestaurantsPanel.FollowUpCode.repaired:
        isBad = true
      default: continue
      }
      guard let features = step.features.flatMap({ EstablishmentFeatures($0) }) else { continue }
      inspected.insert(step.naturalKey)
      rows.append(
        EstablishmentRow(
          features: features, isNonCompliant: isBad, weight: weight(step.selection),
          group: StableHash.of(step.naturalKey)))
    }
    for labelled in request.decisions
    where labelled.decision.part == nil && !inspected.contains(labelled.naturalKey) {
      guard let isRisky = judgement(labelled.decision),
        let features = labelled.features.flatMap({ EstablishmentFeatures($0) })
      else { continue }
      rows.append(
        EstablishmentRow(
          features: features, isNonCompliant: isRisky,
          weight: Self.judgementWeight * weight(labelled.selection),
          group: StableHash.of(labelled.naturalKey)))
    }
    return rows
  }

  /// Whether an agent thinks that there is a risk; `nil` when the decision does not say.
  private func judgement(_ decision: Decision) -> Bool? {
    switch decision.verdict {
    case .accept: return true
    case .reject:
      let reason = RestaurantsPanel.panel.rejectionReasons.first { $0.code == decision.reason }
      return reason?.blamesEngine == true ? false : nil
    case .later, .annotate: return nil
    }
  }

  private func weight(_ selection: Selection) -> Double {
    guard selection.reason == .random, selection.probability > 0 else { return 1 }
    return min(Self.largestWeight, 1 / selection.probability)
  }

  private func priors(_ material: Material, _ sanitary: SanitaryModel) throws -> ReviewPriors {
    let reader = try ReviewReader(model: sanitary)
    var places: [String: [ScoredReview]] = [:]
    for review in material.reviews {
      places[review.establishment, default: []].append(
        ScoredReview(review, reading: reader.reading(review)))
    }
    let scored = places.keys.sorted().compactMap { places[$0] }
    let tallies = RestaurantsAnalysis.tallies(scored, today: request.circumstances.today)
    return ReviewPriors(fitting: tallies.compactMap { $0 })
  }

  private func establishmentFigures(
    _ model: EstablishmentModel, count: Int
  ) -> [TrainingSummary.Figure] {
    // Agents' judgements are learned from, but measured are official outcomes only.
    let scores = Array(model.outOfFold.probabilities.prefix(count))
    let labels = Array(model.outOfFold.labels.prefix(count))
    guard let metrics = try? BinaryMetrics(scores: scores, labels: labels) else { return [] }
    let earlier = request.circumstances.model?.summary.figures ?? []
    let wanted: [(BinaryMetrics.Metric, String, Bool)] = [
      (.auc, "AUC", true), (.averagePrecision, "AP", true),
      (.precisionAtTenth, "P@10 %", true), (.brier, "Brier", false),
    ]
    return wanted.map { metric, name, isBetterHigh in
      let interval = metrics.interval(metric, replicates: 200)
      let title = LocalizedText(
        fr: "\(name) établissements, hors plis groupés par SIRET",
        en: "\(name) establishments, out of folds grouped by SIRET")
      return TrainingSummary.Figure(
        name: title, before: earlier.first { $0.name == title }?.after, after: interval.value,
        low: interval.low, high: interval.high, higherIsBetter: isBetterHigh)
    }
  }

  // MARK: Passages

  private func passages() -> (rows: [[Float]], labels: [Bool]) {
    var rows: [[Float]] = []
    var labels: [Bool] = []
    for labelled in request.decisions where labelled.decision.part != nil {
      guard let features = labelled.features.flatMap({ SanitaryFeatures($0) }) else { continue }
      switch labelled.decision.verdict {
      case .accept: labels.append(true)
      case .reject:
        let reason = RestaurantsPanel.panel.partRejectionReasons.first {
          $0.code == labelled.decision.reason
        }
        guard reason?.blamesEngine != false else { continue }
        labels.append(false)
      case .later, .annotate: continue
      }
      rows.append(features.values)
    }
    return (rows, labels)
  }

  private func learnSanitary() throws -> (model: SanitaryModel, count: Int) {
    let (rows, labels) = passages()
    guard labels.contains(true), labels.contains(false) else {
      return (.shipped, labels.count)
    }
    return (try SanitaryModel.train(rows, labels: labels, weights: rows.map { _ in 1 }), rows.count)
  }

  /// The mean log-loss on agents' decisions: the model in use, and the candidate out of fold.
  private func sanitaryFigures(_ previous: SanitaryModel) -> [TrainingSummary.Figure] {
    let (rows, labels) = passages()
    guard rows.count >= Self.fewestPassages, labels.contains(true), labels.contains(false) else {
      return []
    }
    let folds = Folds.stratified(labels, folds: 5, seed: request.circumstances.seed)
    var after = [Double](repeating: 0.5, count: rows.count)
    for fold in 0..<5 {
      let outside = rows.indices.filter { folds[$0] != fold }
      let model =
        (try? SanitaryModel.train(
          outside.map { rows[$0] }, labels: outside.map { labels[$0] },
          weights: outside.map { _ in 1 })) ?? .shipped
      for row in rows.indices where folds[row] == fold {
        after[row] = model.probability(rows[row])
      }
    }
    let before = rows.map { previous.probability($0) }
    guard let old = try? BinaryMetrics(scores: before, labels: labels),
      let new = try? BinaryMetrics(scores: after, labels: labels)
    else { return [] }
    return [
      TrainingSummary.Figure(
        name: LocalizedText(
          fr: "perte logarithmique des passages décidés",
          en: "log-loss on decided passages"),
        before: old[.logLoss], after: new[.logLoss], higherIsBetter: false)
    ]
  }

  private func remarks(
    _ passages: Int, _ judgements: Int, _ model: EstablishmentModel
  ) -> [LocalizedText] {
    var remarks = [
      LocalizedText(
        fr: "\(passages) décisions sur des passages, \(judgements) sur des établissements",
        en: "\(passages) decisions on passages, \(judgements) on establishments")
    ]
    if passages < Self.fewestPassages {
      remarks.append(
        LocalizedText(
          fr: "trop peu de passages décidés pour mesurer le lecteur d'avis",
          en: "too few decided passages to measure the reader of reviews"))
    }
    if model.rule.isRule {
      remarks.append(
        LocalizedText(
          fr: "poids des avis : règle d'experts, faute de \(ReviewRule.fewestLinked) inspections "
            + "d'établissements ayant des avis",
          en:
            "weights of reviews: experts' rule, for want of \(ReviewRule.fewestLinked) inspections "
            + "of establishments with reviews"))
    }
    return remarks
  }
}
