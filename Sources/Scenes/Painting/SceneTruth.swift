import Imagery

/// What is true of a scene's pictures.
public struct SceneTruth: Sendable {
  /// A change that is to be found.
  public struct Change: Sendable {
    /// The object.
    public var object: SceneObject
    /// Its outline in the picture of the date at which it is there, in pixels.
    public var outline: [PixelPoint]
  }

  /// The wanted changes.
  public let changes: [Change]
  /// Whether a pixel belongs to a building that came or went.
  public let buildingChange: [Bool]
  /// Whether a pixel belongs to another wanted object that came or went.
  public let otherChange: [Bool]
  /// Whether a pixel is under a building's roof at the earlier date.
  public let buildingBefore: [Bool]
  /// Whether a pixel is under a building's roof at the later date.
  public let buildingAfter: [Bool]
  /// Pixels on a side.
  public let side: Int

  /// Works it out for pictures with so many metres for a pixel.
  public init(_ scene: Scene, metresPerPixel metres: Double) {
    let side = Int((scene.side / metres).rounded())
    self.side = side
    func ring(_ object: SceneObject, later: Bool) -> [PixelPoint] {
      let light = scene.lights[later ? 1 : 0]
      return object.corners(lean: light.lean).map {
        PixelPoint(x: ($0.x + light.shift.x) / metres, y: ($0.y + light.shift.y) / metres)
      }
    }
    func mask(_ isChosen: (SceneObject) -> Bool, later: Bool?) -> [Bool] {
      var mask = [Bool](repeating: false, count: side * side)
      for object in scene.objects where isChosen(object) {
        let outline = ring(object, later: later ?? (object.presence == .after))
        PolygonMask.forEachSpan([outline], width: side, height: side) { row, columns in
          for column in columns { mask[row * side + column] = true }
        }
      }
      return mask
    }
    changes = scene.changes.map {
      Change(object: $0, outline: ring($0, later: $0.presence == .after))
    }
    buildingChange = mask({ $0.presence != .both && $0.kind.isBuilding }, later: nil)
    otherChange = mask(
      { $0.presence != .both && $0.kind.isWanted && !$0.kind.isBuilding }, later: nil)
    buildingBefore = mask({ $0.kind.isBuilding && $0.isPresent(later: false) }, later: false)
    buildingAfter = mask({ $0.kind.isBuilding && $0.isPresent(later: true) }, later: true)
  }
}
