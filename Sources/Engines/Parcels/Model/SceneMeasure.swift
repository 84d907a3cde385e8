import Foundation
import Imagery
import Learning

/// What the shipped model finds on invented scenes that it did not learn from, type by type: used by
/// the developers' tool only.
public struct SceneMeasure {
  /// The counts of a type.
  private struct Count {
    var wanted = 0
    var found = 0
    var typed = 0
    var called = 0
    var calledRight = 0
  }

  /// A candidate of a scene with the registers that were invented for its place.
  private struct Listed {
    var score: Double
    var priority: Double
    var isNew: Bool
    var isAtStake: Bool
  }

  /// The score from which on a candidate counts as found.
  private static let cut = 0.5
  /// The weight of a zone from which on an object there is at stake.
  private static let stake = 0.6
  private static let permitShare = 0.35
  private static let zoneWeights = [1.0, 0.9, 0.7, 0.1, 0.1]

  private let shipped: ShippedModel
  private let regions: RegionModel
  private var counts: [String: Count] = [:]
  private var listed: [Listed] = []
  private var random = SplitMix64(seed: 34)
  private var sceneCount = 0

  /// Prepares the measure; nothing when the program ships no model.
  public init?() {
    guard let shipped = ShippedModel.current, let regions = shipped.regions else { return nil }
    self.shipped = shipped
    self.regions = regions
  }

  /// Takes a scene into account.
  public mutating func add(_ scene: ShippedTraining.Scene) {
    sceneCount += 1
    let found = ShippedTraining.regions(
      of: scene, network: shipped.network, group: sceneCount)
    var seen: [Int: KnownRegion] = [:]
    for region in found {
      let score = Logistic.sigmoid(
        shipped.calibration.logOdds(regions.logOdds(region.measures)))
      list(region, score)
      guard score >= Self.cut else { continue }
      let type = regions.types(region.measures).first?.type.rawValue ?? ""
      counts[type, default: Count()].called += 1
      if region.isNew, region.type?.rawValue == type { counts[type]?.calledRight += 1 }
      if region.isNew, let object = region.object { seen[object] = region }
    }
    for (number, object) in scene.objects.enumerated() where object.isNew {
      counts[object.type, default: Count()].wanted += 1
      guard let region = seen[number] else { continue }
      counts[object.type]?.found += 1
      if regions.types(region.measures).first?.type.rawValue == object.type {
        counts[object.type]?.typed += 1
      }
    }
  }

  private mutating func list(_ region: KnownRegion, _ score: Double) {
    let hasPermit = random.unit() < Self.permitShare
    let zone = Self.zoneWeights[random.below(Self.zoneWeights.count)]
    listed.append(
      Listed(
        score: score, priority: score * (hasPermit ? Priority.permitted : 1) * zone,
        isNew: region.isNew, isAtStake: region.isNew && !hasPermit && zone >= Self.stake))
  }

  /// The figures as lines of a table.
  public var lines: [String] {
    var lines = ["type                     new   recall  right type  called  precision"]
    for type in ObjectType.allCases {
      guard let count = counts[type.rawValue], count.wanted + count.called > 0 else { continue }
      func share(_ part: Int, _ whole: Int) -> String {
        whole > 0 ? String(format: "%.2f", Double(part) / Double(whole)) : "–"
      }
      let name = type.title.fr.padding(toLength: 22, withPad: " ", startingAt: 0)
      lines.append(
        String(
          format: "%@ %5d   %@    %@        %5d   %@", name, count.wanted,
          share(count.found, count.wanted), share(count.typed, count.found), count.called,
          share(count.calledRight, count.called)))
    }
    let stakes = listed.map(\.isAtStake)
    lines.append(
      "\(sceneCount) scenes, \(listed.count) candidates, \(listed.count(where: \.isNew)) new, "
        + "\(stakes.count(where: { $0 })) at stake (new, no permit, in a zone)")
    for (name, scores) in [
      ("without permits and zones", listed.map(\.score)),
      ("with permits and zones", listed.map(\.priority)),
    ] {
      guard let metrics = try? BinaryMetrics(scores: scores, labels: stakes) else { continue }
      lines.append(
        name + String(format: ": AP of what is at stake %.3f", metrics[.averagePrecision]))
    }
    return lines
  }
}
