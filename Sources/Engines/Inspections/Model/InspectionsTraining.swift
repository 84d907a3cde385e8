import Foundation
import Learning
import Review

/// Learns a candidate from what the store holds.
struct InspectionsTraining {
  let request: TrainingRequest

  /// Cross-validation by time: so many windows at the end of the outcomes.
  private static let windowCount = 3
  private static let inverseLimit = 10.0

  func run(
    records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    let material = try Material(InspectionSources(), records: records)
    let thresholds = Thresholds(
      request.circumstances.knowledge[InspectionsPanel.thresholdsTable] ?? [])
    let enricher = ControlEnricher(material, thresholds: thresholds)
    let rows = enricher.enriched(
      material.controls.filter { $0.isBad != nil && $0.date <= request.circumstances.today })
    observer.progressed(Self.progress(1))
    var figures: [TrainingSummary.Figure] = []
    var remarks: [LocalizedText] = []
    let outcomes = try outcomes(rows, enricher, &figures, &remarks)
    observer.progressed(Self.progress(2))
    let exceedance = try exceedance(material, thresholds, &figures, &remarks)
    observer.progressed(Self.progress(3))
    guard outcomes != nil || exceedance != nil else {
      return .tooLittle(Self.tooLittle(rows))
    }
    let usefulness = try usefulness(&remarks)
    drawn(&figures)
    let model = InspectionsModel(
      outcomes: outcomes, exceedance: exceedance, usefulness: usefulness,
      profile: try DriftWatch.profile(rows, enricher.columns))
    return .candidate(
      content: try model.data(),
      summary: TrainingSummary(
        exampleCount: (outcomes?.rowCount ?? 0) + (exceedance?.rowCount ?? 0),
        decisionCount: request.decisions.count + request.followUps.count,
        lastSequence: request.lastSequence, figures: figures, remarks: remarks))
  }

  private static func progress(_ done: Int) -> AnalysisProgress {
    AnalysisProgress(
      stage: LocalizedText(fr: "apprentissage", en: "learning"), done: done, total: 4)
  }

  private static func tooLittle(_ rows: [Control]) -> LocalizedText {
    let bad = rows.count { $0.isBad == true }
    return LocalizedText(
      fr:
        "trop peu pour une probabilité : \(rows.count) contrôles conclus, \(bad) non conformes ; il "
        + "en faut \(OutcomeModel.fewestRows) et \(OutcomeModel.fewestPositives), ou autant de "
        + "prélèvements dont \(ExceedanceModel.fewestPositives) dépassements. Les règles restent en "
        + "vigueur.",
      en:
        "too little for a probability: \(rows.count) concluded inspections, \(bad) non-compliant; "
        + "\(OutcomeModel.fewestRows) and \(OutcomeModel.fewestPositives) are needed, or as many "
        + "samples with \(ExceedanceModel.fewestPositives) exceedances. Rules stay in force.")
  }

  // MARK: Outcomes

  private func outcomes(
    _ rows: [Control], _ enricher: ControlEnricher, _ figures: inout [TrainingSummary.Figure],
    _ remarks: inout [LocalizedText]
  ) throws -> OutcomeModel? {
    guard OutcomeModel.suffices(rows) else {
      let bad = rows.count { $0.isBad == true }
      remarks.append(
        LocalizedText(
          fr: "contrôles : règles, faute de \(OutcomeModel.fewestRows) résultats dont "
            + "\(OutcomeModel.fewestPositives) non conformes (\(rows.count), \(bad))",
          en: "inspections: rules, for want of \(OutcomeModel.fewestRows) outcomes with "
            + "\(OutcomeModel.fewestPositives) non-compliant (\(rows.count), \(bad))"))
      return nil
    }
    let spec = Self.spec(rows, enricher.columns)
    var options = TwoLogits.Options()
    options.seed = request.circumstances.seed
    options.rounds = rows.count < 5000 ? 120 : options.rounds
    let features = try OutcomeModel.features(rows, spec: spec)
    let (own, ownFeatures, weights) = try followedUp(spec, features)
    figures += measure(rows, enricher.columns, options)
    let model = try OutcomeModel.train(
      rows + own, ownFeatures, spec: spec, regardsAgents: true, weights: weights, options: options)
    if !own.isEmpty {
      remarks.append(
        LocalizedText(
          fr: "\(own.count) résultats saisis ici s'ajoutent aux \(rows.count) contrôles des tables",
          en: "\(own.count) outcomes entered here are added to the \(rows.count) of the tables"))
    }
    return model
  }

