import Foundation
import Imagery

/// Invents a scene from a seed.
public struct SceneMaker {
  var random: SceneRandom
  let side: Double
  let setting: Scene.Setting
  /// The direction in which most is built.
  let street: Double
  /// Whether the caller says what changes: then nothing else is built or torn down.
  var isAsked = false

  /// Prepares a scene of a side in metres.
  public init(seed: UInt64, side: Double = 80, setting: Scene.Setting? = nil) {
    var random = SceneRandom(seed: seed)
    let drawn = random.pick(Scene.Setting.allCases)
    street = random.between(0, .pi)
    self.random = random
    self.side = side
    self.setting = setting ?? drawn
  }

  /// The scene; `wanted` objects are placed besides those that the setting calls for.
  public mutating func make(
    wanted: [(kind: ObjectKind, presence: SceneObject.Presence)]? = nil
  ) -> Scene {
    isAsked = wanted != nil
    let fields = fields()
    var plan = plan()
    var placer = ObjectPlacer(side: side, roads: plan.roads, street: street, seed: random.seed())
    // What was asked for has the first choice of room, away from the edges.
    if let wanted {
      for (kind, presence) in wanted { placer.place(kind, presence, setting, inside: 1.2) }
    } else {
      for (kind, presence) in changes() { placer.place(kind, presence, setting, inside: 0) }
    }
    settle(&placer, &plan)
    for kind in residents() { placer.place(kind, .both, setting, inside: 0) }
    if wanted == nil { extend(&placer) }
    distract(&placer, &plan)
    placer.recover(share: wanted == nil ? 0.12 : 0)
    layYards(&placer, &plan)
    let trees = trees(placer.objects)
    return Scene(
      side: side, setting: setting, objects: placer.objects, fields: fields, yards: plan.yards,
      roads: plan.roads, trees: trees, lights: lights(), seeds: (0..<3).map { _ in random.seed() })
  }

  private mutating func changes() -> [(kind: ObjectKind, presence: SceneObject.Presence)] {
    let count = random.pick([0, 0, 1, 1, 2, 2, 3, 4])
    let kinds: [ObjectKind] =
      switch setting {
      case .rural: [.building, .shed, .shed, .caravan, .mobileHome, .dump, .lightBuilding, .pool]
      case .suburb: [.building, .building, .building, .pool, .lightBuilding, .caravan]
      case .industry: [.shed, .shed, .shed, .building, .container, .dump]
      case .wild: [.caravan, .mobileHome, .lightBuilding, .dump, .container, .building]
      }
    return (0..<count).map { _ in (random.pick(kinds), random.chance(0.7) ? .after : .before) }
  }

  private mutating func residents() -> [ObjectKind] {
    switch setting {
    case .rural: (0..<random.below(5)).map { _ in random.pick([.building, .shed, .car, .lorry]) }
    case .suburb: (0..<random.below(6)).map { _ in random.pick([.building, .pool, .car, .car]) }
    case .industry:
      (0..<(1 + random.below(5))).map { _ in
        random.pick([.shed, .shed, .building, .container, .car, .lorry])
      }
    case .wild: (0..<random.below(3)).map { _ in random.pick([.building, .caravan, .shed]) }
    }
  }

  /// Some of what stands is built on to, at either date.
  private mutating func extend(_ placer: inout ObjectPlacer) {
    for object in placer.objects where object.kind.isBuilding && random.chance(0.22) {
      let presence: SceneObject.Presence =
        object.presence == .both
        ? random.pick([.both, .both, .after, .after, .before]) : object.presence
      placer.extend(object, presence)
    }
  }

  /// What comes and goes and is nobody's business.
  private mutating func distract(_ placer: inout ObjectPlacer, _ plan: inout Plan) {
    for _ in 0..<random.below(8) {
      placer.place(
        random.pick([.car, .car, .car, .car, .lorry, .earthwork, .earthwork, .court]),
        random.pick([.before, .after]), setting, inside: 0)
    }
    for _ in 0..<random.below(setting == .wild ? 2 : 4) {
      var place = SceneObject.nowhere(street)
      (place.x, place.y) = (random.between(0, side), random.between(0, side))
      place.length = random.between(10, 45)
      place.width = min(place.length, random.between(6, 30))
      let yard = Scene.Yard(
        place: place, kind: random.pick([.gravel, .asphalt, .concrete, .bareSoil, .sand, .lawn]),
        presence: random.pick([.both, .both, .before, .after]))
      plan.yards.append(yard)
      if random.chance(0.45) { park(on: yard, &placer) }
    }
  }

  /// Cars and lorries in rows.
  private mutating func park(on yard: Scene.Yard, _ placer: inout ObjectPlacer) {
    let place = yard.place
    let kind: ObjectKind = random.chance(0.2) ? .lorry : .car
    let (pitch, depth) = kind == .car ? (2.7, 6.0) : (3.6, 18.0)
    let filled = (random.between(0.2, 0.9), random.between(0.2, 0.9))
    var count = 0
    for across in stride(from: -place.width / 2 + depth / 2, to: place.width / 2, by: depth * 1.9) {
      for along in stride(from: -place.length / 2 + 2, to: place.length / 2 - 2, by: pitch) {
        let there = (random.chance(filled.0), random.chance(filled.1))
        guard there.0 || there.1, count < 60 else { continue }
        count += 1
        let point =
          SIMD2(place.x, place.y) + SIMD2(cos(place.angle), sin(place.angle)) * along
          + SIMD2(-sin(place.angle), cos(place.angle)) * across
        // Where cars stand at both dates they are not the same cars.
        for (isThere, presence) in [(there.0, SceneObject.Presence.before), (there.1, .after)]
        where isThere {
          placer.park(kind, presence, at: point, angle: place.angle + .pi / 2)
        }
      }
    }
  }

  /// Around what is new, and where something went, the ground changes too.
  private mutating func layYards(_ placer: inout ObjectPlacer, _ plan: inout Plan) {
    for object in placer.objects where object.kind.isBuilding {
      var place = object
      place.detail = 0
      switch object.presence {
      case .after:
        guard random.chance(0.55) else { continue }
        place.length += random.between(3, 22)
        place.width += random.between(3, 22)
        place.x += random.between(-4, 4)
        place.y += random.between(-4, 4)
        plan.yards.append(
          Scene.Yard(
            place: place, kind: random.pick([.gravel, .asphalt, .concrete, .bareSoil, .lawn]),
            presence: .after))
      case .before:
        guard random.chance(0.7) else { continue }
        place.length += random.between(-2, 10)
        place.width += random.between(-2, 10)
        plan.yards.append(
          Scene.Yard(
            place: place,
            kind: random.pick([.gravel, .bareSoil, .bareSoil, .asphalt, .dryGrass, .meadow]),
            presence: .after))
      case .both:
        guard random.chance(0.3) else { continue }
        place.length += random.between(2, 14)
        place.width += random.between(2, 14)
        plan.yards.append(
          Scene.Yard(place: place, kind: random.pick([.gravel, .asphalt, .lawn]), presence: .both))
      }
    }
  }
}
