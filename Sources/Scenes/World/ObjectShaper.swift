import Foundation

/// Gives objects the sizes, covers and colours of their kind.
struct ObjectShaper {
  private let street: Double
  private var random: SceneRandom
  /// What roofs of this place are mostly made of.
  private let usualRoof: SIMD3<Double>

  init(street: Double, seed: UInt64) {
    self.street = street
    var random = SceneRandom(seed: seed)
    usualRoof = random.pick(Self.roofs)
    self.random = random
  }

  /// A colour near another.
  mutating func shade(of colour: SIMD3<Double>, spread: Double) -> SIMD3<Double> {
    random.colour(colour, spread: spread)
  }

  mutating func shape(_ kind: ObjectKind, _ setting: Scene.Setting) -> SceneObject {
    let angle =
      random.chance(0.7) ? street + (random.chance(0.5) ? .pi / 2 : 0) : random.between(0, .pi)
    var object = SceneObject(
      kind: kind, presence: .both, x: 0, y: 0, length: 5, width: 3, angle: angle, height: 3,
      cover: .flat, colour: SIMD3(200, 200, 200), detail: random.below(1 << 16))
    switch kind {
    case .building: shapeBuilding(&object, setting)
    case .shed: shapeShed(&object, setting)
    case .lightBuilding:
      set(&object, 4...9, 3...6, 2.2...3.2, [.gable, .flat, .metal])
      object.colour = random.colour(random.pick(Self.sheds), spread: 14)
    case .caravan:
      set(&object, 5...8, 2...2.6, 2.3...2.8, [.flat])
      object.colour = random.colour(SIMD3(222, 222, 216), spread: 12)
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
    default: shapeUnwanted(&object)
    }
    return object
  }

  private mutating func shapeUnwanted(_ object: inout SceneObject) {
    switch object.kind {
    case .car:
      set(&object, 3.8...5.2, 1.7...2, 1.5...2, [.flat])
      object.colour = random.colour(random.pick(Self.cars), spread: 10)
    case .lorry:
      set(&object, 8...16.5, 2.4...2.6, 3...4, [.flat])
      object.colour = random.colour(random.pick(Self.cars), spread: 16)
    case .court:
      set(&object, 24...34, 12...17, 0...0, [.open])
      object.colour = random.colour(random.pick(Self.courts), spread: 10)
    default:
      set(&object, 5...22, 4...16, 0...0, [.open])
      object.colour = random.colour(random.pick(Self.earths), spread: 16)
    }
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
    set(&object, 8...20, 6...13, 3...8, [.gable, .gable, .gable, .hip, .hip, .hip, .flat])
    if setting == .industry || random.chance(0.12) {
      set(&object, 14...48, 9...26, 4...13, [.flat, .flat, .metal, .gable])
    }
    object.colour = random.colour(
      random.chance(0.6) ? usualRoof : random.pick(Self.roofs), spread: 16)
    if object.cover == .flat { object.colour = random.colour(random.pick(Self.flats), spread: 22) }
    if random.chance(0.05) { object.cover = .solar }
  }

  private mutating func shapeShed(_ object: inout SceneObject, _ setting: Scene.Setting) {
    set(&object, 10...42, 7...24, 3.5...9, [.metal, .metal, .metal, .gable, .flat, .solar, .glass])
    if setting == .industry, random.chance(0.5) {
      set(&object, 30...74, 18...44, 6...12, [.metal, .flat, .flat, .solar])
    }
    object.colour = random.colour(random.pick(Self.sheds), spread: 16)
  }

  private static let roofs: [SIMD3<Double>] = [
    SIMD3(178, 128, 104), SIMD3(190, 148, 124), SIMD3(150, 110, 94), SIMD3(96, 98, 106),
    SIMD3(122, 118, 116), SIMD3(168, 140, 118), SIMD3(104, 98, 92), SIMD3(124, 112, 100),
    SIMD3(84, 82, 80), SIMD3(206, 160, 134), SIMD3(140, 88, 74),
  ]
  private static let flats: [SIMD3<Double>] = [
    SIMD3(176, 172, 166), SIMD3(206, 204, 200), SIMD3(132, 130, 128), SIMD3(96, 96, 100),
    SIMD3(186, 176, 158),
  ]
  private static let sheds: [SIMD3<Double>] = [
    SIMD3(204, 206, 208), SIMD3(170, 172, 176), SIMD3(126, 140, 128), SIMD3(222, 224, 224),
    SIMD3(144, 130, 118), SIMD3(112, 118, 128), SIMD3(150, 160, 176), SIMD3(164, 104, 88),
    SIMD3(94, 112, 150), SIMD3(90, 92, 96), SIMD3(188, 180, 166),
  ]
  private static let homes: [SIMD3<Double>] = [
    SIMD3(218, 216, 208), SIMD3(196, 186, 168), SIMD3(160, 150, 138), SIMD3(206, 204, 200),
  ]
  private static let containers: [SIMD3<Double>] = [
    SIMD3(70, 92, 138), SIMD3(150, 74, 58), SIMD3(92, 120, 92), SIMD3(170, 170, 168),
  ]
  private static let cars: [SIMD3<Double>] = [
    SIMD3(230, 230, 230), SIMD3(60, 62, 66), SIMD3(150, 40, 40), SIMD3(120, 126, 134),
    SIMD3(60, 80, 130), SIMD3(222, 224, 226), SIMD3(40, 42, 46),
  ]
  private static let courts: [SIMD3<Double>] = [
    SIMD3(84, 120, 152), SIMD3(96, 134, 104), SIMD3(168, 110, 88),
  ]
  private static let earths: [SIMD3<Double>] = [
    SIMD3(170, 146, 120), SIMD3(196, 178, 148), SIMD3(140, 120, 100), SIMD3(206, 200, 188),
    SIMD3(110, 106, 100),
  ]
}