  private static func spec(_ rows: [Control], _ columns: ControlColumns) -> OutcomeSpec {
    OutcomeSpec(
      training: rows, history: [], numeric: columns.numeric, rising: columns.rising,
      categories: columns.categories, severities: columns.severities, groups: columns.groups)
  }

  /// What was found on site, from follow-ups: the only decisions that tell of risk. A row that was
  /// drawn counts by the inverse of its probability, so that draws stand for all sites.
  private func followedUp(
    _ spec: OutcomeSpec, _ features: OutcomeModel.Features
  ) throws -> (rows: [Control], features: OutcomeModel.Features, weights: [Double]?) {
    var all = features
    var weights = [Double](repeating: 1, count: all.fresh.rowCount)
    var rows: [Control] = []
    for step in request.followUps {
      guard let isBad = Self.outcome(step.step.state), let features = step.features,
        features.schema == spec.schema, features.values.count == all.fresh.columnCount
      else { continue }
      var row = Control(
        id: "\(step.sequence)", day: step.time.day.daysSinceEpoch, site: step.naturalKey)
      row.level = isBad ? .failing : .compliant
      // What was frozen is what was known when the site was planned.
      try all.fresh.append(features.values)
      try all.planned.append(features.values)
      weights.append(
        step.selection.reason == .random
          ? min(Self.inverseLimit, 1 / max(1e-6, step.selection.probability)) : 1)
      rows.append(row)
    }
    return (rows, all, rows.isEmpty ? nil : weights)
  }

  /// The outcome that a state of the follow-up stands for, `nil` when none is known yet.
  static func outcome(_ state: String) -> Bool? {
    typealias Code = InspectionsPanel.FollowUpCode
    switch state {
    case Code.compliant: return false
    case Code.nonCompliant, Code.notice, Code.prosecuted, Code.repaired: return true
    default: return nil
    }
  }

  /// Figures out of time: each window is predicted by a model of what came before, each row as the plan
  /// of its two months would have known it.
  private func measure(
    _ rows: [Control], _ columns: ControlColumns, _ options: TwoLogits.Options
  ) -> [TrainingSummary.Figure] {
    let days = rows.map(\.day).sorted()
    var scores: [Double] = []
    var labels: [Bool] = []
    var agents: [String] = []
    var quick = options
    quick.rounds = min(options.rounds, 100)
    for window in 0..<Self.windowCount {
      let start = days[days.count * (7 + window) / 10]
      let end = window + 1 < Self.windowCount ? days[days.count * (8 + window) / 10] : .max
      let before = rows.filter { $0.day < start }
      let test = rows.filter { $0.day >= start && $0.day < end }
      guard OutcomeModel.suffices(before), !test.isEmpty else { continue }
      let spec = Self.spec(before, columns)
      guard
        let model = try? OutcomeModel.train(before, history: [], spec: spec, options: quick),
        let matrix = try? OutcomeFeatures.matrix(
          test.map(\.withoutOutcome), history: rows, spec: spec,
          blocks: PlanBlocks(anchor: start)),
        let found = try? model.model.scores(matrix)
      else { continue }
      scores += found.map { Logistic.sigmoid($0) }
      labels += test.map { $0.isBad == true }
      agents += test.map(\.agent)
    }
    return summary(
      scores, labels, LocalizedText(fr: "contrôles", en: "inspections"),
      inside: Figures.insideAgents(scores, labels, agents))
  }

  private func summary(
    _ scores: [Double], _ labels: [Bool], _ what: LocalizedText, inside: Double? = nil
  ) -> [TrainingSummary.Figure] {
    let earlier = request.circumstances.model?.summary.figures ?? []
    func figure(
      _ name: String, _ value: Double, _ low: Double?, _ high: Double?, _ isHigh: Bool
    ) -> TrainingSummary.Figure {
      let title = LocalizedText(
        fr: "\(name), \(what.fr), prédits de ce qui précède",
        en: "\(name), \(what.en), predicted from what came before")
      return TrainingSummary.Figure(
        name: title, before: earlier.first { $0.name == title }?.after, after: value, low: low,
        high: high, higherIsBetter: isHigh)
    }
    let figures = Figures.all(scores, labels).map {
      figure($0.name, $0.value, $0.low, $0.high, $0.name != "Brier" && $0.name != "ECE")
    }
    guard let inside, !figures.isEmpty else { return figures }
    return figures + [figure("AUC in list", inside, nil, nil, true)]
  }

  // MARK: Exceedances

