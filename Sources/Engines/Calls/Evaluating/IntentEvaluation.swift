import Foundation
import Learning
import Review

/// Measures the model of intents: trains on some utterances, predicts others.
struct IntentEvaluation {
  static let foldCount = 5

  let training: [LabelledUtterance]
  let test: [LabelledUtterance]
  let answers: [Answer]
  let services: [RedirectService]
  let seed: UInt64

  /// What was predicted for an utterance.
  struct Prediction {
    var label: String
    var intent: String
    var confidence: Double
    var decision: TurnDecision
  }

  func run() throws -> (lines: [[String]], report: EvaluationReport) {
    var predictions: [Prediction]
    var thresholds: [DecisionThresholds] = []
    if test.isEmpty {
      predictions = try crossValidate(&thresholds)
    } else {
      let outcome = try train(training)
      thresholds = [outcome.model.thresholds]
      predictions = predict(test, outcome.model)
    }
    let known = Set(training.map(\.intent)).union(answers.map(\.intent))
    let lines =
      [["intent", "confidence", "decision"]]
      + predictions.map {
        [$0.intent, String(format: "%.6f", $0.confidence), $0.decision.rawValue]
      }
    let figures = IntentFigures(
      predictions, known: known.filter { !TrainingLine.isOutOfScope($0) })
    return (lines, figures.report(trainCount: training.count, thresholds: thresholds))
  }

  private func train(_ utterances: [LabelledUtterance]) throws -> IntentTraining.Outcome {
    var lines = LineBuilder.lines(utterances)
    if answers.isEmpty {
      lines += LineBuilder.names(of: utterances.map(\.intent))
    } else {
      lines += LineBuilder.lines(answers)
    }
    lines += LineBuilder.lines(services)
    return try IntentTraining(
      lines: lines, seed: seed, unanswered: LineBuilder.unanswered(answers)
    ).run()
  }

  private func predict(_ rows: [LabelledUtterance], _ model: IntentModel) -> [Prediction] {
    // The newest day on which a person checked an answer stands for today.
    let policy = DialoguePolicy(
      thresholds: model.thresholds, answers: answers, services: services,
      today: answers.compactMap(\.checked).max())
    return Parallel.map(rows) { row in
      let understanding = model.understand(row.text)
      return Prediction(
        label: row.intent, intent: understanding.intent, confidence: understanding.confidence,
        decision: policy.decide(understanding))
    }
  }

  private func crossValidate(_ thresholds: inout [DecisionThresholds]) throws -> [Prediction] {
    // The same words said twice stay together.
    let folds = Folds.stratifiedByGroup(
      training.map { Utterance($0.text).line },
      labels: training.map { TrainingLine.isOutOfScope($0.intent) }, folds: Self.foldCount,
      seed: seed)
    var predictions = [Prediction?](repeating: nil, count: training.count)
    for fold in 0..<Self.foldCount {
      let outcome = try train(training.indices.filter { folds[$0] != fold }.map { training[$0] })
      thresholds.append(outcome.model.thresholds)
      let rows = training.indices.filter { folds[$0] == fold }
      for (row, prediction) in zip(rows, predict(rows.map { training[$0] }, outcome.model)) {
        predictions[row] = prediction
      }
    }
    return predictions.compactMap { $0 }
  }
}
