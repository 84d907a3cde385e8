import Foundation
import Learning

/// Draws of a scene, the same for a seed on every machine.
struct SceneRandom {
  private var source: SplitMix64

  init(seed: UInt64) { source = SplitMix64(seed: seed) }

  mutating func seed() -> UInt64 { source.next() }
  mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * source.unit()
  }
  mutating func chance(_ share: Double) -> Bool { source.unit() < share }
  mutating func below(_ bound: Int) -> Int { source.below(bound) }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[source.below(values.count)] }

  /// A number around 0 with standard deviation 1, by the sum of uniform ones.
  mutating func normal() -> Double {
    (0..<6).reduce(0.0) { sum, _ in sum + source.unit() - 0.5 } * 2.0.squareRoot()
  }

  mutating func colour(_ base: SIMD3<Double>, spread: Double) -> SIMD3<Double> {
    let shade = normal() * spread
    return base + SIMD3(repeating: shade)
      + SIMD3(normal(), normal(), normal()) * (spread * 0.35)
  }
}
