import Language
import Learning
import Review

/// Learns a candidate: the vigilance of sentences from judged passages and the ranking of demands
/// from decisions.
struct LettersTraining {
  /// The largest number of items of letters in the pool of sentences without a label.
  private static let poolLimit = 3_000

  let request: TrainingRequest

  func run(
    records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    let judged = try LetterMaterial.judged(records)
    observer.progressed(Self.progress(1))
    let rows = decided()
    let vigilant = judged.count { $0.isVigilant }
    let fewest = min(vigilant, judged.count - vigilant)
    guard fewest >= VigilanceTraining.fewestOfClass || enough(rows) else {
      return .tooLittle(tooLittle(judged.count, rows.count))
    }
    let previous = try request.circumstances.model.map { try LettersModel($0) }
    let digest = Self.digest(judged)
    var (result, poolCount) = (VigilanceTraining.Measured(model: .shipped), 0)
    if let previous, previous.judgedDigest == digest {
      // Decisions on demands change the ranking of demands; sentences are learned anew only when
      // other sentences were judged.
      result.model = previous.vigilance
    } else {
      (result, poolCount) = try vigilance(judged, records, observer)
    }
    let model = LettersModel(
      vigilance: result.model, items: try ItemModel.train(rows),
      decisionCount: enough(rows) ? rows.count : 0, judgedDigest: digest)
    observer.progressed(Self.progress(4))
    return .candidate(
      content: model.data,
      summary: TrainingSummary(
        exampleCount: judged.count, decisionCount: rows.count, lastSequence: request.lastSequence,
        figures: try figures(result, rows), remarks: remarks(judged.count, rows.count, poolCount)))
  }

  private func vigilance(
    _ judged: [JudgedPassage], _ records: any RecordSource, _ observer: any AnalysisObserver
  ) throws -> (VigilanceTraining.Measured, poolCount: Int) {
    let reader = try PassageReader()
    let passages = try LetterSample(limit: Self.poolLimit).passages(
      records, leaving: Set(judged.map(\.text)))
    let pool = VigilanceTraining.rows(passages, reader: reader)
    observer.progressed(Self.progress(2))
    let result = try VigilanceTraining(seed: request.circumstances.seed).trainMeasured(
      VigilanceTraining.rows(judged, reader: reader), pool: pool)
    observer.progressed(Self.progress(3))
    return (result, pool.count)
  }

  /// A digest of judged passages: the same passages with the same judgements give the same; never 0.
  static func digest(_ judged: [JudgedPassage]) -> UInt64 {
    var hash = StableHash()
    for passage in judged {
      hash.combine("\(passage.id)\u{1F}\(passage.level)\u{1F}\(passage.text)\u{1E}".utf8)
    }
    return hash.value | 1
  }

  private static func progress(_ done: Int) -> AnalysisProgress {
    AnalysisProgress(
      stage: LocalizedText(fr: "apprentissage", en: "learning"), done: done, total: 4)
  }

  // MARK: Decisions

  /// What was found on site counts in full; what agents judged, a little less.
  private func decided() -> [ItemModel.Row] {
    var rows: [ItemModel.Row] = []
    var checked: Set<String> = []
    for step in request.followUps {
      let isBad: Bool
      switch step.step.state {
      case LettersPanel.FollowUpCode.confirmed: isBad = true
      case LettersPanel.FollowUpCode.corrected: isBad = false
      default: continue
      }
      guard let features = step.features.flatMap({ ItemFeatures($0) }) else { continue }
      checked.insert(step.naturalKey)
      rows.append(ItemModel.Row(features: features, isToCheck: isBad, weight: 1))
    }
    for labelled in request.decisions
    where labelled.decision.part == nil && !checked.contains(labelled.naturalKey) {
      guard let isToCheck = Self.judgement(labelled.decision),
        let features = labelled.features.flatMap({ ItemFeatures($0) })
      else { continue }
      rows.append(ItemModel.Row(features: features, isToCheck: isToCheck, weight: 0.8))
    }
    return rows
  }

  /// Whether an agent wants to check; `nil` when the decision does not say.
  static func judgement(_ decision: Decision) -> Bool? {
    switch decision.verdict {
    case .accept: return true
    case .reject:
      let reason = LettersPanel.panel.rejectionReasons.first { $0.code == decision.reason }
      return reason?.blamesEngine == true ? false : nil
    case .later, .annotate: return nil
    }
  }

