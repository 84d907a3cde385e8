import Learning

/// Draws the pixels of a labelled pair that the pixel model learns from.
enum PixelSampling {
  /// A drawn pixel, and how much it counts.
  struct Drawn: Hashable, Sendable {
    var pixel: Int
    var weight: Double
  }

  /// The most changed pixels drawn from a pair.
  static let changedLimit = 1200
  /// The most unchanged ones.
  static let unchangedLimit = 1800

  /// Pixels, in order, with their weights so that the drawn ones count as all would.
  static func pixels(
    _ label: [Bool], isPresent: [Bool], seed: UInt64
  ) -> [Drawn] {
    var random = SplitMix64(seed: seed)
    func draw(_ isChanged: Bool, _ limit: Int) -> [Drawn] {
      var all = label.indices.filter { label[$0] == isChanged && isPresent[$0] }
      let count = all.count
      random.shuffle(&all)
      let kept = all.prefix(limit).sorted()
      // Between counting each drawn pixel once and counting it for all it stands for.
      let weight = kept.isEmpty ? 1 : (Double(count) / Double(kept.count)).squareRoot()
      return kept.map { Drawn(pixel: $0, weight: weight) }
    }
    return draw(true, changedLimit) + draw(false, unchangedLimit)
  }
}
