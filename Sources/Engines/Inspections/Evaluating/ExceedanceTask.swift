import Foundation
import Learning
import Review
import Tables

/// `evaluate inspections exceedance`: whether a station-day exceeds the threshold, from what was
/// measured before.
struct ExceedanceTask {
  private let evaluation: InspectionsEvaluation
  private var request: EvaluationRequest { evaluation.request }

  init(_ evaluation: InspectionsEvaluation) { self.evaluation = evaluation }

  private struct Prediction {
    var station: String
    var day: Int32
    var label: Bool?
    var score: Double
    /// The last value before, `nil` without an earlier measurement.
    var previous: Float?
  }

  func run() throws -> EvaluationReport {
    let parameter = Int32(evaluation.value("parameter") ?? "1340") ?? 1340
    guard
      let threshold = evaluation.value("threshold").flatMap({ Double($0) })
        ?? SandreTable.parameters[parameter]?.threshold, threshold > 0
    else {
      throw EngineError.invalid(
        LocalizedText(fr: "--threshold manque", en: "--threshold is missing"))
    }
    var reader = SourceReader(salt: "evaluation")
    reader.hashesFiles = false
    reader.keepsBlanks = true
    let sources = try reader.read(
      request.train + request.test + evaluation.urls("stations"), observer: evaluation.observer)
    let network = network(sources, parameter, threshold)
    let starts = try starts(network)
    var predictions: [Prediction] = []
    var remarks: [LocalizedText] = []
    var trainCount = 0
    for (place, start) in starts.enumerated() {
      evaluation.step(place, of: starts.count)
      let end = place + 1 < starts.count ? starts[place + 1] : Int32.max
      let part = try predict(network, sources, parameter, start..<end, &remarks)
      predictions += part.predictions
      trainCount = max(trainCount, part.count)
    }
    try evaluation.request.write(
      predictions.map {
        [
          $0.station, CalendarDate(daysSinceEpoch: $0.day).iso,
          EvaluationRequest.number($0.score),
        ]
      }, header: ["code_station", "date_prelevement", "score"])
    return report(predictions, trainCount, remarks)
  }

  private func network(
    _ sources: InspectionSources, _ parameter: Int32, _ threshold: Double
  ) -> WaterNetwork {
    var series = WaterSeries.all(sources.measurements).filter { $0.parameter == parameter }
    // Stations that are only to be predicted need a place too.
    let known = Set(series.map(\.station))
    let blank = Set(
      sources.measurements.blanks.filter { $0.parameter == parameter }.map {
        sources.measurements.stations[Int($0.station)]
      })
    for station in blank.subtracting(known).sorted() {
      series.append(WaterSeries(station: station, parameter: parameter, points: []))
    }
    return WaterNetwork(series, stations: sources.stations.stations, threshold: threshold)
  }

  /// The days from which rows are predicted, each from what came before: `--from`, else three of the
  /// last third of the measurements.
  private func starts(_ network: WaterNetwork) throws -> [Int32] {
    if let text = evaluation.value("from") {
      guard let date = CalendarDate(iso: text) else {
        throw EngineError.invalid(
          LocalizedText(
            fr: "--from : « \(text) » trouvé, une date AAAA-MM-JJ attendue",
            en: "--from: found “\(text)”, expected a date YYYY-MM-DD"))
      }
      return [date.daysSinceEpoch]
    }
    let days = network.events.map(\.day)
    guard days.count > 30 else { throw EngineError.invalid(Self.tooLittle) }
    return Array(Set([0.55, 0.7, 0.85].map { days[Int(Double(days.count) * $0)] })).sorted()
  }

  private static let tooLittle = LocalizedText(
    fr: "trop peu de mesures avant la date", en: "too few measurements before the date")

