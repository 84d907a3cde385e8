import Foundation
import Imagery

/// Streets, and houses in rows along them.
extension SceneMaker {
  /// What is laid out before anything stands.
  struct Plan {
    var roads: [Scene.Road] = []
    var yards: [Scene.Yard] = []
    /// Whether houses stand along each road.
    var isStreet: [Bool] = []
  }

  mutating func plan() -> Plan {
    var plan = Plan()
    if setting == .suburb, random.chance(0.75) {
      // A quarter that was there, or one that is new.
      let isNew = random.chance(0.3) && !isAsked
      let apart = random.between(32, 50)
      for number in 0..<Int(side / apart + 1) {
        let offset = (Double(number) + random.between(0.2, 0.8)) * apart - side * 0.1
        let presence: SceneObject.Presence = isNew && random.chance(0.8) ? .after : .both
        plan.roads.append(road(street, offset: offset, presence))
        plan.isStreet.append(true)
      }
      return plan
    }
    for _ in 0..<random.below(3) {
      let presence: SceneObject.Presence = random.chance(0.85) || isAsked ? .both : .after
      plan.roads.append(
        road(random.between(0, .pi), offset: random.between(0, side), presence))
      plan.isStreet.append(setting != .wild && random.chance(0.35))
    }
    return plan
  }

  private mutating func road(
    _ angle: Double, offset: Double, _ presence: SceneObject.Presence
  ) -> Scene.Road {
    let along = SIMD2(cos(angle), sin(angle))
    let across = SIMD2(-sin(angle), cos(angle))
    let middle = SIMD2(side / 2, side / 2) + across * (offset - side / 2)
    let reach = side * 1.5
    let (from, to) = (middle - along * reach, middle + along * reach)
    let kind: GroundKind =
      setting == .wild ? .sand : random.pick([.asphalt, .asphalt, .asphalt, .concrete, .gravel])
    return Scene.Road(
      from: PixelPoint(x: from.x, y: from.y), to: PixelPoint(x: to.x, y: to.y),
      width: random.between(2.5, 8), kind: kind, presence: presence,
      isMarked: kind == .asphalt && random.chance(0.4))
  }

  /// Builds houses along the streets.
  mutating func settle(_ placer: inout ObjectPlacer, _ plan: inout Plan) {
    for (road, isStreet) in zip(plan.roads, plan.isStreet) where isStreet {
      for hand in [-1.0, 1] {
        // A whole side may be new, or not built at all.
        let fate = road.presence == .after ? 0.05 : random.between(0, 1)
        guard fate < 0.9 else { continue }
        let isNew = fate < 0.18 && !isAsked
        row(along: road, hand: hand, isNew: isNew, &placer, &plan)
      }
    }
  }

  private mutating func row(
    along road: Scene.Road, hand: Double, isNew: Bool, _ placer: inout ObjectPlacer,
    _ plan: inout Plan
  ) {
    let angle = atan2(road.to.y - road.from.y, road.to.x - road.from.x)
    let along = SIMD2(cos(angle), sin(angle))
    let across = SIMD2(-sin(angle), cos(angle)) * hand
    let middle = SIMD2((road.from.x + road.to.x) / 2, (road.from.y + road.to.y) / 2)
    let pitch = random.between(13, 26)
    let depth = road.width / 2 + random.between(8, 15)
    let turn = random.chance(0.6) ? 0 : Double.pi / 2
    var model: SceneObject?
    let isAlike = random.chance(0.7)
    var reach = -side * 0.8
    while reach < side * 0.8 {
      reach += pitch * random.between(0.9, 1.15)
      let point = middle + along * reach + across * (depth + random.between(-1.5, 1.5))
      guard point.min() > -8, point.max() < side + 8 else { continue }
      guard let presence = fate(isNew) else { continue }
      let house = placer.place(
        .building, presence, setting, at: point, angle: angle + turn,
        like: isAlike ? model : nil)
      if let house { model = model ?? house }
      guard random.chance(0.6) else { continue }
      plan.yards.append(drive(to: point, across, angle, isNew ? .after : .both))
    }
    guard isNew else { return }
    var strip = SceneObject.nowhere(angle)
    let centre = middle + across * depth
    (strip.x, strip.y) = (centre.x, centre.y)
    (strip.length, strip.width) = (side * 2, depth * 1.6)
    // The gardens are as new as the houses: under the drives, so first.
    plan.yards.insert(
      Scene.Yard(
        place: strip, kind: random.pick([.lawn, .dryGrass, .bareSoil, .meadow]), presence: .after),
      at: 0)
  }

  /// Which dates a house of a row sees.
  private mutating func fate(_ isNew: Bool) -> SceneObject.Presence? {
    let drawn = random.between(0, 1)
    if isAsked { return drawn < 0.85 ? .both : nil }
    if isNew { return drawn < 0.88 ? .after : drawn < 0.93 ? .both : nil }
    return drawn < 0.8 ? .both : drawn < 0.86 ? .after : drawn < 0.89 ? .before : nil
  }

  private mutating func drive(
    to house: SIMD2<Double>, _ across: SIMD2<Double>, _ angle: Double,
    _ presence: SceneObject.Presence
  ) -> Scene.Yard {
    var place = SceneObject.nowhere(angle + .pi / 2)
    let point = house - across * random.between(5, 9)
    (place.x, place.y) = (point.x, point.y)
    (place.length, place.width) = (random.between(6, 11), random.between(3, 5.5))
    return Scene.Yard(
      place: place, kind: random.pick([.concrete, .concrete, .gravel, .asphalt]),
      presence: presence)
  }
}

extension SceneObject {
  /// An empty place in a direction, to be filled in.
  static func nowhere(_ angle: Double) -> SceneObject {
    SceneObject(
      kind: .earthwork, presence: .both, x: 0, y: 0, length: 10, width: 10, angle: angle,
      height: 0, cover: .open, colour: SIMD3(150, 150, 150))
  }
}
