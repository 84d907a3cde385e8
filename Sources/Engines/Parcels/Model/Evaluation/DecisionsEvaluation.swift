import Foundation
import Imagery
import Learning
import Review

/// `vigie evaluate parcels decisions`: what up to a hundred decisions on other scenes change in the
/// order and the probabilities of candidates.
///
/// Candidates are those that the program finds as it is shipped. Decisions are simulated: an object
/// is accepted when most of the candidate is labelled as changed, or when both overlap enough, else
/// rejected. They come in the order of the queue: 80 % best, 10 % uncertain, 10 % at random. They move
/// the judge and, from as many on as in use, teach the trees that have a say in the score.
final class DecisionsEvaluation {
  private static let foldCount = 3
  /// The share of a candidate that is labelled, or its overlap with an object, for an agent to
  /// accept it.
  private static let acceptedShare = 0.5
  private static let acceptedOverlap = 0.3

  /// A candidate with what an agent would say.
  private struct Decided {
    var known: KnownRegion
    var pixels: DecidedPixels.Object
    var scene: String
    var set: String
  }

  private let request: EvaluationRequest
  private let observer: any AnalysisObserver
  private let shipped: ShippedModel

  init(
    _ request: EvaluationRequest, shipped: ShippedModel?, observer: any AnalysisObserver
  ) throws {
    guard let shipped, shipped.regions != nil else { throw EngineError.unknownName("model") }
    self.request = request
    self.shipped = shipped
    self.observer = observer
  }

  func run() throws -> EvaluationReport {
    let sets = Set(request.options["set"] ?? [])
    let limit = (request.options["count"]?.first).flatMap(Int.init) ?? 100
    let pairs = try PairList.read(request.train, sets: sets, refused: observer.refused)
      .filter { $0.metres <= LabelledSample.coarseMetres }
    var all: [Decided] = []
    var scenes: [String: Int] = [:]
    for (number, pair) in pairs.enumerated() {
      scenes[pair.scene] = scenes[pair.scene] ?? scenes.count
      if observer.isCancelled { throw CancellationError() }
      observer.progressed(
        AnalysisProgress(
          stage: LocalizedText(fr: "candidats", en: "candidates"), done: number,
          total: pairs.count))
      do {
        all += try decided(pair, group: scenes[pair.scene] ?? 0)
      } catch let error as PNGError {
        observer.refused(error.refusal)
      } catch let error as PairError {
        observer.refused(error.refusal)
      }
    }
    var figures: [EvaluationReport.Figure] = []
    var seen: Set<String> = []
    for set in all.map(\.set) where seen.insert(set).inserted {
      figures += try self.figures(all.filter { $0.set == set }, set, limit)
    }
    return EvaluationReport(
      task: request.task, trainCount: limit, testCount: all.count, labelledCount: all.count,
      positiveCount: all.count(where: \.known.isNew), figures: figures,
      remarks: [
        LocalizedText(
          fr: "\(Self.foldCount) plis par scène ; décisions simulées sur les autres scènes du jeu",
          en: "\(Self.foldCount) folds by scene; decisions simulated on the set's other scenes")
      ])
  }

  // MARK: Candidates

  private func decided(_ pair: LabelledPair, group: Int) throws -> [Decided] {
    let pictures = try pair.pair()
    guard
      let label = try pair.label(width: pictures.before.width, height: pictures.before.height)
    else { return [] }
    let prepared = PreparedPair(pictures)
    let answer = shipped.network.balanced(prepared.before, prepared.after)
    let map = answer.building.combined(answer.other, max)
    let scanner = PairScanner(network: shipped.network)
    let regions = RegionFinder(cut: scanner.cut, smallest: scanner.smallest)
      .regions(map, metres: prepared.metres)
    guard !regions.isEmpty else { return [] }
    let truth = Plane(
      width: pictures.before.width, height: pictures.before.height,
      values: label.map { $0 ? 1 : 0 }
    ).resized(width: prepared.width, height: prepared.height).values.map { $0 >= 0.5 }
    let objects = Components(truth, width: prepared.width).pixels.map(Set.init)
    let measurer = RegionMeasurer(prepared)
    let features = PixelFeatures(prepared)
    return regions.enumerated().map { number, region in
      let isNew = Self.isAccepted(region, truth, objects)
      var mask = [Bool](repeating: false, count: truth.count)
      for pixel in region.pixels { mask[pixel] = true }
      return Decided(
        known: KnownRegion(
          measures: measurer.measures(region, building: answer.building, other: answer.other),
          isNew: isNew, type: nil, group: group, key: "\(pair.folder)|\(number)"),
        pixels: ObjectPixels(prepared, mask).object(
          "\(pair.folder)|\(number)", group: group, isNew: isNew,
          seed: request.seed &+ UInt64(number), measured: features),
        scene: pair.scene, set: pair.set)
    }
  }

