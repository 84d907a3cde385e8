import Foundation
import Imagery

/// Finds room for objects: none stands on another, nor on a road unless it drives there.
struct ObjectPlacer {
  private static let attempts = 40
  private let side: Double
  private let roads: [Scene.Road]
  private var random: SceneRandom
  private var street: Double
  private(set) var objects: [SceneObject] = []

  init(side: Double, roads: [Scene.Road], seed: UInt64) {
    self.side = side
    self.roads = roads
    random = SceneRandom(seed: seed)
    street = random.between(0, .pi)
  }

  mutating func place(
    _ kind: ObjectKind, _ presence: SceneObject.Presence, _ setting: Scene.Setting
  ) {
    for _ in 0..<Self.attempts {
      var object = shape(kind, setting)
      object.presence = presence
      guard isFree(object) else { continue }
      objects.append(object)
      // An L-shaped house is two wings.
      if kind == .building, random.chance(0.3) { placeWing(of: object) }
      return
    }
  }

  private mutating func placeWing(of house: SceneObject) {
    var wing = house
    wing.length = house.length * random.between(0.5, 0.8)
    wing.width = house.width * random.between(0.6, 0.9)
    wing.angle = house.angle + .pi / 2
    let away = house.width / 2 + wing.length / 2 - wing.width * 0.3
    let along = (house.length - wing.width) / 2 * (random.chance(0.5) ? 1 : -1)
    wing.x += cos(house.angle) * along - sin(house.angle) * away
    wing.y += sin(house.angle) * along + cos(house.angle) * away
    guard isFree(wing, except: objects.count - 1) else { return }
    objects.append(wing)
  }

  /// Gives some of the roofs that stay another colour at the later date.
  mutating func recover(share: Double) {
    for index in objects.indices where objects[index].presence == .both {
      guard objects[index].kind.isBuilding, random.chance(share) else { continue }
      objects[index].laterColour = random.colour(SIMD3(150, 120, 100), spread: 30)
    }
  }

  private func isFree(_ object: SceneObject, except skipped: Int = -1) -> Bool {
    let reach = hypot(object.length, object.width) / 2
    let clearance = object.kind == .car ? 0.3 : 1.0
    guard object.x > reach * 0.5, object.y > reach * 0.5, object.x < side - reach * 0.5,
      object.y < side - reach * 0.5
    else { return false }
    for (index, other) in objects.enumerated() where index != skipped {
      let apart = hypot(other.x - object.x, other.y - object.y)
      if apart < reach + hypot(other.length, other.width) / 2 + clearance { return false }
    }
    guard object.kind != .car else { return true }
    return roads.allSatisfy {
      Self.distance(PixelPoint(x: object.x, y: object.y), $0) > $0.width / 2 + object.width / 2
    }
  }

  static func distance(_ point: PixelPoint, _ road: Scene.Road) -> Double {
    let (dx, dy) = (road.to.x - road.from.x, road.to.y - road.from.y)
    let length = max(1e-9, hypot(dx, dy))
    return abs((point.x - road.from.x) * dy - (point.y - road.from.y) * dx) / length
  }

  // MARK: Shapes

