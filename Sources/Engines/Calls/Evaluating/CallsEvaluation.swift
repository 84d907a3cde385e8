import Foundation
import Learning
import Review
import Tables

/// `vigie evaluate calls`: reads the files, runs a task, writes the predictions.
struct CallsEvaluation {
  let request: EvaluationRequest

  func run(observer: any AnalysisObserver) throws -> EvaluationReport {
    let file = UtteranceFile(refused: observer.refused)
    do {
      switch request.task {
      case "intents": return try intents(file)
      case "slots": return try write(SlotEvaluation.run(try rows(file, request.test)))
      case "spoken": return try write(SpokenEvaluation.run(try rows(file, request.test)))
      default: throw EngineError.unknownName(request.task)
      }
    } catch let error as TableError {
      throw EngineError.unreadable(error.refusal)
    } catch let error as LearningError {
      throw EngineError.invalid(
        LocalizedText(
          fr: "trop peu pour apprendre : \(error)", en: "too little to learn from: \(error)"))
    }
  }

  private func rows(_ file: UtteranceFile, _ urls: [URL]) throws -> [[String: String]] {
    let sources = urls.isEmpty ? request.train : urls
    return try sources.flatMap { try file.rows($0).map(\.fields) }
  }

  private func urls(_ option: String) -> [URL] {
    (request.options[option] ?? []).map { URL(fileURLWithPath: $0) }
  }

  private func intents(_ file: UtteranceFile) throws -> EvaluationReport {
    let training = try request.train.flatMap { try file.utterances($0) }
    let test = try request.test.flatMap { try file.utterances($0) }
    var answers: [Answer] = []
    for url in urls("answers") {
      for row in try file.rows(url) {
        answers.append(try AnswerReader.answer(row.fields, number: row.line))
      }
    }
    let services = try urls("services").flatMap { url in
      try file.rows(url).map { try AnswerReader.service($0.fields) }
    }
    let evaluation = IntentEvaluation(
      training: training, test: test, answers: answers, services: services, seed: request.seed)
    let outcome = try evaluation.run()
    try request.write(outcome.lines)
    return outcome.report
  }

  private func write(
    _ outcome: (lines: [[String]], report: EvaluationReport)
  ) throws -> EvaluationReport {
    try request.write(outcome.lines)
    return outcome.report
  }
}
