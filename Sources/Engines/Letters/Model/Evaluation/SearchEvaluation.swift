import Foundation
import Language
import Review
import Tables

/// Measures the search: the passages of a folder of letters that answer each query, best first.
struct SearchEvaluation {
  let request: EvaluationRequest

  func run(observer: any AnalysisObserver) throws -> EvaluationReport {
    let index = PassageIndex(try ParseEvaluation.letters(request, observer: observer))
    let queries = try (request.options["queries"] ?? []).flatMap { path in
      SearchQuery.list(in: try LettersEvaluation.text(of: path))
    }
    var rows: [[String]] = []
    var seconds: [Double] = []
    for query in queries {
      let start = DispatchTime.now().uptimeNanoseconds
      let hits = index.search(SearchQuery(query), limit: index.passages.count)
      seconds.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
      for (rank, hit) in hits.enumerated() {
        rows.append([
          query, String(rank + 1), index.name(of: index.passages[hit]), index.passages[hit].text,
        ])
      }
    }
    try request.write(
      rows, header: ["query", "rank", "letter", "passage"])
    var report = EvaluationReport(
      task: "search", trainCount: 0, testCount: index.passages.count, labelledCount: 0,
      positiveCount: 0, figures: [])
    guard !queries.isEmpty else {
      report.remarks.append(
        LocalizedText(
          fr: "donnez les recherches, une par ligne : --queries FICHIER",
          en: "give the searches, one a line: --queries FILE"))
      return report
    }
    let sorted = seconds.sorted()
    report.figures = [
      .init(
        name: "answers", value: Double(rows.count) / Double(queries.count),
        definition: LocalizedText(fr: "passages par recherche", en: "passages a search")),
      .init(
        name: "median ms", value: sorted[sorted.count / 2],
        definition: LocalizedText(fr: "durée médiane, en mémoire", en: "median time, in memory")),
      .init(
        name: "p95 ms", value: sorted[min(sorted.count - 1, sorted.count * 95 / 100)],
        definition: LocalizedText(fr: "95e centile, en mémoire", en: "95th centile, in memory")),
    ]
    return report
  }
}
