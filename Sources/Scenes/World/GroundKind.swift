/// What covers the ground.
enum GroundKind: CaseIterable {
  case meadow
  case dryGrass
  case lawn
  case bareSoil
  case crop
  case vineyard
  case scrub
  case sand
  case gravel
  case concrete
  case asphalt

  /// The colour under even light, 0…255; duller than the eye expects, as aerial pictures are.
  var colour: SIMD3<Double> {
    switch self {
    case .meadow: SIMD3(104, 116, 82)
    case .dryGrass: SIMD3(150, 143, 108)
    case .lawn: SIMD3(98, 122, 78)
    case .bareSoil: SIMD3(158, 136, 112)
    case .crop: SIMD3(122, 132, 86)
    case .vineyard: SIMD3(140, 126, 100)
    case .scrub: SIMD3(108, 108, 82)
    case .sand: SIMD3(192, 178, 148)
    case .gravel: SIMD3(172, 166, 154)
    case .concrete: SIMD3(188, 186, 180)
    case .asphalt: SIMD3(122, 122, 124)
    }
  }

  /// Whether it grows, so that seasons change it.
  var isGreen: Bool {
    switch self {
    case .meadow, .lawn, .crop, .scrub, .vineyard: true
    default: false
    }
  }

  /// How uneven it is.
  var roughness: Double {
    switch self {
    case .asphalt, .concrete: 5
    case .lawn, .gravel, .sand: 8
    case .meadow, .crop, .bareSoil: 11
    case .dryGrass, .vineyard: 13
    case .scrub: 22
    }
  }

  /// The distance between rows in metres, if it has any.
  var rows: ClosedRange<Double>? {
    switch self {
    case .vineyard: 1.8...2.6
    case .crop: 0.8...3.5
    case .bareSoil: 1...4
    default: nil
    }
  }

  /// What it may be at the later date.
  var successors: [GroundKind] {
    switch self {
    case .meadow: [.meadow, .dryGrass, .crop, .bareSoil]
    case .dryGrass: [.dryGrass, .meadow, .bareSoil, .gravel]
    case .lawn: [.lawn, .dryGrass]
    case .bareSoil: [.bareSoil, .crop, .meadow, .gravel]
    case .crop: [.crop, .bareSoil, .bareSoil, .dryGrass, .meadow]
    case .vineyard: [.vineyard, .vineyard, .bareSoil]
    case .scrub: [.scrub, .scrub, .dryGrass, .bareSoil]
    case .sand: [.sand]
    case .gravel: [.gravel, .dryGrass, .asphalt, .concrete]
    case .concrete: [.concrete, .gravel]
    case .asphalt: [.asphalt, .gravel]
    }
  }
}
