import Foundation
import Review
import Tables

/// Measures repeats at the same site on a folder of letters.
struct RepeatEvaluation {
  let request: EvaluationRequest

  func run(observer: any AnalysisObserver) throws -> EvaluationReport {
    let letters = try ParseEvaluation.letters(request, observer: observer)
    let demands = letters.flatMap { SiteDemand.demands(of: $0) }
    let repeats = RepeatFinder.repeats(demands, limit: 1)
    let rows = zip(demands, repeats).map { demand, found -> [String] in
      guard let best = found.first else { return [demand.id, "", "0.000000"] }
      return [demand.id, demands[best.earlier].id, EvaluationRequest.number(best.similarity)]
    }
    try request.write(
      rows, header: ["item_id", "repeat_of", "score"])
    var report = EvaluationReport(
      task: "repeats", trainCount: 0, testCount: demands.count, labelledCount: 0,
      positiveCount: 0, figures: [])
    let truth = try Self.truth(request.options["labels"] ?? [])
    guard !truth.isEmpty else { return report }
    let predicted = Dictionary(
      rows.filter { !$0[1].isEmpty }.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first }
    )
    let hits = predicted.filter { truth[$0.key] == $0.value }.count
    report.labelledCount = demands.count
    report.positiveCount = truth.count
    let precision = predicted.isEmpty ? 0 : Double(hits) / Double(predicted.count)
    let recall = Double(hits) / Double(truth.count)
    let sum = precision + recall
    report.figures = [
      .init(
        name: "F1", value: sum > 0 ? 2 * precision * recall / sum : 0,
        definition: LocalizedText(
          fr: "paires (demande, demande antérieure) exactes",
          en: "exact pairs (demand, earlier demand)")),
      .init(
        name: "precision", value: precision,
        definition: LocalizedText(fr: "paires trouvées justes", en: "found pairs that are right")),
      .init(
        name: "recall", value: recall,
        definition: LocalizedText(fr: "paires vraies trouvées", en: "true pairs found")),
    ]
    return report
  }

  /// The earlier item of each repeated one, from files in the shape of the truth.
  private static func truth(_ paths: [String]) throws -> [String: String] {
    struct Line: Decodable {
      struct Item: Decodable {
        var id: String
        var repeatOf: String?
        enum CodingKeys: String, CodingKey {
          case id
          case repeatOf = "repeat_of"
        }
      }
      var items: [Item]
    }
    var pairs: [String: String] = [:]
    for line in try LettersEvaluation.labels(paths, Line.self) {
      for item in line.items { pairs[item.id] = item.repeatOf }
    }
    return pairs
  }
}

extension SiteDemand {
  /// The items of a letter as recurrence sees them.
  static func demands(of letter: Letter) -> [SiteDemand] {
    let site = SiteKey.key(letter.site)
    return letter.items.map { item in
      SiteDemand(
        id: item.id, site: site, date: letter.date, letter: letter.key,
        isRequest: item.section.holdsRequests, text: item.text)
    }
  }
}
