import Foundation
import Imagery

/// Invents a scene from a seed.
public struct SceneMaker {
  private var random: SceneRandom
  private let side: Double
  private let setting: Scene.Setting

  /// Prepares a scene of a side in metres.
  public init(seed: UInt64, side: Double = 80, setting: Scene.Setting? = nil) {
    var random = SceneRandom(seed: seed)
    let drawn = random.pick(Scene.Setting.allCases)
    self.random = random
    self.side = side
    self.setting = setting ?? drawn
  }

  /// The scene; `wanted` objects are placed besides those that the setting calls for.
  public mutating func make(
    wanted: [(kind: ObjectKind, presence: SceneObject.Presence)]? = nil
  ) -> Scene {
    let fields = fields()
    let roads = roads()
    var placer = ObjectPlacer(side: side, roads: roads, seed: random.seed())
    let plan = wanted ?? changes()
    // What was asked for has the first choice of room.
    for (kind, presence) in plan { placer.place(kind, presence, setting) }
    for kind in residents() { placer.place(kind, .both, setting) }
    for _ in 0..<random.below(4) {
      placer.place(
        random.pick([.car, .car, .car, .earthwork, .court]), random.pick([.before, .after]), setting
      )
    }
    placer.recover(share: 0.08)
    let trees = trees(placer.objects)
    return Scene(
      side: side, setting: setting, objects: placer.objects, fields: fields, roads: roads,
      trees: trees, lights: [light(), light()], seeds: (0..<3).map { _ in random.seed() })
  }

  private mutating func changes() -> [(kind: ObjectKind, presence: SceneObject.Presence)] {
    let count = random.pick([0, 1, 1, 2, 2, 3, 4])
    let kinds: [ObjectKind] =
      switch setting {
      case .rural: [.building, .shed, .caravan, .mobileHome, .dump, .lightBuilding, .pool]
      case .suburb: [.building, .building, .building, .pool, .lightBuilding, .caravan]
      case .industry: [.shed, .shed, .building, .container, .dump]
      case .wild: [.caravan, .mobileHome, .lightBuilding, .dump, .container, .building]
      }
    return (0..<count).map { _ in (random.pick(kinds), random.chance(0.7) ? .after : .before) }
  }

  private mutating func residents() -> [ObjectKind] {
    switch setting {
    case .rural: (0..<random.below(5)).map { _ in random.pick([.building, .shed, .car]) }
    case .suburb:
      (0..<(3 + random.below(8))).map { _ in random.pick([.building, .building, .pool, .car]) }
    case .industry:
      (0..<(2 + random.below(5))).map { _ in random.pick([.shed, .building, .container, .car]) }
    case .wild: (0..<random.below(3)).map { _ in random.pick([.building, .caravan, .shed]) }
    }
  }

  // MARK: Ground

  private var grounds: [GroundKind] {
    switch setting {
    case .rural: [.meadow, .crop, .bareSoil, .vineyard, .dryGrass, .crop, .meadow]
    case .suburb: [.lawn, .lawn, .meadow, .dryGrass, .gravel]
    case .industry: [.asphalt, .gravel, .gravel, .dryGrass, .meadow]
    case .wild: [.scrub, .scrub, .dryGrass, .sand, .meadow]
    }
  }

  private mutating func fields() -> [Scene.Field] {
    (0..<(2 + random.below(setting == .suburb ? 9 : 5))).map { _ in
      let kind = random.pick(grounds)
      let later = random.chance(0.3) ? random.pick(kind.successors) : kind
      let shade = random.colour(.zero, spread: 10)
      return Scene.Field(
        kind: kind, laterKind: later,
        corner: PixelPoint(x: random.between(0, side), y: random.between(0, side)),
        direction: random.between(0, 2 * .pi),
        rowSpacing: kind.rows.map { random.between($0.lowerBound, $0.upperBound) } ?? 2,
        rowDirection: random.between(0, .pi), shade: shade,
        laterShade: random.chance(0.5) ? shade : random.colour(.zero, spread: 12))
    }
  }

  private mutating func roads() -> [Scene.Road] {
    (0..<random.below(3)).map { _ in
      let angle = random.between(0, .pi)
      let (x, y) = (random.between(0, side), random.between(0, side))
      let reach = side * 1.5
      return Scene.Road(
        from: PixelPoint(x: x - cos(angle) * reach, y: y - sin(angle) * reach),
        to: PixelPoint(x: x + cos(angle) * reach, y: y + sin(angle) * reach),
        width: random.between(2.5, 7),
        kind: setting == .wild ? .sand : random.pick([.asphalt, .asphalt, .gravel]))
    }
  }

  private mutating func trees(_ objects: [SceneObject]) -> [Scene.Tree] {
    let count = random.below(setting == .industry ? 8 : 26)
    var trees: [Scene.Tree] = []
    let isOrchard = setting == .rural && random.chance(0.2)
    let hedge = random.between(0, .pi)
    for index in 0..<count {
      let isHedge = index < count / 3
      let along = random.between(-side, side)
      let x =
        isOrchard
        ? Double(index % 6) * 6 + 5
        : isHedge ? side / 3 + cos(hedge) * along : random.between(0, side)
      let y =
        isOrchard
        ? Double(index / 6) * 6 + 5
        : isHedge ? side / 2 + sin(hedge) * along : random.between(0, side)
      let radius = isOrchard ? 2 : random.between(1, 4.5)
      let isFree = objects.allSatisfy {
        hypot($0.x - x, $0.y - y) > max($0.length, $0.width) / 2 + radius * 0.6
      }
      guard isFree else { continue }
      trees.append(
        Scene.Tree(
          x: x, y: y, radius: radius,
          presence: random.chance(0.9) ? .both : random.pick([.before, .after]),
          colour: random.colour(SIMD3(74, 88, 60), spread: 10)))
    }
    return trees
  }

  private mutating func light() -> Scene.Light {
    let sun = random.between(0.4 * .pi, 1.6 * .pi) + .pi / 2
    let length = random.between(0.4, 1.3)
    let lean = random.between(0, 2 * .pi)
    let strength = random.between(0, 0.22)
    return Scene.Light(
      shadow: SIMD2(cos(sun), sin(sun)) * length, lean: SIMD2(cos(lean), sin(lean)) * strength,
      shadowDepth: random.between(0.35, 0.6),
      gain: SIMD3(repeating: random.between(0.82, 1.2))
        + SIMD3(random.normal(), random.normal(), random.normal()) * 0.05,
      gamma: random.between(0.8, 1.25), saturation: random.between(0.6, 1.35),
      haze: random.between(0, 28), blur: random.between(0, 0.5), noise: random.between(1, 6),
      shift: SIMD2(random.between(-0.4, 0.4), random.between(-0.4, 0.4)))
  }
}