  private mutating func shape(_ kind: ObjectKind, _ setting: Scene.Setting) -> SceneObject {
    let angle =
      random.chance(0.6) ? street + (random.chance(0.5) ? .pi / 2 : 0) : random.between(0, .pi)
    var object = SceneObject(
      kind: kind, presence: .both, x: random.between(0, side), y: random.between(0, side),
      length: 5, width: 3, angle: angle, height: 3, cover: .flat, colour: SIMD3(200, 200, 200))
    switch kind {
    case .building: shapeBuilding(&object, setting)
    case .shed: shapeShed(&object)
    case .lightBuilding:
      set(&object, 4...9, 3...6, 2.2...3.2, [.gable, .flat, .metal])
      object.colour = random.colour(random.pick(Self.sheds), spread: 14)
    case .caravan:
      set(&object, 5...8, 2...2.6, 2.3...2.8, [.flat])
      object.colour = random.colour(SIMD3(226, 226, 222), spread: 8)
    case .mobileHome:
      set(&object, 7...12, 3...4.5, 2.8...3.4, [.gable, .flat])
      object.colour = random.colour(random.pick(Self.homes), spread: 10)
    case .container:
      set(&object, 6...6.1, 2.4...2.5, 2.6...2.6, [.metal])
      if random.chance(0.3) { object.length = 12.2 }
      object.colour = random.colour(random.pick(Self.containers), spread: 10)
    case .dump:
      set(&object, 4...13, 3...9, 0.6...2, [.open])
      object.colour = random.colour(SIMD3(150, 140, 130), spread: 18)
    case .pool:
      set(&object, 6...11, 3...5, 0...0, [.open])
      object.colour = random.colour(SIMD3(96, 176, 196), spread: 12)
    case .car:
      set(&object, 3.8...5.2, 1.7...2, 1.5...2, [.flat])
      object.colour = random.colour(random.pick(Self.cars), spread: 10)
    case .earthwork:
      set(&object, 6...20, 5...14, 0...0, [.open])
      object.colour = random.colour(SIMD3(170, 146, 120), spread: 14)
    case .court:
      set(&object, 24...34, 12...17, 0...0, [.open])
      object.colour = random.colour(random.pick(Self.courts), spread: 10)
    }
    return object
  }

  private mutating func set(
    _ object: inout SceneObject, _ length: ClosedRange<Double>, _ width: ClosedRange<Double>,
    _ height: ClosedRange<Double>, _ covers: [SceneObject.Cover]
  ) {
    object.length = random.between(length.lowerBound, length.upperBound)
    object.width = min(object.length, random.between(width.lowerBound, width.upperBound))
    object.height = random.between(height.lowerBound, height.upperBound)
    object.cover = random.pick(covers)
  }

  private mutating func shapeBuilding(_ object: inout SceneObject, _ setting: Scene.Setting) {
    set(&object, 8...22, 6...13, 3...8, [.gable, .gable, .gable, .hip, .hip, .flat])
    if setting == .industry { set(&object, 12...34, 9...22, 4...11, [.flat, .metal, .gable]) }
    object.colour = random.colour(random.pick(Self.roofs), spread: 16)
    if object.cover == .flat { object.colour = random.colour(SIMD3(176, 172, 166), spread: 26) }
    if random.chance(0.05) { object.cover = .solar }
  }

  private mutating func shapeShed(_ object: inout SceneObject) {
    set(&object, 10...42, 7...24, 3.5...9, [.metal, .metal, .metal, .gable, .flat, .solar, .glass])
    object.colour = random.colour(random.pick(Self.sheds), spread: 16)
  }

  private static let roofs: [SIMD3<Double>] = [
    SIMD3(178, 128, 104), SIMD3(190, 148, 124), SIMD3(150, 110, 94), SIMD3(96, 98, 106),
    SIMD3(122, 118, 116), SIMD3(168, 140, 118),
  ]
  private static let sheds: [SIMD3<Double>] = [
    SIMD3(204, 206, 208), SIMD3(170, 172, 176), SIMD3(126, 140, 128), SIMD3(222, 224, 224),
    SIMD3(144, 130, 118), SIMD3(112, 118, 128),
  ]
  private static let homes: [SIMD3<Double>] = [
    SIMD3(218, 216, 208), SIMD3(196, 186, 168), SIMD3(160, 150, 138), SIMD3(206, 204, 200),
  ]
  private static let containers: [SIMD3<Double>] = [
    SIMD3(70, 92, 138), SIMD3(150, 74, 58), SIMD3(92, 120, 92), SIMD3(170, 170, 168),
  ]
  private static let cars: [SIMD3<Double>] = [
    SIMD3(230, 230, 230), SIMD3(60, 62, 66), SIMD3(150, 40, 40), SIMD3(120, 126, 134),
    SIMD3(60, 80, 130),
  ]
  private static let courts: [SIMD3<Double>] = [
    SIMD3(84, 120, 152), SIMD3(96, 134, 104), SIMD3(168, 110, 88),
  ]
}