  private func enough(_ rows: [ItemModel.Row]) -> Bool {
    let positives = rows.count { $0.isToCheck }
    return positives >= ItemModel.fewestOfKind
      && rows.count - positives >= ItemModel.fewestOfKind
  }

  private func tooLittle(_ judged: Int, _ decided: Int) -> LocalizedText {
    LocalizedText(
      fr: "trop peu pour apprendre : \(judged) passages jugés et \(decided) décisions ; il faut "
        + "\(VigilanceTraining.fewestOfClass) passages de chaque sorte, ou "
        + "\(ItemModel.fewestOfKind) acceptations et autant de rejets",
      en: "too little to learn from: \(judged) judged passages and \(decided) decisions; "
        + "\(VigilanceTraining.fewestOfClass) passages of each kind are needed, or "
        + "\(ItemModel.fewestOfKind) acceptances and as many rejections")
  }

  // MARK: Figures

  private func figures(
    _ result: VigilanceTraining.Measured, _ rows: [ItemModel.Row]
  ) throws -> [TrainingSummary.Figure] {
    var figures: [TrainingSummary.Figure] = []
    let metrics = try? BinaryMetrics(scores: result.probabilities, labels: result.labels)
    for (metric, short, isHigh) in [
      (BinaryMetrics.Metric.averagePrecision, "AP", true), (.brier, "Brier", false),
    ] {
      let name = LocalizedText(
        fr: "\(short) phrases vigilantes, hors plis",
        en: "\(short) vigilant sentences, out of folds")
      if let metrics {
        figures.append(figure(name, metrics.interval(metric, replicates: 200), isHigh))
      } else if var kept = known(name) {
        // The same sentences' model as before.
        kept.before = kept.after
        figures.append(kept)
      }
    }
    figures += try itemFigures(rows)
    return figures
  }

  private func figure(
    _ name: LocalizedText, _ interval: ValueInterval, _ isHigh: Bool
  ) -> TrainingSummary.Figure {
    let earlier = known(name)
    return TrainingSummary.Figure(
      name: name, before: earlier?.after, after: interval.value, low: interval.low,
      high: interval.high, higherIsBetter: isHigh)
  }

  private func known(_ name: LocalizedText) -> TrainingSummary.Figure? {
    request.circumstances.model?.summary.figures.first { $0.name == name }
  }

  /// The mean log-loss on decisions: the model in use, and the candidate out of fold.
  private func itemFigures(_ rows: [ItemModel.Row]) throws -> [TrainingSummary.Figure] {
    let labels = rows.map(\.isToCheck)
    guard rows.count >= 10, labels.contains(true), labels.contains(false) else { return [] }
    let previous = try request.circumstances.model.map { try LettersModel($0) } ?? .shipped
    let folds = Folds.stratified(labels, folds: 5, seed: request.circumstances.seed)
    var after = [Double](repeating: 0.5, count: rows.count)
    for fold in 0..<5 {
      let model = try ItemModel.train(rows.indices.filter { folds[$0] != fold }.map { rows[$0] })
      for row in rows.indices where folds[row] == fold {
        after[row] = Logistic.sigmoid(model.logOdds(rows[row].features))
      }
    }
    let before = rows.map { Logistic.sigmoid(previous.items.logOdds($0.features)) }
    guard let old = try? BinaryMetrics(scores: before, labels: labels),
      let new = try? BinaryMetrics(scores: after, labels: labels)
    else { return [] }
    return [
      TrainingSummary.Figure(
        name: LocalizedText(
          fr: "perte logarithmique des demandes décidées", en: "log-loss on decided demands"),
        before: old[.logLoss], after: new[.logLoss], higherIsBetter: false)
    ]
  }

  private func remarks(_ judged: Int, _ decided: Int, _ pool: Int) -> [LocalizedText] {
    var remarks: [LocalizedText] = []
    remarks.append(
      LocalizedText(
        fr: "\(judged) passages jugés, \(pool) sans étiquette, \(decided) décisions",
        en: "\(judged) judged passages, \(pool) without a label, \(decided) decisions"))
    if decided < 10 {
      remarks.append(
        LocalizedText(
          fr: "classement des demandes : poids d’experts, faute de décisions",
          en: "ranking of demands: experts’ weights, for want of decisions"))
    }
    return remarks
  }
}