  private func predict(
    _ network: WaterNetwork, _ sources: InspectionSources, _ parameter: Int32,
    _ days: Range<Int32>, _ remarks: inout [LocalizedText]
  ) throws -> (predictions: [Prediction], count: Int) {
    var rows = ExceedanceModel.Rows()
    let first = try InspectionsEvaluation.processorTime {
      try rows.add(network, before: days.lowerBound)
    }
    guard ExceedanceModel.suffices(rows) else { throw EngineError.invalid(Self.tooLittle) }
    var model: ExceedanceModel?
    var options = ExceedanceModel.options
    options.seed = request.seed
    let second = try InspectionsEvaluation.processorTime {
      model = try ExceedanceModel.train(rows, options: options)
    }
    guard let model else { return ([], 0) }
    var predictions = targets(network, sources, parameter, days)
    let numbers = Dictionary(
      network.series.enumerated().map { ($1.station, $0) }, uniquingKeysWith: { first, _ in first })
    var scores: [Double] = []
    var asked = DenseMatrix(columnCount: ExceedanceSpec.columns.count)
    let third = try InspectionsEvaluation.processorTime {
      asked = try ExceedanceFeatures(network).matrix(
        predictions.map { .init(series: numbers[$0.station] ?? 0, day: $0.day) })
      scores = try model.model.scores(asked)
    }
    let written = Dictionary(
      zip(sources.measurements.stations, sources.measurements.written),
      uniquingKeysWith: { first, _ in first })
    for index in predictions.indices {
      predictions[index].score = Logistic.sigmoid(scores[index])
      predictions[index].station = written[predictions[index].station] ?? predictions[index].station
    }
    try dump(rows, asked, predictions, days.lowerBound)
    remarks += [
      InspectionsEvaluation.seconds("caractéristiques", "features", first),
      InspectionsEvaluation.seconds("modèle appris", "model trained", second),
      InspectionsEvaluation.seconds(
        "caractéristiques et prédiction", "features and prediction", third),
    ]
    return (predictions, rows.labels.count)
  }

  /// What the model saw, for peers: the targets of the task only.
  private func dump(
    _ rows: ExceedanceModel.Rows, _ asked: DenseMatrix, _ predictions: [Prediction], _ start: Int32
  ) throws {
    guard let folder = evaluation.value("features") else { return }
    let dump = FeatureDump(
      folder: URL(fileURLWithPath: folder), columns: ExceedanceSpec.columns)
    let places = predictions.indices.filter {
      predictions[$0].label != nil && predictions[$0].previous != nil
    }
    try dump.write(
      "train-\(start)", rows.matrix, labels: rows.labels.map { $0 }, days: rows.days)
    try dump.write(
      "test-\(start)", asked.selecting(places), labels: places.map { predictions[$0].label },
      days: places.map { predictions[$0].day })
    try dump.write(
      scores: "vigie-\(start)", ["score": places.map { predictions[$0].score }])
  }

  /// The station-days to predict, in the order of day and station.
  private func targets(
    _ network: WaterNetwork, _ sources: InspectionSources, _ parameter: Int32, _ days: Range<Int32>
  ) -> [Prediction] {
    var found: [Prediction] = []
    var measured: Set<String> = []
    for series in network.series {
      for (place, point) in series.points.enumerated() where days.contains(point.day) {
        measured.insert("\(series.station) \(point.day)")
        found.append(
          Prediction(
            station: series.station, day: point.day,
            label: Double(point.value) > network.threshold, score: 0,
            previous: place > 0 ? series.points[place - 1].value : nil))
      }
    }
    for blank in sources.measurements.blanks
    where blank.parameter == parameter && days.contains(blank.day) {
      let station = sources.measurements.stations[Int(blank.station)]
      guard measured.insert("\(station) \(blank.day)").inserted else { continue }
      found.append(Prediction(station: station, day: blank.day, label: nil, score: 0))
    }
    return found.sorted { ($0.day, $0.station) < ($1.day, $1.station) }
  }

  private func report(
    _ predictions: [Prediction], _ trainCount: Int, _ remarks: [LocalizedText]
  ) -> EvaluationReport {
    // A station never measured before is no target of the task; it is predicted all the same.
    let labelled = predictions.filter { $0.label != nil && $0.previous != nil }
    let labels = labelled.map { $0.label == true }
    let limit = Float(
      evaluation.value("threshold").flatMap { Double($0) } ?? 25)
    let onset = labelled.filter { ($0.previous ?? 0) <= limit }
    var figures = Figures.all(labelled.map(\.score), labels)
    figures += Figures.all(
      onset.map(\.score), onset.map { $0.label == true }, suffix: " onset")
    return EvaluationReport(
      task: "exceedance", trainCount: trainCount, testCount: predictions.count,
      labelledCount: labelled.count, positiveCount: labels.count { $0 }, figures: figures,
      remarks: remarks + [
        LocalizedText(
          fr: "onset : la mesure précédente ne dépassait pas le seuil ; \(onset.count) cas, "
            + "\(onset.count { $0.label == true }) positifs",
          en: "onset: the measurement before did not exceed the threshold; \(onset.count) rows, "
            + "\(onset.count { $0.label == true }) positive")
      ])
  }
}
