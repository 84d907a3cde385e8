import Imagery

/// A piece of invented land at two dates: everything that is painted, and so everything that is
/// known to be true.
public struct Scene: Sendable {
  /// A kind of landscape.
  public enum Setting: String, CaseIterable, Sendable {
    /// Fields, farms.
    case rural
    /// Houses with gardens.
    case suburb
    /// Hangars and yards.
    case industry
    /// Scrub, dunes, ponds: where nothing may be built.
    case wild
  }

  /// A field: what lies on one side of a line belongs to it, the later ones over the earlier.
  struct Field: Sendable {
    var kind: GroundKind
    var laterKind: GroundKind
    var corner: PixelPoint
    var direction: Double
    var rowSpacing: Double
    var rowDirection: Double
    var shade: SIMD3<Double>
    var laterShade: SIMD3<Double>
    /// What shows through in places, and over which share at each date.
    var patch: GroundKind
    var patchShare: Double
    var laterPatchShare: Double
  }

  /// A yard, a car park, a building site: ground of another kind that somebody laid out.
  struct Yard: Sendable {
    /// Where it lies; only the place and the sides are used.
    var place: SceneObject
    var kind: GroundKind
    var presence: SceneObject.Presence
  }

  /// A road or a track between two points.
  struct Road: Sendable {
    var from: PixelPoint
    var to: PixelPoint
    var width: Double
    var kind: GroundKind
    var presence: SceneObject.Presence = .both
    /// Whether lines are painted on it.
    var isMarked = false
  }

  /// A tree with its crown.
  struct Tree: Sendable {
    var x: Double
    var y: Double
    var radius: Double
    var presence: SceneObject.Presence
    var colour: SIMD3<Double>
  }

  /// The sun and the camera of one date.
  struct Light: Sendable {
    /// Where shadows fall: metres for each metre of height.
    var shadow: SIMD2<Double>
    /// Where high things lean.
    var lean: SIMD2<Double>
    var shadowDepth: Double
    var gain: SIMD3<Double>
    var gamma: Double
    var saturation: Double
    var haze: Double
    var blur: Double
    var noise: Double
    /// By how much the picture is moved, in metres.
    var shift: SIMD2<Double>
    /// How dry or bare what grows is, 0…1.
    var season: Double
    /// How much a slope of a roof that looks at the sun is brighter.
    var relief: Double
    /// How much of the ground's grain is the same at both dates, 0…1.
    var sharedGrain: Double
  }

  /// Metres on a side.
  public let side: Double
  /// The landscape.
  public let setting: Setting
  /// What stands there, at one date or at both.
  public var objects: [SceneObject]
  var fields: [Field]
  var yards: [Yard]
  var roads: [Road]
  var trees: [Tree]
  var lights: [Light]
  var seeds: [UInt64]

  /// The objects that came or went and that an agent looks for.
  public var changes: [SceneObject] {
    objects.filter { $0.presence != .both && $0.kind.isWanted }
  }
}

extension Scene {
  /// Makes the two pictures of a scene to be shown kinder: less haze and grain, as agencies deliver
  /// them.
  public mutating func soften() {
    for index in lights.indices {
      lights[index].haze = min(lights[index].haze, 8)
      lights[index].noise = min(lights[index].noise, 2)
      lights[index].blur = min(lights[index].blur, 0.2)
      lights[index].saturation = max(1, lights[index].saturation)
    }
  }
}
