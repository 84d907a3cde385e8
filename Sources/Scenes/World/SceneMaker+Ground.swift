import Foundation
import Imagery

/// Fields, trees and light.
extension SceneMaker {
  private var grounds: [GroundKind] {
    switch setting {
    case .rural: [.meadow, .crop, .bareSoil, .vineyard, .dryGrass, .crop, .meadow, .bareSoil]
    case .suburb: [.lawn, .lawn, .meadow, .dryGrass, .gravel, .dryGrass]
    case .industry: [.asphalt, .gravel, .gravel, .dryGrass, .meadow, .concrete]
    case .wild: [.scrub, .scrub, .dryGrass, .sand, .meadow]
    }
  }

  mutating func fields() -> [Scene.Field] {
    (0..<(2 + random.below(setting == .suburb ? 9 : 5))).map { _ in
      let kind = random.pick(grounds)
      let later = random.chance(0.45) ? random.pick(kind.successors) : kind
      let shade = random.colour(.zero, spread: 12)
      let isPatchy = random.chance(0.5)
      let share = isPatchy ? random.between(0.05, 0.5) : 0
      return Scene.Field(
        kind: kind, laterKind: later,
        corner: PixelPoint(x: random.between(0, side), y: random.between(0, side)),
        direction: random.chance(0.6)
          ? street + Double(random.below(4)) * .pi / 2 : random.between(0, 2 * .pi),
        rowSpacing: kind.rows.map { random.between($0.lowerBound, $0.upperBound) } ?? 2,
        rowDirection: random.chance(0.5) ? street : random.between(0, .pi), shade: shade,
        laterShade: random.chance(0.4) ? shade : random.colour(.zero, spread: 14),
        patch: random.pick([.bareSoil, .dryGrass, .scrub, .meadow, .gravel]), patchShare: share,
        laterPatchShare: random.chance(0.6) ? share : share * random.between(0, 2))
    }
  }

  // MARK: Trees

  mutating func trees(_ objects: [SceneObject]) -> [Scene.Tree] {
    var trees: [Scene.Tree] = []
    let wood = random.colour(random.pick(Self.foliage), spread: 9)
    for _ in 0..<random.below(setting == .industry ? 9 : 28) {
      let radius = random.between(1, 5)
      add(random.between(0, side), random.between(0, side), radius, wood, objects, &trees)
    }
    if random.chance(0.35) { hedge(wood, objects, &trees) }
    if random.chance(setting == .rural ? 0.2 : 0.05) { orchard(wood, objects, &trees) }
    let woods = setting == .industry ? 0.25 : setting == .suburb ? 0.35 : 0.6
    if random.chance(woods) { grove(wood, objects, &trees) }
    if random.chance(woods * 0.4) { grove(wood, objects, &trees) }
    return trees
  }

  private static let foliage: [SIMD3<Double>] = [
    SIMD3(74, 88, 60), SIMD3(58, 74, 52), SIMD3(86, 96, 66), SIMD3(66, 80, 66),
    SIMD3(96, 94, 72),
  ]

  private mutating func add(
    _ x: Double, _ y: Double, _ radius: Double, _ colour: SIMD3<Double>,
    _ objects: [SceneObject], _ trees: inout [Scene.Tree]
  ) {
    guard x > -radius, y > -radius, x < side + radius, y < side + radius else { return }
    var presence: SceneObject.Presence =
      random.chance(0.93) ? .both : random.pick([.before, .before, .after])
    let place = PixelPoint(x: x, y: y)
    for object in objects where object.height > 0 || object.kind == .pool {
      guard object.distance(to: place) < radius * 0.55 else { continue }
      // Where something new stands a tree may have been felled.
      guard object.presence == .after, random.chance(0.6) else { return }
      presence = .before
    }
    trees.append(
      Scene.Tree(
        x: x, y: y, radius: radius, presence: presence,
        colour: random.colour(colour, spread: 9)))
  }

