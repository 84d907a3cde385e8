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
      }
    }
  }

  private func colour(_ object: SceneObject) -> SIMD3<Float> {
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

  private mutating func paintRoof(_ object: SceneObject) {
    let base = colour(object)
    let (cosine, sine) = (cos(object.angle), sin(object.angle))
    let sun = -light.shadow
    // How much each slope looks at the sun.
    let side = Float(-sine * sun.x + cosine * sun.y) * 0.22
    let end = Float(cosine * sun.x + sine * sun.y) * 0.22
    let centre = SIMD2(object.x, object.y) + light.lean * object.height
    let own = own.plane
    canvas.fill(object.corners(lean: light.lean)) { place, index, pixel in
      let from = place - centre
      let along = from.x * cosine + from.y * sine
      let across = -from.x * sine + from.y * cosine
      let grain = own.values[index] * 3.5
      var factor: Float = 1
      switch object.cover {
      case .gable: factor += across > 0 ? side : -side
      case .hip:
        let reach = object.width / 2 - abs(across)
        let isEnd = object.length / 2 - abs(along) < reach
        factor += isEnd ? (along > 0 ? end : -end) : (across > 0 ? side : -side)
      case .metal:
        factor += across > 0 ? side * 0.4 : -side * 0.4
        factor += Float(sin(along * 2 * .pi / 1.2)) * 0.05
      case .solar:
        let isGap = abs(along.truncatingRemainder(dividingBy: 2)) < 0.25
        pixel = isGap ? SIMD3(150, 150, 150) : SIMD3(58, 64, 84) + SIMD3(repeating: grain)
        return
      case .glass:
        factor += Float(sin(across * 2 * .pi / 3.2)) * 0.16
      case .flat, .open:
        // A parapet or an edge.
        let edge = min(object.length / 2 - abs(along), object.width / 2 - abs(across))
        if edge < 0.35 { factor -= 0.1 }
      }
      pixel = base * factor + SIMD3(repeating: grain)
    }
    paintDetails(object)
  }

  /// Skylights and chimneys.
  private mutating func paintDetails(_ object: SceneObject) {
    guard object.kind == .building || object.kind == .caravan || object.kind == .mobileHome,
      object.length > 5
    else { return }
    var detail = object
    detail.length = object.kind == .building ? 1.1 : 0.8
    detail.width = 0.8
    detail.x += cos(object.angle) * object.length * 0.22 - sin(object.angle) * object.width * 0.2
    detail.y += sin(object.angle) * object.length * 0.22 + cos(object.angle) * object.width * 0.2
    let shade: SIMD3<Float> = object.kind == .building ? SIMD3(90, 84, 80) : SIMD3(170, 176, 182)
    canvas.fill(detail.corners(lean: light.lean)) { _, _, pixel in pixel = shade }
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
