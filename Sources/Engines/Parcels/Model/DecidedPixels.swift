import Foundation
import Imagery
import Learning
import Review

/// Pixels to learn from, out of the pictures of what agents decided: inside an accepted outline,
/// around it, and inside a rejected one.
struct DecidedPixels {
  /// A decided object, with what trees learn from it and what they are asked about it.
  struct Object: Sendable {
    /// Its natural key.
    var key: String
    /// What must stay together in cross-validation.
    var group: Int
    var isNew: Bool
    /// Rows of measures inside its outline.
    var inside: [Float]
    /// Rows of measures around it, for a real one: what it must be told apart from.
    var around: [Float]
    /// The measures of a row.
    var columns: Int
  }

  /// The most decisions whose pictures are measured, the latest ones: a few seconds of work.
  static let limit = 300
  /// The fewest real objects and false alarms.
  static let fewest = 5
  /// The pixels drawn of each kind from one object.
  static let drawn = 80
  private static let folds = 3

  private(set) var objects: [Object] = []
  private var groups: [Substring: Int] = [:]
  private let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  /// Takes objects that were measured elsewhere.
  init(_ objects: [Object], seed: UInt64) {
    self.objects = objects
    self.seed = seed
  }

  /// Takes a decision into account; objects whose pictures are not at hand are passed over.
  mutating func add(
    _ candidate: Candidate, outline: [GroundPoint]?, isNew: Bool, records: any RecordSource
  ) throws {
    let chip = try ObjectPixels(candidate, outline: outline) { name in
      try records.record(project: .parcels, kind: Candidate.pictureKind, key: name)?.content
    }
    guard let chip else { return }
    let pair = candidate.key.prefix { $0 != "|" }
    let group = groups[pair] ?? groups.count
    groups[pair] = group
    objects.append(
      chip.object(
        candidate.key, group: group, isNew: isNew, seed: seed &+ UInt64(objects.count)))
  }

  /// The model, once there are enough of both kinds.
  var model: PixelModel? { Self.model(objects) }

  private static func model(_ objects: [Object]) -> PixelModel? {
    let real = objects.count(where: \.isNew)
    guard min(real, objects.count - real) >= fewest else { return nil }
    return trained(objects)
  }

  private static func trained(_ objects: [Object]) -> PixelModel? {
    guard let columns = objects.first?.columns, columns > 0 else { return nil }
    var values: [Float] = []
    var labels: [Bool] = []
    for object in objects where object.columns == columns {
      values += object.inside
      labels += [Bool](repeating: object.isNew, count: object.inside.count / columns)
      guard object.isNew else { continue }
      values += object.around
      labels += [Bool](repeating: false, count: object.around.count / columns)
    }
    return try? PixelModel.train(
      values, columns: columns, labels: labels,
      weights: [Double](repeating: 1, count: labels.count))
  }

  /// What trees that did not see an object say of it, by its key: folds by pair when there are
  /// enough pairs, else by object. Empty while there are too few decisions for a model.
  var heldOut: [String: Double] {
    guard model != nil else { return [:] }
    let objects = objects
    let isByPair = Set(objects.map(\.group)).count >= Self.folds
    let folds =
      isByPair
      ? objects.map { $0.group % Self.folds }
      : Folds.stratified(objects.map(\.isNew), folds: Self.folds, seed: seed)
    let said = Parallel.map(Array(0..<Self.folds)) { fold -> [(String, Double)] in
      let others = objects.indices.filter { folds[$0] != fold }.map { objects[$0] }
      guard let model = Self.trained(others) else { return [] }
      return objects.indices.filter { folds[$0] == fold }.compactMap { index in
        let object = objects[index]
        return (try? model.opinion(object.inside, columns: object.columns))
          .map { (object.key, $0) }
      }
    }
    return Dictionary(said.flatMap { $0 }) { _, last in last }
  }
}
