import Foundation
import Imagery
import Learning
import Review

/// `vigie evaluate parcels changes`: learns from labelled pairs, predicts others, prints figures.
final class ChangesEvaluation {
  /// The folds of the cross-validation, by scene.
  static let foldCount = 3
  private let request: EvaluationRequest
  private let observer: any AnalysisObserver
  private let network: ChangeNetwork?
  private var samples: [LabelledSample] = []
  private var networks: [String: ChangeNetwork] = [:]
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
        let table = CutTable(held)
        predictions += held.map { prediction in
          // The cut of a pair comes from the other scenes of its set.
          prediction.finished(table.best(without: prediction.pair.scene))
        }
        continue
      }
      let cut = CutTable(held).best()
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

  private func pixelModel(_ teachers: [LabelledSample], _ set: String) -> PixelModel? {
    try? LabelledSample.train(teachers, favouring: set)
  }

  // MARK: Predicting

  /// The fold of each scene: the scenes of each set are dealt out one by one.
  private var sceneFolds: [String: Int] {
    var folds: [String: Int] = [:]
    for set in Self.names(samples.map(\.pair.set)) {
      let scenes = Self.names(samples.filter { $0.pair.set == set }.map(\.pair.scene))
      for (number, scene) in scenes.enumerated() { folds[scene] = number % Self.foldCount }
    }
    return folds
  }

  /// Each labelled pair of a set, predicted by models that saw nothing of its scene.
  private func crossValidated(_ set: String) throws -> [ChangePrediction] {
    let own = samples.filter { $0.pair.set == set }
    let folds = sceneFolds
    var predictions: [ChangePrediction] = []
    for fold in 0..<Self.foldCount {
      let held = own.filter { folds[$0.pair.scene] == fold }
      guard let first = held.first else { continue }
      let teachers = samples.filter {
        $0.isCoarse == first.isCoarse && folds[$0.pair.scene] != fold
      }
      let model = pixelModel(teachers, set)
      let network = first.isCoarse ? nil : try tuned(teachers, key: "fold \(fold)")
      for sample in held {
        if observer.isCancelled { throw CancellationError() }
        predictions.append(try ChangePrediction(sample.pair, model: model, network: network))
        observer.progressed(
          progress("validation croisée", "cross-validation", predictions.count, own.count))
      }
    }
    return predictions
  }

  /// The network that learned from some pairs; made once for the same pairs.
  private func tuned(_ teachers: [LabelledSample], key: String) throws -> ChangeNetwork? {
    if let made = networks[key] { return made }
    let made = tune(teachers)
    if observer.isCancelled { throw CancellationError() }
    networks[key] = made
    return made
  }

  /// The shipped network, gone on with for a little on the pairs to learn from.
  private func tune(_ teachers: [LabelledSample]) -> ChangeNetwork? {
    guard let network else { return nil }
    guard !teachers.isEmpty else { return network }
    var options = NetworkTrainer.Options()
    options.rate = Self.tuningRate
    options.steps = Self.tuningSteps
    options.seed = request.seed
    let trainer = NetworkTrainer(continuing: network.weights, options)
    trainer.train(teachers.map(\.example)) { step, _ in
      if step % 10 == 0 {
        observer.progressed(progress("réseau", "network", step, Self.tuningSteps))
      }
      return !observer.isCancelled
    }
    return ChangeNetwork(trainer.weights)
  }

  private static let tuningRate: Float = 4e-4
  private static let tuningSteps = 80

  private func predict(
    _ pairs: [LabelledPair], _ set: String, _ cut: CutChoice
  ) throws -> [ChangePrediction] {
    guard let first = pairs.first else { return [] }
    let isCoarse = first.metres > LabelledSample.coarseMetres
    let teachers = samples.filter { $0.isCoarse == isCoarse }
    let model = pixelModel(teachers, set)
    let network = isCoarse ? nil : try tuned(teachers, key: "all")
    var predictions: [ChangePrediction] = []
    for pair in pairs {
      if observer.isCancelled { throw CancellationError() }
      do {
        let made = try ChangePrediction(pair, model: model, network: network)
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
