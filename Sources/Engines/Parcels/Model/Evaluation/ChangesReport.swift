import Imagery
import Learning
import Review

/// The figures of predictions, for each set, with intervals from tiles drawn anew.
struct ChangesReport {
  let task: String
  let trainCount: Int
  let predictions: [ChangePrediction]
  let remarks: [LocalizedText]
  let seed: UInt64

  private static let replicates = 300

  var report: EvaluationReport {
    var figures: [EvaluationReport.Figure] = []
    var objects = 0
    var labelled = 0
    var seen: Set<String> = []
    for set in predictions.map(\.pair.set) where seen.insert(set).inserted {
      let counts = predictions.filter { $0.pair.set == set }.compactMap(\.counts)
      guard !counts.isEmpty else { continue }
      labelled += counts.count
      objects += counts.reduce(0) { $0 + $1.objects }
      figures += self.figures(set, counts)
    }
    return EvaluationReport(
      task: task, trainCount: trainCount, testCount: predictions.count, labelledCount: labelled,
      positiveCount: objects, figures: figures,
      remarks: remarks + [
        LocalizedText(
          fr: "intervalles à 95 % : tuiles tirées avec remise, \(Self.replicates) fois",
          en: "95 % intervals: tiles drawn with replacement, \(Self.replicates) times")
      ])
  }

  private struct Measure {
    var name: String
    var fr: String
    var en: String
    var value: (ChangeCounts) -> Double
  }

  private static var measures: [Measure] {
    [
      Measure(name: "F1", fr: "F1 des pixels", en: "pixel F1") { $0.pixelF1 },
      Measure(name: "IoU", fr: "recouvrement des pixels", en: "pixel IoU") { $0.pixelIoU },
      Measure(
        name: "objF1", fr: "F1 des objets, recouvrement ≥ 0,3", en: "object F1 at IoU ≥ 0.3"
      ) { $0.objectF1 },
      Measure(
        name: "AP", fr: "précision moyenne des candidats, par objet vrai",
        en: "average precision of candidates, by true object"
      ) { $0.averagePrecision },
      Measure(
        name: "looseR", fr: "objets vrais couverts à 30 %", en: "true objects covered to 30 %"
      ) { $0.looseRecall },
      Measure(name: "cand", fr: "candidats à regarder", en: "candidates to look at") {
        Double($0.candidates.count)
      },
    ]
  }

  private func figures(_ set: String, _ counts: [ChangeCounts]) -> [EvaluationReport.Figure] {
    let pooled = counts.reduce(ChangeCounts(), +)
    var random = SplitMix64(seed: seed)
    let drawn = (0..<Self.replicates).map { _ in
      counts.indices.map { _ in counts[random.below(counts.count)] }.reduce(ChangeCounts(), +)
    }
    return Self.measures.map { measure in
      let values = drawn.map(measure.value).sorted()
      return EvaluationReport.Figure(
        name: "\(measure.name) \(set)", value: measure.value(pooled),
        low: values[Int(Double(values.count) * 0.025)],
        high: values[min(values.count - 1, Int(Double(values.count) * 0.975))],
        definition: LocalizedText(
          fr: "\(measure.fr) ; \(counts.count) paires, \(pooled.objects) objets",
          en: "\(measure.en); \(counts.count) pairs, \(pooled.objects) objects"))
    }
  }
}
