import Foundation
import Language
import Learning
import Review
import Tables

/// Measures the themes of sentences.
struct ThemeEvaluation {
  let request: EvaluationRequest

  func run(observer: any AnalysisObserver) throws -> EvaluationReport {
    let training = try SentenceRow.read(request.train, refused: observer.refused)
    let test = try SentenceRow.read(request.test, refused: observer.refused)
    let finder = try ThemeFinder()
    let isCrossValidated = test.isEmpty
    let hidden = Set(test.map(\.key))
    let learned = training.filter { !$0.themes.isEmpty || $0.predicted?.isEmpty == false }
      .filter { !hidden.contains($0.key) }
    let rows = ThemeTraining.rows(learned.map { Self.passage($0) }, finder: finder)
    let shown = isCrossValidated ? learned : test
    let answers =
      isCrossValidated
      ? try crossValidate(rows)
      : try answers(
        ThemeTraining.rows(test.map { Self.passage($0) }, finder: finder),
        ThemeTraining(seed: request.seed).train(rows))
    try request.write(
      zip(shown, answers).map { row, answer in
        [
          row.id, answer.theme.rawValue, EvaluationRequest.number(answer.score),
          answer.abstains ? "1" : "0",
        ]
      }, header: ["id", "theme", "score", "abstain"])
    return report(shown, answers, trainCount: rows.count, isCrossValidated: isCrossValidated)
  }

  private static func passage(_ row: SentenceRow) -> ThemedPassage {
    ThemedPassage(
      id: row.id, text: row.text, group: row.block.isEmpty ? row.id : row.block,
      annotated: row.themes, predicted: row.predicted ?? [])
  }

  private func answers(
    _ rows: [ThemeTraining.Row], _ model: ThemeModel
  ) -> [ThemeModel.Answer] {
    Parallel.map(rows) { model.answer($0.text, counts: $0.counts) }
  }

  private func crossValidate(_ rows: [ThemeTraining.Row]) throws -> [ThemeModel.Answer] {
    let folds = Folds.grouped(
      rows.map(\.passage.group), folds: LettersEvaluation.folds, seed: request.seed)
    var result: [Int: ThemeModel.Answer] = [:]
    for fold in 0..<LettersEvaluation.folds {
      let inside = rows.indices.filter { folds[$0] == fold }
      let model = try ThemeTraining(seed: request.seed).train(
        rows.indices.filter { folds[$0] != fold }.map { rows[$0] })
      for (index, answer) in zip(inside, answers(inside.map { rows[$0] }, model)) {
        result[index] = answer
      }
    }
    return rows.indices.compactMap { result[$0] }
  }

  private func report(
    _ rows: [SentenceRow], _ answers: [ThemeModel.Answer], trainCount: Int, isCrossValidated: Bool
  ) -> EvaluationReport {
    let accepted = zip(rows, answers).filter { $0.0.accepted?.isEmpty == false }
    let annotated = zip(rows, answers).filter { !$0.0.themes.isEmpty }
    var report = EvaluationReport(
      task: "themes", trainCount: trainCount, testCount: rows.count,
      labelledCount: max(accepted.count, annotated.count), positiveCount: accepted.count,
      figures: [])
    if isCrossValidated { report.remarks.append(LettersEvaluation.crossValidated) }
    if !accepted.isEmpty {
      report.figures += figures(
        accepted.map { ($0.1, $0.0.accepted ?? []) }, "",
        LocalizedText(fr: "thèmes admis par un lecteur", en: "themes a reader accepts"))
    }
    if !annotated.isEmpty {
      report.figures += figures(
        annotated.map { ($0.1, $0.0.themes) }, " annotation",
        LocalizedText(
          fr: "annotation (elle-même bruitée)", en: "annotation (itself noisy)"))
      let others = annotated.filter { $0.0.predicted?.isEmpty == false }
      if !others.isEmpty {
        report.figures.append(
          LettersEvaluation.share(
            others.map { !($0.0.predicted ?? []).isDisjoint(with: $0.0.themes) },
            name: "SIANCE annotation",
            LocalizedText(
              fr: "prédictions enregistrées de SIANCE, là où il répond",
              en: "stored predictions of SIANCE, where it answers")))
      }
    }
    return report
  }

  private func figures(
    _ pairs: [(ThemeModel.Answer, Set<LetterTheme>)], _ suffix: String, _ truth: LocalizedText
  ) -> [EvaluationReport.Figure] {
    let answered = pairs.filter { !$0.0.abstains }
    return [
      LettersEvaluation.share(
        pairs.map { $0.1.contains($0.0.theme) }, name: "P@1" + suffix,
        LocalizedText(
          fr: "meilleur thème parmi : \(truth.fr)", en: "best theme among: \(truth.en)")),
      LettersEvaluation.share(
        answered.map { $0.1.contains($0.0.theme) }, name: "P@1 ans." + suffix,
        LocalizedText(fr: "là où le modèle répond", en: "where the model answers")),
      LettersEvaluation.share(
        pairs.map { !$0.0.abstains }, name: "answered" + suffix,
        LocalizedText(fr: "part répondue", en: "share answered")),
    ]
  }
}
