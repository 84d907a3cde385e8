import Foundation
import Learning
import Review

/// Learns a candidate: what scenes taught, moved by what agents decided here.
struct ParcelsTraining {
  /// What an agent's decision counts beside a row read back from Aigle.
  private static let decisionWeight = 3.0
  /// The largest weight of a row that was drawn with a small probability.
  private static let largestWeight = 10.0
  /// The fewest rows of each kind to calibrate and to measure with.
  private static let fewest = 8
  private static let folds = 5

  let request: TrainingRequest

  func run(
    records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    let base = try RegionJudge(nil, shipped: ShippedModel.current).regions
    let decided = decisions()
    let keys = Set(request.decisions.map(\.naturalKey))
    let earlier = try examples(records, without: keys)
    let rows = decided + earlier
    observer.progressed(
      AnalysisProgress(
        stage: LocalizedText(fr: "apprentissage", en: "learning"), done: 1, total: 2))
    let pixels = try DecidedPixels(request, records: records, observer: observer)
    let said = pixels.heldOut
    let held = zip(Self.heldOut(rows, base, seed: request.circumstances.seed), rows).map {
      $0 + (said[$1.key] ?? 0)
    }
    var model = ParcelsModel(
      regions: base.learning(from: rows),
      calibration: ShippedModel.current?.calibration ?? .identity)
    if Self.suffices(rows),
      let fitted = try? PlattScaling(
        fitting: held, labels: rows.map(\.isNew), weights: rows.map(\.weight)), fitted.slope > 0
    {
      model.calibration = fitted
      model.isCalibrated = true
    }
    model.pixels = pixels.model
    return .candidate(
      content: model.data(),
      summary: TrainingSummary(
        exampleCount: earlier.count, decisionCount: decided.count,
        lastSequence: request.lastSequence, figures: figures(rows, held, base),
        remarks: remarks(rows, decided.count)))
  }

  static func suffices(_ rows: [KnownRegion]) -> Bool {
    let positives = rows.count(where: \.isNew)
    return positives >= fewest && rows.count - positives >= fewest
  }

  // MARK: Rows

  /// What agents decided of objects. A rejection that does not blame the engine (« légal ») says that
  /// the object is real: that is what is learned here.
  private func decisions() -> [KnownRegion] {
    let groups = Groups()
    return request.decisions.compactMap { labelled in
      guard labelled.decision.part == nil, let features = labelled.features,
        features.schema == RegionMeasure.schema, features.values.count == RegionMeasure.count,
        let isNew = Self.isNew(labelled.decision)
      else { return nil }
      return KnownRegion(
        measures: features.values, isNew: isNew,
        type: labelled.decision.correction[ParcelsActions.correctionField].flatMap {
          ObjectType(named: $0)
        },
        weight: Self.decisionWeight * weight(labelled.selection),
        group: groups.number(labelled.naturalKey), key: labelled.naturalKey)
    }
  }

  static func isNew(_ decision: Decision) -> Bool? {
    switch decision.verdict {
    case .accept: return true
    case .reject:
      if decision.reason == "legal" { return true }
      let reason = ParcelsPanel.panel.rejectionReasons.first { $0.code == decision.reason }
      return reason?.blamesEngine == true ? false : nil
    case .later, .annotate: return nil
    }
  }

  private func weight(_ selection: Selection) -> Double {
    guard selection.reason == .random, selection.probability > 0 else { return 1 }
    return min(Self.largestWeight, 1 / selection.probability)
  }

  private func examples(
    _ records: any RecordSource, without keys: Set<String>
  ) throws -> [KnownRegion] {
    let groups = Groups()
    var rows: [KnownRegion] = []
    try records.forEachExample(project: .parcels, task: DecidedPlaces.task) { example in
      guard !keys.contains(example.key), let label = example.label,
        example.features.schema == RegionMeasure.schema,
        example.features.values.count == RegionMeasure.count
      else { return true }
      rows.append(
        KnownRegion(
          measures: example.features.values, isNew: label >= 0.5, type: nil,
          weight: example.weight, group: groups.number(example.key)))
      return true
    }
    return rows
  }

  /// Numbers for the pairs of natural keys: objects of one pair stay together.
  private final class Groups {
    private var numbers: [Substring: Int] = [:]

    func number(_ key: String) -> Int {
      let pair = key.prefix { $0 != "|" }
      if let number = numbers[pair] { return number }
      numbers[pair] = numbers.count
      return numbers.count - 1
    }
  }

  // MARK: Figures

  /// The log-odds of each row by a model that did not see it: folds by pair when there are enough
  /// pairs, else by row.
  static func heldOut(_ rows: [KnownRegion], _ base: RegionModel, seed: UInt64) -> [Double] {
    let groups = Set(rows.map(\.group)).count
    let chosen =
      groups >= folds
      ? rows.map { $0.group % folds }
      : Folds.stratified(rows.map(\.isNew), folds: folds, seed: seed)
    var scores = [Double](repeating: 0, count: rows.count)
    for fold in 0..<folds {
      let model = base.learning(from: rows.indices.filter { chosen[$0] != fold }.map { rows[$0] })
      for index in rows.indices where chosen[index] == fold {
        scores[index] = model.logOdds(rows[index].measures)
      }
    }
    return scores
  }

  private func figures(
    _ rows: [KnownRegion], _ held: [Double], _ base: RegionModel
  ) -> [TrainingSummary.Figure] {
    guard Self.suffices(rows) else { return [] }
    let labels = rows.map(\.isNew)
    func metrics(_ scores: [Double]) -> BinaryMetrics? {
      try? BinaryMetrics(scores: scores.map { Logistic.sigmoid($0) }, labels: labels)
    }
    // The model in use may have seen these rows: it is compared as the program ships it.
    guard let before = metrics(rows.map { base.logOdds($0.measures) }), let after = metrics(held)
    else { return [] }
    let wanted: [(BinaryMetrics.Metric, String, Bool)] = [
      (.averagePrecision, "AP", true), (.auc, "AUC", true), (.brier, "Brier", false),
    ]
    return wanted.map { metric, name, isBetterHigh in
      let interval = after.interval(metric, replicates: 200)
      return TrainingSummary.Figure(
        name: LocalizedText(
          fr: "\(name) objets décidés, hors plis (avant : modèle livré)",
          en: "\(name) decided objects, out of folds (before: shipped model)"),
        before: before[metric], after: interval.value, low: interval.low, high: interval.high,
        higherIsBetter: isBetterHigh)
    }
  }

  private func remarks(_ rows: [KnownRegion], _ decided: Int) -> [LocalizedText] {
    var remarks = [
      LocalizedText(
        fr: "\(decided) décisions d'agents, \(rows.count - decided) statuts relus d'Aigle",
        en: "\(decided) decisions of agents, \(rows.count - decided) statuses read back from Aigle")
    ]
    if !Self.suffices(rows) {
      remarks.append(
        LocalizedText(
          fr: "moins de \(Self.fewest) objets réels ou de \(Self.fewest) fausses alertes décidés : "
            + "scores en règle, sans pourcentage, car rien ne les calibre ici",
          en: "fewer than \(Self.fewest) real objects or \(Self.fewest) false alarms decided: "
            + "scores stay a rule, without percentages, since nothing calibrates them here"))
    }
    return remarks
  }
}
