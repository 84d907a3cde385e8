import Learning

/// Draws of a training, the same for a seed.
struct NetworkRandom {
  private var source: SplitMix64

  init(seed: UInt64) { source = SplitMix64(seed: seed) }

  mutating func below(_ bound: Int) -> Int { source.below(bound) }
  mutating func unit() -> Float { Float(source.unit()) }
  mutating func between(_ low: Float, _ high: Float) -> Float { low + (high - low) * unit() }
  mutating func normal() -> Float {
    (0..<12).reduce(Float(-6)) { sum, _ in sum + unit() }
  }
}