  private static func isAccepted(
    _ region: Region, _ truth: [Bool], _ objects: [Set<Int>]
  ) -> Bool {
    let right = region.pixels.count { truth[$0] }
    if Double(right) >= acceptedShare * Double(region.pixels.count) { return true }
    return objects.contains { object in
      let common = region.pixels.count(where: object.contains)
      let union = region.pixels.count + object.count - common
      return Double(common) >= acceptedOverlap * Double(union)
    }
  }

  // MARK: Figures

  private func figures(
    _ all: [Decided], _ set: String, _ limit: Int
  ) throws -> [EvaluationReport.Figure] {
    guard let base = shipped.regions else { return [] }
    var scenes: [String] = []
    for one in all where !scenes.contains(one.scene) { scenes.append(one.scene) }
    var before = [Double](repeating: 0, count: all.count)
    var after = before
    var used = 0
    for fold in 0..<Self.foldCount {
      let held = Set(
        scenes.enumerated().filter { $0.offset % Self.foldCount == fold }.map(\.element))
      let others = all.filter { !held.contains($0.scene) }
      let queue = DecisionQueue(others.map(\.known), base: base, seed: request.seed)
        .order(limit).map { others[$0] }
      used = max(used, queue.count)
      let pixels = DecidedPixels(queue.map(\.pixels), seed: request.seed)
      let model = trained(queue.map(\.known), base, said: pixels.heldOut)
      let trees = pixels.model
      for (index, one) in all.enumerated() where held.contains(one.scene) {
        before[index] = Logistic.sigmoid(
          shipped.calibration.logOdds(base.logOdds(one.known.measures)))
        let opinion = try trees?.opinion(one.pixels.inside, columns: one.pixels.columns) ?? 0
        after[index] = Logistic.sigmoid(model.logOdds(one.known.measures, opinion: opinion))
      }
    }
    let labels = all.map(\.known.isNew)
    guard let first = try? BinaryMetrics(scores: before, labels: labels),
      let second = try? BinaryMetrics(scores: after, labels: labels)
    else { return [] }
    return Self.figures(first, second, set, used)
  }

  private func trained(
    _ rows: [KnownRegion], _ base: RegionModel, said: [String: Double]
  ) -> ParcelsModel {
    var model = ParcelsModel(
      regions: base.learning(from: rows), calibration: shipped.calibration)
    let held = zip(ParcelsTraining.heldOut(rows, base, seed: request.seed), rows).map {
      $0 + (said[$1.key] ?? 0)
    }
    if ParcelsTraining.suffices(rows),
      let fitted = try? PlattScaling(
        fitting: held, labels: rows.map(\.isNew), weights: rows.map(\.weight)), fitted.slope > 0
    {
      model.calibration = fitted
    }
    return model
  }

  private static func figures(
    _ before: BinaryMetrics, _ after: BinaryMetrics, _ set: String, _ used: Int
  ) -> [EvaluationReport.Figure] {
    let metrics: [(BinaryMetrics.Metric, String)] = [
      (.averagePrecision, "AP"), (.auc, "AUC"), (.brier, "Brier"),
    ]
    let count = "\(before.count) candidats, \(before.positiveCount) vrais"
    let english = "\(before.count) candidates, \(before.positiveCount) true"
    return metrics.flatMap { metric, name in
      [
        (before, "0", LocalizedText(fr: "modèle livré ; \(count)", en: "as shipped; \(english)")),
        (
          after, "\(used)",
          LocalizedText(
            fr: "après \(used) décisions sur d'autres scènes ; \(count)",
            en: "after \(used) decisions on other scenes; \(english)")
        ),
      ].map { metrics, decisions, definition in
        let interval = metrics.interval(metric, replicates: 200)
        return EvaluationReport.Figure(
          name: "\(name) \(set) (\(decisions))", value: metrics[metric], low: interval.low,
          high: interval.high, definition: definition)
      }
    }
  }
}
