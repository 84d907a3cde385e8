import Foundation
import Imagery

/// Paints fields, yards and roads.
extension Brush {
  /// A field, with what is needed of it at every pixel worked out once.
  private struct Sown {
    var field: Scene.Field
    var across: SIMD2<Double>
    var offset: Double
    var rows: SIMD2<Double>
    var colour: SIMD3<Float>
    var patchColour: SIMD3<Float>
    var kind: GroundKind
    var patchFrom: Float
  }

  private func sown(_ field: Scene.Field) -> Sown {
    let kind = later ? field.laterKind : field.kind
    let shade = later ? field.laterShade : field.shade
    let share = later ? field.laterPatchShare : field.patchShare
    func colour(_ kind: GroundKind) -> SIMD3<Float> {
      let colour = SIMD3<Float>(kind.colour + shade)
      return kind.isGreen ? seasonal(colour, most: 0.8) : colour
    }
    let across = SIMD2(cos(field.direction), sin(field.direction))
    return Sown(
      field: field, across: across, offset: field.corner.x * across.x + field.corner.y * across.y,
      rows: SIMD2(cos(field.rowDirection), sin(field.rowDirection)), colour: colour(kind),
      patchColour: colour(field.patch), kind: kind,
      // Where the shared grain is high, something else shows through.
      patchFrom: share > 0 ? Float(1.6 - share * 3) : .infinity)
  }

  mutating func paintGround() {
    let fields = scene.fields.map(sown)
    for y in 0..<canvas.height {
      for x in 0..<canvas.width {
        let index = y * canvas.width + x
        canvas.pixels[index] = field(fields, canvas.place(x, y), index)
      }
    }
    paintYards()
    paintRoads()
  }

  /// The grain of the ground at a pixel: in part the same at both dates.
  private func grain(_ index: Int) -> Float {
    let share = Float(light.sharedGrain)
    return shared.plane.values[index] * share + own.plane.values[index] * (1 - share) * 1.1
  }

  private func field(
    _ fields: [Sown], _ place: SIMD2<Double>, _ index: Int
  ) -> SIMD3<Float> {
    var number = fields.count - 1
    // What lies beyond the last line belongs to the last field, and so on down to the first.
    while number > 0, (fields[number].across * place).sum() <= fields[number].offset { number -= 1 }
    let sown = fields[number]
    let noise = grain(index)
    let isPatch = shared.plane.values[index] > sown.patchFrom
    let kind = isPatch ? sown.field.patch : sown.kind
    var colour = isPatch ? sown.patchColour : sown.colour
    colour += SIMD3(noise, noise * 0.95, noise * 0.85) * Float(kind.roughness)
    guard kind.rows != nil else { return colour }
    let along = (sown.rows * place).sum()
    let wave = Float(sin(2 * .pi * along / sown.field.rowSpacing))
    if kind == .vineyard, wave > 0.35 { return colour * SIMD3(0.62, 0.75, 0.6) }
    if kind == .crop {
      // The tracks of the machines, every eighteen metres.
      let track = abs(along.truncatingRemainder(dividingBy: 18))
      if track < 0.6 || abs(track - 2) < 0.3 { return colour * 0.84 }
    }
    return colour + SIMD3(repeating: wave * (kind == .crop ? 7 : 6))
  }

  private mutating func paintYards() {
    for (number, yard) in scene.yards.enumerated() where yard.presence.holds(later: later) {
      let kind = yard.kind
      var base = SIMD3<Float>(kind.colour)
      base += SIMD3(repeating: Float(number * 37 % 11 - 5) * 3)
      if kind.isGreen { base = seasonal(base, most: 0.8) }
      let rough = Float(kind.roughness)
      var touched: [Int] = []
      canvas.fill(yard.place.corners()) { _, index, _ in touched.append(index) }
      for index in touched {
        canvas.pixels[index] = base + SIMD3(repeating: grain(index) * rough)
      }
    }
  }

  private mutating func paintRoads() {
    for road in scene.roads where road.presence.holds(later: later) {
      let base = SIMD3<Float>(road.kind.colour)
      let rough = Float(road.kind.roughness)
      let direction = SIMD2(road.to.x - road.from.x, road.to.y - road.from.y)
      let length = max(1e-9, (direction * direction).sum().squareRoot())
      let normal = SIMD2(direction.y, -direction.x) / length
      let offset = road.from.x * normal.x + road.from.y * normal.y
      for y in 0..<canvas.height {
        for x in 0..<canvas.width {
          let away = abs((canvas.place(x, y) * normal).sum() - offset)
          guard away < road.width / 2 else { continue }
          let index = y * canvas.width + x
          let isLine = road.isMarked && (away < 0.12 || abs(away - road.width / 2 + 0.5) < 0.12)
          let colour = isLine ? SIMD3<Float>(205, 205, 200) : base
          canvas.pixels[index] = colour + SIMD3(repeating: grain(index) * rough)
        }
      }
    }
  }
}
