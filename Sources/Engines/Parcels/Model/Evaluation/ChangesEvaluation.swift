import Foundation
import Imagery
import Learning
import Review

/// `vigie evaluate parcels changes`: learns from labelled pairs, predicts others, prints figures.
final class ChangesEvaluation {
  /// The folds of the cross-validation, by scene.
  static let foldCount = 3
  /// The folds when only one set's scenes are few.
  private let request: EvaluationRequest
  private let observer: any AnalysisObserver
  private let network: ChangeNetwork?
  private var samples: [LabelledSample] = []
  private var remarks: [LocalizedText] = []

  init(_ request: EvaluationRequest, network: ChangeNetwork?, observer: any AnalysisObserver) {
    self.request = request
    self.network = network
    self.observer = observer
  }

  func run() throws -> EvaluationReport {
    let sets = Set(request.options["set"] ?? [])
    let training = try PairList.read(request.train, sets: [], refused: observer.refused)
    let test = try PairList.read(request.test, sets: sets, refused: observer.refused)
    try learn(training)
    let wanted = Self.names(request.test.isEmpty ? samples.map(\.pair.set) : test.map(\.set))
    let chosen = sets.isEmpty ? wanted : wanted.filter { sets.contains($0) }
    var predictions: [ChangePrediction] = []
    for set in chosen {
      let held = try crossValidated(set)
      guard !request.test.isEmpty else {
        predictions += held.map { prediction in
          // The cut of a pair comes from the other scenes of its set.
          let others = held.filter { $0.pair.scene != prediction.pair.scene }
          return prediction.finished(CutChoice.best(others.isEmpty ? held : others))
        }
        continue
      }
      let cut = CutChoice.best(held)
      predictions += try predict(test.filter { $0.set == set }, set, cut)
    }
    if let url = request.predictions { try PredictionFolder.write(predictions, to: url) }
    return ChangesReport(
      task: request.task, trainCount: samples.count, predictions: predictions, remarks: remarks,
      seed: request.seed
    ).report
  }

  private static func names(_ sets: [String]) -> [String] {
    var seen: Set<String> = []
    return sets.filter { seen.insert($0).inserted }
  }

  // MARK: Learning

  private func learn(_ pairs: [LabelledPair]) throws {
    for (number, pair) in pairs.enumerated() {
      if observer.isCancelled { throw CancellationError() }
      observer.progressed(progress("lecture", "reading", number, pairs.count))
      do {
        guard
          let sample = try LabelledSample(pair, seed: request.seed &+ UInt64(number))
        else { continue }
        samples.append(sample)
      } catch let error as PNGError {
        observer.refused(error.refusal)
      } catch let error as PairError {
        observer.refused(error.refusal)
      }
    }
  }

  private func progress(
    _ fr: String, _ en: String, _ done: Int, _ total: Int
  ) -> AnalysisProgress {
    AnalysisProgress(stage: LocalizedText(fr: fr, en: en), done: done, total: total)
  }

  /// The samples that may teach about a set: those of about its resolution.
  private func teachers(_ set: String, isCoarse: Bool, without scenes: Set<String>)
    -> [LabelledSample]
  {
    samples.filter { $0.isCoarse == isCoarse && !scenes.contains($0.pair.scene) }
  }

  private func model(_ teachers: [LabelledSample], _ set: String) -> PixelModel? {
    try? LabelledSample.train(teachers, favouring: set)
  }

  // MARK: Predicting

  /// Each labelled pair of a set, predicted by a model that saw nothing of its scene.
  private func crossValidated(_ set: String) throws -> [ChangePrediction] {
    let own = samples.filter { $0.pair.set == set }
    guard let first = own.first else { return [] }
    let scenes = Self.names(own.map(\.pair.scene))
    let folds = min(Self.foldCount, scenes.count)
    var predictions: [ChangePrediction] = []
    for fold in 0..<folds {
      let held = Set(scenes.indices.filter { $0 % folds == fold }.map { scenes[$0] })
      let model = model(
        folds > 1 ? teachers(set, isCoarse: first.isCoarse, without: held) : [], set)
      for sample in own where held.contains(sample.pair.scene) {
        if observer.isCancelled { throw CancellationError() }
        predictions.append(
          try ChangePrediction(sample.pair, model: model, network: network(first.isCoarse)))
        observer.progressed(
          progress("validation croisée", "cross-validation", predictions.count, own.count))
      }
    }
    return predictions
  }

  private func network(_ isCoarse: Bool) -> ChangeNetwork? { isCoarse ? nil : network }

  private func predict(
    _ pairs: [LabelledPair], _ set: String, _ cut: CutChoice
  ) throws -> [ChangePrediction] {
    guard let first = pairs.first else { return [] }
    let isCoarse = first.metres > LabelledSample.coarseMetres
    let model = model(teachers(set, isCoarse: isCoarse, without: []), set)
    var predictions: [ChangePrediction] = []
    for pair in pairs {
      if observer.isCancelled { throw CancellationError() }
      do {
        let made = try ChangePrediction(pair, model: model, network: network(isCoarse))
        predictions.append(made.finished(cut))
      } catch let error as PNGError {
        observer.refused(error.refusal)
      } catch let error as PairError {
        observer.refused(error.refusal)
      }
      observer.progressed(progress("prédiction", "prediction", predictions.count, pairs.count))
    }
    return predictions
  }
}
