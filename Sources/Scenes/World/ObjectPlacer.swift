import Foundation
import Imagery

/// Finds room for objects: none stands on another, nor on a road unless it drives there. What stands
/// at the picture's edge is cut by it.
struct ObjectPlacer {
  private static let attempts = 40
  private let side: Double
  private let roads: [Scene.Road]
  private var random: SceneRandom
  private var shaper: ObjectShaper
  private(set) var objects: [SceneObject] = []

  init(side: Double, roads: [Scene.Road], street: Double, seed: UInt64) {
    self.side = side
    self.roads = roads
    random = SceneRandom(seed: seed)
    shaper = ObjectShaper(street: street, seed: random.seed())
  }

  /// Places an object somewhere, or nowhere when no room is found; gives what was placed.
  @discardableResult
  mutating func place(
    _ kind: ObjectKind, _ presence: SceneObject.Presence, _ setting: Scene.Setting,
    inside: Double = 0.1
  ) -> SceneObject? {
    for _ in 0..<Self.attempts {
      var object = shaper.shape(kind, setting)
      object.presence = presence
      object.x = random.between(0, side)
      object.y = random.between(0, side)
      guard stand(object, inside: inside) else { continue }
      // An L-shaped house is two wings.
      if kind == .building, random.chance(0.4) { addWing(to: object) }
      return object
    }
    return nil
  }

  /// Places an object at a place in a direction, if there is room.
  @discardableResult
  mutating func place(
    _ kind: ObjectKind, _ presence: SceneObject.Presence, _ setting: Scene.Setting,
    at point: SIMD2<Double>, angle: Double, like model: SceneObject? = nil
  ) -> SceneObject? {
    var object = shaper.shape(kind, setting)
    if let model {
      object.colour = shaper.shade(of: model.colour, spread: 14)
      object.cover = model.cover
    }
    (object.x, object.y, object.angle) = (point.x, point.y, angle)
    object.presence = presence
    guard stand(object, inside: -4) else { return nil }
    if kind == .building, random.chance(0.5) { addWing(to: object) }
    return object
  }

  /// Leaves a vehicle somewhere, whatever else stands there at the other date.
  mutating func park(
    _ kind: ObjectKind, _ presence: SceneObject.Presence, at point: SIMD2<Double>, angle: Double
  ) {
    var object = shaper.shape(kind, .industry)
    (object.x, object.y, object.angle) = (point.x, point.y, angle)
    object.presence = presence
    for other in objects {
      let isVehicle = other.kind == .car || other.kind == .lorry
      if isVehicle, other.presence != .both, other.presence != presence { continue }
      guard hypot(other.x - point.x, other.y - point.y) < (other.length + object.length) / 2 + 1
      else { continue }
      if other.touches(object, clearance: 0.2) { return }
    }
    objects.append(object)
  }

  /// Builds on to an object: another stands against one of its sides.
  mutating func extend(_ object: SceneObject, _ presence: SceneObject.Presence) {
    var part = object
    part.presence = presence
    part.detail = random.below(1 << 16)
    part.colour = shaper.shade(of: object.colour, spread: random.chance(0.5) ? 5 : 24)
    part.height = object.height * random.between(0.7, 1.1)
    let isAtEnd = random.chance(0.5)
    part.length = object.length * (isAtEnd ? random.between(0.3, 0.9) : random.between(0.4, 1))
    part.width = object.width * (isAtEnd ? random.between(0.6, 1) : random.between(0.4, 0.9))
    let away = isAtEnd ? (object.length + part.length) / 2 : (object.width + part.width) / 2
    let direction = object.angle + (isAtEnd ? 0 : .pi / 2) + (random.chance(0.5) ? .pi : 0)
    part.x += cos(direction) * away
    part.y += sin(direction) * away
    guard isFree(part, except: object, clearance: 0) else { return }
    objects.append(part)
  }

  private mutating func stand(_ object: SceneObject, inside: Double) -> Bool {
    let reach = max(object.length, object.width) / 2 * inside
    guard object.x > reach, object.y > reach, object.x < side - reach, object.y < side - reach,
      isFree(object, except: nil, clearance: object.kind == .car ? 0.4 : 1)
    else { return false }
    objects.append(object)
    return true
  }

  private mutating func addWing(to house: SceneObject) {
    var wing = house
    wing.length = house.length * random.between(0.5, 0.8)
    wing.width = house.width * random.between(0.6, 0.9)
    wing.angle = house.angle + .pi / 2
    let sign = random.chance(0.5) ? 1.0 : -1
    let away = (house.width / 2 + wing.length / 2 - wing.width * 0.3) * sign
    let along = (house.length - wing.width) / 2 * (random.chance(0.5) ? 1 : -1)
    wing.x += cos(house.angle) * along - sin(house.angle) * away
    wing.y += sin(house.angle) * along + cos(house.angle) * away
    guard isFree(wing, except: house, clearance: 0.5) else { return }
    objects.append(wing)
  }

  /// Covers some of the roofs that stay anew at the later date, or lays panels on them.
  mutating func recover(share: Double) {
    for index in objects.indices where objects[index].presence == .both {
      guard objects[index].kind.isBuilding, random.chance(share) else { continue }
      if random.chance(0.35) {
        objects[index].laterCover = .solar
      } else {
        objects[index].laterColour = shaper.shade(of: SIMD3(150, 125, 108), spread: 34)
      }
    }
  }

  private func isFree(
    _ object: SceneObject, except skipped: SceneObject?, clearance: Double
  ) -> Bool {
    let reach = hypot(object.length, object.width) / 2
    for other in objects where other != skipped {
      let apart = hypot(other.x - object.x, other.y - object.y)
      guard apart < reach + hypot(other.length, other.width) / 2 + clearance else { continue }
      if object.touches(other, clearance: clearance) { return false }
    }
    guard object.kind != .car, object.kind != .lorry else { return true }
    return roads.allSatisfy {
      Self.distance(PixelPoint(x: object.x, y: object.y), $0) > $0.width / 2 + object.width / 2
    }
  }

  static func distance(_ point: PixelPoint, _ road: Scene.Road) -> Double {
    let (dx, dy) = (road.to.x - road.from.x, road.to.y - road.from.y)
    let length = max(1e-9, hypot(dx, dy))
    return abs((point.x - road.from.x) * dy - (point.y - road.from.y) * dx) / length
  }
}
