import Foundation
import Imagery

/// Noise of several grains, the same for a seed: grounds and crowns are never even.
struct Texture {
  /// Deviation 1, mean 0.
  let plane: Plane

  /// Makes noise for a size in pixels; grains are in metres, each with its share.
  init(
    width: Int, height: Int, metres: Double, seed: UInt64,
    grains: [(metres: Double, share: Double)] = [(0.3, 0.45), (1.2, 0.5), (4, 0.6), (14, 0.6)]
  ) {
    var random = SceneRandom(seed: seed)
    var sum = Plane(width: width, height: height)
    for grain in grains {
      let deviation = grain.metres / metres / 2
      // Coarse grains are made small and enlarged: smoothing costs the same for each pixel.
      let shrink = max(1, Int(deviation / 2))
      var noise = Plane(width: width / shrink + 3, height: height / shrink + 3)
      for index in noise.values.indices { noise.values[index] = Float(random.between(-1, 1)) }
      noise = Self.levelled(noise.smoothed(deviation / Double(shrink)))
      if shrink > 1 {
        noise = noise.resized(width: noise.width * shrink, height: noise.height * shrink)
      }
      for y in 0..<height {
        for x in 0..<width { sum[x, y] += noise[x, y] * Float(grain.share) }
      }
    }
    plane = sum
  }

  private static func levelled(_ plane: Plane) -> Plane {
    let mean = plane.mean
    let square = plane.values.reduce(0.0) { $0 + Double(($1 - mean) * ($1 - mean)) }
    let deviation = Float(max(1e-6, square / Double(max(1, plane.count))).squareRoot())
    return plane.mapped { ($0 - mean) / deviation }
  }
}
