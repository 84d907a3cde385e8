import Learning

/// Draws with replacement among things of a few sorts.
enum Bootstrap {
  /// The values of a statistic on replicates; those where it has none are left out.
  ///
  /// - Parameters:
  ///   - sorts: the sort of each thing, 0..<`sortCount`: things of one sort are the same to the
  ///     statistic, so that a replicate is told by how many there are of each.
  ///   - statistic: the value for a number of things of each sort.
  static func replicates(
    _ sorts: [Int], sortCount: Int, _ count: Int, seed: UInt64, _ statistic: ([Int]) -> Double?
  ) -> [Double] {
    guard !sorts.isEmpty else { return [] }
    var generator = SplitMix64(seed: seed)
    var values: [Double] = []
    values.reserveCapacity(count)
    var drawn = [Int](repeating: 0, count: sortCount)
    for _ in 0..<count {
      for sort in 0..<sortCount { drawn[sort] = 0 }
      for _ in sorts.indices { drawn[sorts[generator.below(sorts.count)]] += 1 }
      if let value = statistic(drawn) { values.append(value) }
    }
    return values
  }
}

/// Numbers things by their kind, in the order in which kinds are met.
struct Sorting<Kind: Hashable> {
  /// The kinds.
  private(set) var kinds: [Kind] = []
  /// The number of each thing's kind.
  private(set) var sorts: [Int] = []
  private var known: [Kind: Int] = [:]

  init(_ things: some Sequence<Kind>) {
    for thing in things {
      if let sort = known[thing] {
        sorts.append(sort)
      } else {
        known[thing] = kinds.count
        sorts.append(kinds.count)
        kinds.append(thing)
      }
    }
  }

  /// How many things there are of each kind.
  var counts: [Int] {
    var counts = [Int](repeating: 0, count: kinds.count)
    for sort in sorts { counts[sort] += 1 }
    return counts
  }
}
