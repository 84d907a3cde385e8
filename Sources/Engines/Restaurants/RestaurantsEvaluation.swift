import Foundation
import Review
import Tables

/// `vigie evaluate restaurants`: reads the files, runs a task, writes the predictions.
struct RestaurantsEvaluation {
  let request: EvaluationRequest

  func run(observer: any AnalysisObserver) throws -> EvaluationReport {
    let training = try read(request.train, observer)
    let test = try read(request.test, observer)
    let labels = try read(urls("labels"), observer).labels
    switch request.task {
    case "sentiment":
      let outcome = try TextEvaluation.sentiment(
        training: training.reviews, test: test.reviews, seed: request.seed)
      try write(outcome, isSanitary: false)
      return outcome.report
    case "sanitary":
      let outcome = try TextEvaluation.sanitary(
        training: training.reviews, test: test.reviews, labels: labels + training.labels,
        seed: request.seed)
      try write(outcome, isSanitary: true)
      return outcome.report
    case "establishment":
      return try establishment(training, test, try read(urls("history"), observer))
    default: throw EngineError.unknownName(request.task)
    }
  }

  private func urls(_ option: String) -> [URL] {
    (request.options[option] ?? []).map { URL(fileURLWithPath: $0) }
  }

  private func read(
    _ urls: [URL], _ observer: any AnalysisObserver
  ) throws -> RestaurantSources {
    guard !urls.isEmpty else { return RestaurantSources() }
    return try SourceReader(pseudonymSalt: "evaluation").read(
      urls, progress: observer.progressed, isCancelled: { observer.isCancelled },
      refused: observer.refused)
  }

  private func establishment(
    _ training: RestaurantSources, _ test: RestaurantSources, _ history: RestaurantSources
  ) throws -> EvaluationReport {
    let evaluation =
      test.inspections.isEmpty
      ? try EstablishmentEvaluation.crossValidate(
        training.inspections, history: history.inspections)
      : try EstablishmentEvaluation.run(
        training: training.inspections, history: history.inspections, test: test.inspections)
    let rows = evaluation.predictions.map { [$0.number, EvaluationRequest.number($0.score)] }
    try request.write(rows, header: ["Numero_inspection", "score"])
    return evaluation.report
  }

  private func write(_ outcome: TextEvaluation.Outcome, isSanitary: Bool) throws {
    let rows = outcome.predictions.map { prediction in
      let score = [prediction.id, EvaluationRequest.number(prediction.score)]
      return isSanitary ? score + [prediction.types, prediction.spans] : score
    }
    try request.write(
      rows, header: isSanitary ? ["id_avis", "score", "types", "spans"] : ["id_avis", "score"])
  }
}