  private func exceedance(
    _ material: Material, _ thresholds: Thresholds, _ figures: inout [TrainingSummary.Figure],
    _ remarks: inout [LocalizedText]
  ) throws -> ExceedanceModel? {
    let parameters = Set(material.series.map(\.parameter)).sorted()
    var rows = ExceedanceModel.Rows()
    let known = parameters.filter { thresholds.threshold($0) != nil }
    for parameter in known {
      guard let threshold = thresholds.threshold(parameter) else { continue }
      let network = WaterNetwork(
        material.series.filter { $0.parameter == parameter }, stations: material.stations,
        threshold: threshold)
      try rows.add(network, limit: ExceedanceModel.rowLimit / max(1, known.count))
    }
    guard ExceedanceModel.suffices(rows) else {
      remarks.append(
        LocalizedText(
          fr: "stations : règles, faute de \(ExceedanceModel.fewestRows) prélèvements dont "
            + "\(ExceedanceModel.fewestPositives) dépassements",
          en: "stations: rules, for want of \(ExceedanceModel.fewestRows) samples with "
            + "\(ExceedanceModel.fewestPositives) exceedances"))
      return nil
    }
    var options = ExceedanceModel.options
    options.seed = request.circumstances.seed
    options.rounds = rows.labels.count < 5000 ? 120 : options.rounds
    figures += try measure(rows, options)
    return try ExceedanceModel.train(rows, options: options)
  }

  private func measure(
    _ rows: ExceedanceModel.Rows, _ options: TwoLogits.Options
  ) throws -> [TrainingSummary.Figure] {
    let days = rows.days.sorted()
    let cut = days[days.count * 7 / 10]
    let early = rows.days.indices.filter { rows.days[$0] < cut }
    let late = rows.days.indices.filter { rows.days[$0] >= cut }
    var before = ExceedanceModel.Rows()
    before.matrix = rows.matrix.selecting(early)
    before.labels = early.map { rows.labels[$0] }
    before.days = early.map { rows.days[$0] }
    guard ExceedanceModel.suffices(before) else { return [] }
    let model = try ExceedanceModel.train(before, options: options)
    let scores = try model.model.scores(rows.matrix.selecting(late)).map { Logistic.sigmoid($0) }
    return summary(
      scores, late.map { rows.labels[$0] },
      LocalizedText(fr: "prélèvements", en: "samples"))
  }

  // MARK: Decisions

  /// Acceptances and rejections teach usefulness, never risk; a row that rests (already handled, wrong
  /// data, closed) teaches nothing.
  private func usefulness(_ remarks: inout [LocalizedText]) throws -> UsefulnessModel? {
    var rows: [[Float]] = []
    var accepted: [Bool] = []
    for labelled in request.decisions where labelled.decision.part == nil {
      let isStation = labelled.naturalKey.hasPrefix("station|")
      let row = UsefulnessModel.features(
        risk: labelled.decision.seen.score, isStation: isStation)
      switch labelled.decision.verdict {
      case .accept: accepted.append(true)
      case .reject:
        let reason = InspectionsPanel.panel.rejectionReasons.first {
          $0.code == labelled.decision.reason
        }
        guard reason?.blamesEngine == true else { continue }
        accepted.append(false)
      case .later, .annotate: continue
      }
      rows.append(row)
    }
    let model = try UsefulnessModel.train(rows, accepted: accepted)
    remarks.append(
      model == nil
        ? LocalizedText(
          fr: "\(accepted.count) décisions sur l'utilité : il en faut "
            + "\(UsefulnessModel.fewestDecisions) pour qu'elles ordonnent la liste",
          en:
            "\(accepted.count) decisions on usefulness: \(UsefulnessModel.fewestDecisions) are needed "
            + "before they order the list")
        : LocalizedText(
          fr: "utilité apprise de \(accepted.count) décisions ; le risque n'en est pas changé",
          en: "usefulness learned from \(accepted.count) decisions; the risk is not changed by it"))
    return model
  }

  /// What the drawn inspections say of all sites.
  private func drawn(_ figures: inout [TrainingSummary.Figure]) {
    let outcomes = request.followUps.compactMap { step -> (probability: Double, isBad: Bool)? in
      guard step.selection.reason == .random, let isBad = Self.outcome(step.step.state) else {
        return nil
      }
      return (step.selection.probability, isBad)
    }
    guard let estimate = DrawEstimate(outcomes) else { return }
    figures.append(
      TrainingSummary.Figure(
        name: LocalizedText(
          fr: "part de non conformes parmi tous les sites, d'après \(estimate.count) tirages "
            + "(inverse de la probabilité)",
          en: "share of non-compliant among all sites, from \(estimate.count) draws (inverse "
            + "probability)"),
        before: nil, after: estimate.share, low: max(0, estimate.share - 1.96 * estimate.error),
        high: min(1, estimate.share + 1.96 * estimate.error)))
  }
}
