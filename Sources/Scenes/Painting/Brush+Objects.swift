import Foundation
import Imagery

/// Paints what stands on the ground.
extension Brush {
  mutating func paintObjects() {
    for object in scene.objects where object.isPresent(later: later) {
      switch object.kind {
      case .dump: paintDump(object)
      case .pool: paintPool(object)
      case .earthwork, .court: paintFlat(object)
      default:
        paintWalls(object)
        paintRoof(object)
        paintDetails(object)
      }
    }
  }

  func colour(_ object: SceneObject) -> SIMD3<Float> {
    SIMD3<Float>(later ? object.laterColour ?? object.colour : object.colour)
  }

  /// The wall between the ground and a roof that leans.
  private mutating func paintWalls(_ object: SceneObject) {
    guard object.height > 2.5, (light.lean * light.lean).sum() > 0.002 else { return }
    let steps = max(1, Int(object.height / 1.2))
    for step in 0..<steps {
      var slice = object
      slice.height = object.height * Double(step) / Double(steps)
      canvas.fill(slice.corners(lean: light.lean)) { _, _, pixel in
        pixel = SIMD3(168, 160, 148)
      }
    }
  }

  private mutating func paintDump(_ object: SceneObject) {
    let base = colour(object)
    let own = own.plane
    let (cosine, sine) = (cos(object.angle), sin(object.angle))
    canvas.fill(object.corners()) { place, index, pixel in
      let from = SIMD2(place.x - object.x, place.y - object.y)
      let along = (from.x * cosine + from.y * sine) / (object.length / 2)
      let across = (-from.x * sine + from.y * cosine) / (object.width / 2)
      // A heap is round and ragged.
      guard along * along + across * across < 0.95 + Double(own.values[index]) * 0.22 else {
        return
      }
      let noise = own.values[index]
      let scrap: SIMD3<Float> =
        noise > 0.9
        ? SIMD3(225, 225, 228) : noise < -0.9 ? SIMD3(60, 66, 90) : base
      pixel = scrap + SIMD3(noise * 26, noise * 22, noise * 20)
    }
  }

  private mutating func paintPool(_ object: SceneObject) {
    let base = colour(object)
    let own = own.plane
    canvas.fill(object.corners(margin: 0.9)) { _, _, pixel in pixel = SIMD3(204, 198, 188) }
    canvas.fill(object.corners()) { _, index, pixel in
      pixel = base + SIMD3(repeating: own.values[index] * 4)
    }
  }

  private mutating func paintFlat(_ object: SceneObject) {
    let base = colour(object)
    let own = own.plane
    let roughness: Float = object.kind == .court ? 3 : 13
    canvas.fill(object.corners()) { _, index, pixel in
      pixel = base + SIMD3(repeating: own.values[index] * roughness)
    }
    guard object.kind == .court else { return }
    var inner = object
    inner.length -= 5
    inner.width -= 4
    canvas.fill(inner.corners()) { _, _, pixel in pixel += SIMD3(repeating: 16) }
  }
}
