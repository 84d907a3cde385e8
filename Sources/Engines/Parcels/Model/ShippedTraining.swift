import Foundation
import Imagery
import Learning

/// Makes what Vigie ships from invented scenes: used by the developers' tool only.
public enum ShippedTraining {
  /// A scene with what is new in it.
  public struct Scene: Sendable {
    /// A wanted object.
    public struct Object: Sendable {
      /// Its outline in pixels of the pictures.
      public var outline: [PixelPoint]
      /// Its type, by the name of `ObjectType`.
      public var type: String
      /// Whether it came (or went).
      public var isNew: Bool

      /// Makes an object.
      public init(outline: [PixelPoint], type: String, isNew: Bool) {
        self.outline = outline
        self.type = type
        self.isNew = isNew
      }
    }

    /// The earlier picture.
    public var before: Picture
    /// The later picture.
    public var after: Picture
    /// Metres for a pixel.
    public var metres: Double
    /// The wanted objects that came or went.
    public var objects: [Object]

    /// Makes a scene.
    public init(before: Picture, after: Picture, metres: Double, objects: [Object]) {
      self.before = before
      self.after = after
      self.metres = metres
      self.objects = objects
    }
  }

  /// The share of a region, and of an object, that must be common for the region to be the object.
  private static let overlap = 0.25

  /// The shipped model of a network's weights and scenes that it did not see.
  ///
  /// - Throws: `LearningError` when the weights are damaged or the scenes teach nothing.
  public static func data(network bytes: [UInt8], scenes: [Scene]) throws -> Data {
    let network = ChangeNetwork(try NetworkWeights(bytes: bytes))
    var known: [KnownRegion] = []
    for (number, scene) in scenes.enumerated() {
      known += regions(of: scene, network: network, group: number)
    }
    let model = ShippedModel(
      network: network, regions: try RegionModel.train(known), calibration: try calibration(known))
    return model.data
  }

  /// The measures of all regions of scenes with their truth, as CSV: to study what tells types apart.
  ///
  /// - Throws: `LearningError` when the weights are damaged.
  public static func table(network bytes: [UInt8], scenes: [Scene]) throws -> String {
    let network = ChangeNetwork(try NetworkWeights(bytes: bytes))
    let names = RegionMeasure.allCases.map { "\($0)" }
    var lines = [(["scene", "isNew", "type"] + names).joined(separator: ",")]
    for (number, scene) in scenes.enumerated() {
      for region in regions(of: scene, network: network, group: number) {
        let head = ["\(number)", region.isNew ? "1" : "0", region.type?.rawValue ?? ""]
        lines.append((head + region.measures.map { "\($0)" }).joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let foldCount = 5

  /// What log-odds mean on scenes that were not learned from: folds by scene.
  static func calibration(_ known: [KnownRegion]) throws(LearningError) -> PlattScaling {
    var held = [Double](repeating: 0, count: known.count)
    for fold in 0..<foldCount {
      let model = try RegionModel.train(known.filter { $0.group % foldCount != fold })
      for (index, region) in known.enumerated() where region.group % foldCount == fold {
        held[index] = model.logOdds(region.measures)
      }
    }
    let fitted = try PlattScaling(
      fitting: held, labels: known.map(\.isNew), weights: known.map(\.weight))
    return fitted.slope > 0 ? fitted : .identity
  }

  /// The regions that a scene's pictures give, with their truth.
  static func regions(
    of scene: Scene, network: ChangeNetwork, group: Int
  ) -> [KnownRegion] {
    let prepared = PreparedPair(
      PicturePair(
        name: "", before: scene.before, after: scene.after, metres: scene.metres, world: nil))
    let answer = network.balanced(prepared.before, prepared.after)
    let map = answer.building.combined(answer.other, max)
    let scanner = PairScanner(network: network)
    let regions = RegionFinder(cut: scanner.cut, smallest: scanner.smallest)
      .regions(map, metres: prepared.metres)
    guard !regions.isEmpty else { return [] }
    let measurer = RegionMeasurer(prepared)
    let masks = scene.objects.map { object in
      PolygonMask.mask(
        [
          object.outline.map {
            PixelPoint(x: $0.x / prepared.scale, y: $0.y / prepared.scale)
          }
        ], width: prepared.width, height: prepared.height)
    }
    return regions.map { region in
      let owner = owner(of: region, masks)
      return KnownRegion(
        measures: measurer.measures(region, building: answer.building, other: answer.other),
        isNew: owner.map { scene.objects[$0].isNew } ?? false,
        type: owner.flatMap { ObjectType(rawValue: scene.objects[$0].type) }, group: group,
        object: owner)
    }
  }

  private static func owner(of region: Region, _ masks: [[Bool]]) -> Int? {
    var best: (index: Int, share: Double)?
    for (index, mask) in masks.enumerated() {
      let common = region.pixels.count { mask[$0] }
      let share = Double(common) / Double(max(1, region.pixels.count))
      if share > (best?.share ?? 0) { best = (index, share) }
    }
    return best.flatMap { $0.share >= overlap ? $0.index : nil }
  }
}
