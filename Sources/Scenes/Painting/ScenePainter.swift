import Foundation
import Imagery

/// Paints a scene at one of its dates.
public struct ScenePainter {
  private let scene: Scene
  private let metres: Double
  /// Pixels on a side of the finished picture.
  private let side: Int
  /// Painted so many times finer, then averaged, so that edges are mixed as a camera mixes them.
  private static let finer = 2

  /// Prepares pictures with so many metres for a pixel.
  public init(_ scene: Scene, metresPerPixel: Double) {
    self.scene = scene
    metres = metresPerPixel
    side = Int((scene.side / metresPerPixel).rounded())
  }

  /// The picture of the earlier or the later date.
  public func picture(later: Bool) -> Picture {
    let light = scene.lights[later ? 1 : 0]
    var brush = Brush(
      scene: scene, light: light, later: later,
      canvas: Canvas(
        width: side * Self.finer, height: side * Self.finer,
        metres: metres / Double(Self.finer), shift: light.shift))
    brush.paintGround()
    brush.paintShadows()
    brush.paintObjects()
    brush.paintTrees()
    return exposed(brush.canvas, light, seed: scene.seeds[later ? 2 : 1] ^ 0x5EED)
  }

  /// What the camera makes of it.
  private func exposed(_ canvas: Canvas, _ light: Scene.Light, seed: UInt64) -> Picture {
    var planes = (0..<3).map { channel in
      Plane(
        width: canvas.width, height: canvas.height, values: canvas.pixels.map { $0[channel] }
      ).resized(width: side, height: side)
    }
    if light.blur > 0.15 {
      planes = planes.map { $0.smoothed(light.blur / metres * 0.5) }
    } else if light.blur < 0 {
      // Agencies sharpen what they deliver.
      let share = Float(-light.blur) * 1.6
      planes = planes.map { plane in
        plane.combined(plane.smoothed(0.8)) { $0 + ($0 - $1) * share }
      }
    }
    var random = SceneRandom(seed: seed)
    let grain = Float(light.noise)
    for index in planes[0].values.indices {
      var colour = SIMD3(planes[0].values[index], planes[1].values[index], planes[2].values[index])
      let grey = colour.sum() / 3
      colour = SIMD3(repeating: grey) + (colour - SIMD3(repeating: grey)) * Float(light.saturation)
      colour *= SIMD3<Float>(light.gain)
      let noise = Float(random.normal()) * grain
      for channel in 0..<3 {
        let value = max(0, min(1, colour[channel] / 255))
        let curved = 255 * powf(value, Float(light.gamma))
        let hazy = curved * Float(1 - light.haze / 255) + Float(light.haze)
        planes[channel].values[index] = hazy + noise
      }
    }
    return Picture(red: planes[0], green: planes[1], blue: planes[2])
  }
}
