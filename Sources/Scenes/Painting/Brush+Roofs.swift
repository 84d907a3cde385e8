import Foundation
import Imagery

/// Paints roofs and what stands on them.
extension Brush {
  /// A pixel of a roof, seen from the roof's middle along its sides, in metres.
  private struct Spot {
    var along: Double
    var across: Double
    var halfLength: Double
    var halfWidth: Double
    /// The distance to the nearest edge.
    var edge: Double { min(halfLength - abs(along), halfWidth - abs(across)) }
  }

  mutating func paintRoof(_ object: SceneObject) {
    let base = colour(object)
    let cover = later ? object.laterCover ?? object.cover : object.cover
    let (cosine, sine) = (cos(object.angle), sin(object.angle))
    let sun = -light.shadow
    // How much each slope looks at the sun.
    let side = Float((-sine * sun.x + cosine * sun.y) * light.relief)
    let end = Float((cosine * sun.x + sine * sun.y) * light.relief)
    let centre = SIMD2(object.x, object.y) + light.lean * object.height
    let (own, shared) = (own.plane, shared.plane)
    let stains = Float(object.detail % 7) * 0.8 + 1.5
    canvas.fill(object.corners(lean: light.lean)) { place, index, pixel in
      let from = place - centre
      let spot = Spot(
        along: from.x * cosine + from.y * sine, across: -from.x * sine + from.y * cosine,
        halfLength: object.length / 2, halfWidth: object.width / 2)
      let grain = own.values[index] * 2 + shared.values[index] * stains
      if cover == .solar {
        let isGap = abs(spot.along.truncatingRemainder(dividingBy: 2)) < 0.2 || spot.edge < 0.5
        pixel = isGap ? SIMD3(150, 150, 150) : SIMD3(58, 64, 84) + SIMD3(repeating: grain)
        return
      }
      let factor = Self.factor(cover, spot, side: side, end: end, detail: object.detail)
      pixel = base * factor + SIMD3(repeating: grain)
    }
  }

  private static func factor(
    _ cover: SceneObject.Cover, _ spot: Spot, side: Float, end: Float, detail: Int
  ) -> Float {
    switch cover {
    case .gable:
      let ridge: Float = abs(spot.across) < 0.3 ? 0.06 : 0
      return 1 + (spot.across > 0 ? side : -side) + ridge
    case .hip:
      let reach = spot.halfWidth - abs(spot.across)
      let isEnd = spot.halfLength - abs(spot.along) < reach
      return 1 + (isEnd ? (spot.along > 0 ? end : -end) : (spot.across > 0 ? side : -side))
    case .metal:
      // Several naves beside each other, seams, and rows of skylights on some.
      let naves = spot.halfWidth > 14 ? 2.0 + Double(detail % 3) : 1
      let nave = spot.halfWidth * 2 / naves
      let inside = (spot.across + spot.halfWidth).truncatingRemainder(dividingBy: nave) - nave / 2
      var factor: Float = 1 + (inside > 0 ? side : -side) * 0.45
      factor += Float(sin(spot.along * 2 * .pi / 1.2)) * 0.04
      let isLit =
        detail % 2 == 0 && abs(abs(inside) - nave / 4) < 0.7
        && abs(spot.along.truncatingRemainder(dividingBy: 5)) < 2 && spot.edge > 1
      return isLit ? factor * (detail % 4 == 0 ? 1.25 : 0.72) : factor
    case .glass:
      return 1 + Float(sin(spot.across * 2 * .pi / 3.2)) * 0.16
    case .flat, .open, .solar:
      // A parapet or an edge.
      return spot.edge < 0.35 ? 0.88 : 1
    }
  }

  /// Skylights, chimneys, machines on flat roofs.
  mutating func paintDetails(_ object: SceneObject) {
    guard object.length > 5 else { return }
    switch object.kind {
    case .building, .shed:
      let count = object.cover == .flat ? object.detail % 9 : object.detail % 4
      for number in 0..<count { paintDetail(object, number, isRoof: true) }
    case .caravan, .mobileHome: paintDetail(object, 0, isRoof: false)
    default: break
    }
  }

  private mutating func paintDetail(_ object: SceneObject, _ number: Int, isRoof: Bool) {
    // Places and sizes follow from the object's own number, so that both dates agree.
    func draw(_ salt: Int) -> Double {
      Double((object.detail &* 7919 &+ number &* 104_729 &+ salt &* 1299) % 1000) / 1000
    }
    let along = isRoof ? (draw(1) - 0.5) * object.length * 0.8 : object.length * 0.22
    let across = isRoof ? (draw(2) - 0.5) * object.width * 0.8 : object.width * 0.2
    var detail = object
    let isMachine = isRoof && object.cover == .flat
    detail.length = isRoof ? 0.6 + draw(3) * (isMachine ? 3 : 1) : 0.8
    detail.width = isRoof ? 0.5 + draw(4) * (isMachine ? 2 : 0.6) : 0.8
    detail.x += cos(object.angle) * along - sin(object.angle) * across
    detail.y += sin(object.angle) * along + cos(object.angle) * across
    let level = isRoof ? Float(draw(5) < 0.6 ? 70 + draw(6) * 50 : 190 + draw(6) * 40) : 174
    canvas.fill(detail.corners(lean: light.lean)) { _, _, pixel in
      pixel = SIMD3(level, level, level * 0.98 + 4)
    }
  }
}