  private mutating func hedge(
    _ colour: SIMD3<Double>, _ objects: [SceneObject], _ trees: inout [Scene.Tree]
  ) {
    let angle = random.chance(0.7) ? street : random.between(0, .pi)
    let (x, y) = (random.between(0, side), random.between(0, side))
    let radius = random.between(1, 2.6)
    for step in -40...40 where random.chance(0.85) {
      let along = Double(step) * radius * 1.5
      add(
        x + cos(angle) * along + random.normal() * 0.4,
        y + sin(angle) * along + random.normal() * 0.4, radius * random.between(0.75, 1.25),
        colour, objects, &trees)
    }
  }

  private mutating func orchard(
    _ colour: SIMD3<Double>, _ objects: [SceneObject], _ trees: inout [Scene.Tree]
  ) {
    let spacing = random.between(4, 7)
    let (cosine, sine) = (cos(street), sin(street))
    let (x, y) = (random.between(0, side), random.between(0, side))
    for row in 0..<7 {
      for column in 0..<9 where random.chance(0.93) {
        let (a, b) = (Double(column) * spacing, Double(row) * spacing)
        add(
          x + a * cosine - b * sine, y + a * sine + b * cosine, spacing * 0.32, colour, objects,
          &trees)
      }
    }
  }

  /// A wood: crowns that touch.
  private mutating func grove(
    _ colour: SIMD3<Double>, _ objects: [SceneObject], _ trees: inout [Scene.Tree]
  ) {
    let middle = SIMD2(random.between(-0.1, 1.1), random.between(-0.1, 1.1)) * side
    let reach = SIMD2(random.between(8, 40), random.between(6, 20))
    let angle = random.between(0, .pi)
    let radius = random.between(1.8, 4.5)
    let count = min(220, Int(.pi * reach.x * reach.y / (radius * radius * 1.5)))
    for _ in 0..<count {
      let (along, across) = (random.between(-1, 1), random.between(-1, 1))
      guard along * along + across * across < 1 else { continue }
      add(
        middle.x + along * reach.x * cos(angle) - across * reach.y * sin(angle),
        middle.y + along * reach.x * sin(angle) + across * reach.y * cos(angle),
        radius * random.between(0.6, 1.3), colour, objects, &trees)
    }
  }

  // MARK: Light

  /// The sun and the camera of both dates. Some of what they do is alike in a pair.
  mutating func lights() -> [Scene.Light] {
    let shared = random.between(0.25, 0.9)
    var first = light()
    var second = light()
    first.sharedGrain = shared
    second.sharedGrain = shared
    if random.chance(0.3) { second.shadow = first.shadow }
    if random.chance(0.3) { second.season = first.season }
    return [first, second]
  }

  private mutating func light() -> Scene.Light {
    let sun = random.between(0.4 * .pi, 1.6 * .pi) + .pi / 2
    let length = random.between(0.35, 1.5)
    let lean = random.between(0, 2 * .pi)
    let strength = random.between(0, 0.25)
    return Scene.Light(
      shadow: SIMD2(cos(sun), sin(sun)) * length, lean: SIMD2(cos(lean), sin(lean)) * strength,
      shadowDepth: random.between(0.4, 0.72),
      gain: SIMD3(repeating: random.between(0.75, 1.2))
        + SIMD3(random.normal(), random.normal(), random.normal()) * 0.035,
      gamma: random.between(0.75, 1.35), saturation: random.between(0.5, 1.4),
      haze: random.between(0, 32), blur: random.between(-0.5, 0.75), noise: random.between(1, 6),
      shift: SIMD2(random.between(-0.5, 0.5), random.between(-0.5, 0.5)),
      season: max(0, random.between(-0.4, 1)), relief: random.between(0.12, 0.42),
      sharedGrain: 0.6)
  }
}

extension SceneObject {
  /// The distance from a point to the object's outline, 0 inside.
  func distance(to point: PixelPoint) -> Double {
    let (dx, dy) = (point.x - x, point.y - y)
    let along = abs(dx * cos(angle) + dy * sin(angle)) - length / 2
    let across = abs(-dx * sin(angle) + dy * cos(angle)) - width / 2
    return hypot(max(0, along), max(0, across))
  }
}
