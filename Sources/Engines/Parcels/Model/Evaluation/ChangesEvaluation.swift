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
  private var networks: [Int: ChangeNetwork] = [:]
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
    try tuneAll(isPredicting: !request.test.isEmpty)
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
      let network = first.isCoarse ? nil : networks[fold]
      for sample in held {
        if observer.isCancelled { throw CancellationError() }
        predictions.append(try ChangePrediction(sample.pair, model: model, network: network))
        observer.progressed(
          progress("validation croisée", "cross-validation", predictions.count, own.count))
      }
    }
    return predictions
  }

  /// The key under which the network that learned from all pairs is kept.
  private static let all = -1

  /// Makes the networks of the folds, and of all pairs when others are to be predicted: the shipped
  /// one, gone on with for a little. Each is made on a thread of its own.
  private func tuneAll(isPredicting: Bool) throws {
    guard let network else { return }
    let folds = sceneFolds
    let fine = samples.filter { !$0.isCoarse }
    guard !fine.isEmpty else { return }
    let keys = Array(0..<Self.foldCount) + (isPredicting ? [Self.all] : [])
    observer.progressed(progress("réseau", "network", 0, keys.count))
    let seed = request.seed
    let made = Parallel.map(keys) { key in
      let teachers = fine.filter { key == Self.all || folds[$0.pair.scene] != key }
      return Self.tune(network.weights, teachers, seed: seed)
    }
    if observer.isCancelled { throw CancellationError() }
    networks = Dictionary(zip(keys, made)) { first, _ in first }
  }

  private static func tune(
    _ weights: NetworkWeights, _ teachers: [LabelledSample], seed: UInt64
  ) -> ChangeNetwork {
    guard !teachers.isEmpty else { return ChangeNetwork(weights) }
    var options = NetworkTrainer.Options()
    options.rate = tuningRate
    options.steps = tuningSteps
    options.side = tuningSide
    options.seed = seed
    let real = teachers.flatMap(\.examples)
    let trainer = NetworkTrainer(continuing: weights, options)
    trainer.train(real + PastedRoofs(real).examples(real.count, seed: seed))
    return ChangeNetwork(trainer.weights)
  }

  private static let tuningRate: Float = 5e-4
  private static let tuningSteps = 200
  private static let tuningSide = 96

  private func predict(
    _ pairs: [LabelledPair], _ set: String, _ cut: CutChoice
  ) throws -> [ChangePrediction] {
    guard let first = pairs.first else { return [] }
    let isCoarse = first.metres > LabelledSample.coarseMetres
    let teachers = samples.filter { $0.isCoarse == isCoarse }
    let model = pixelModel(teachers, set)
    let network = isCoarse ? nil : networks[Self.all]
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
