import Learning
import Review

/// Draws a part of the list at random, so that places without reviews, which the score cannot see,
/// are still inspected and the score can be judged without bias.
enum ExplorationQuota {
  /// The part of the list that is drawn.
  static let share = 0.15

  /// A candidate for the list.
  struct Candidate {
    /// What the list is ranked by.
    var priority: Double
    var department: String
    var activity: ActivityGroup
    var hasReviews: Bool
  }

  /// The selection of each candidate, or `nil` for those that are not in the list.
  ///
  /// The best fill 85 % of the list. The rest is drawn from the other candidates, put in the order
  /// of département, activity and presence of reviews and shuffled within: every k-th after a random
  /// start. So each stratum has its share and everyone the same known probability.
  ///
  /// - Parameters:
  ///   - size: the length of the list.
  ///   - seed: the seed of the draw.
  static func select(_ candidates: [Candidate], size: Int, seed: UInt64) -> [Selection?] {
    var selections = [Selection?](repeating: nil, count: candidates.count)
    let order = candidates.indices.sorted {
      (candidates[$1].priority, $0) < (candidates[$0].priority, $1)
    }
    guard size < candidates.count else {
      for place in order { selections[place] = Selection(.best) }
      return selections
    }
    let drawn = Int((Double(max(0, size)) * share).rounded())
    let best = max(0, size) - drawn
    for place in order.prefix(best) { selections[place] = Selection(.best) }
    var rest = Array(order.dropFirst(best))
    guard drawn > 0, !rest.isEmpty else { return selections }
    var generator = SplitMix64(seed: seed)
    generator.shuffle(&rest)
    // The sort is stable in the shuffled order through its offsets.
    let strata = rest.enumerated().sorted {
      (stratum(candidates[$0.element]), $0.offset) < (stratum(candidates[$1.element]), $1.offset)
    }.map(\.element)
    let step = Double(strata.count) / Double(drawn)
    let start = generator.unit() * step
    for draw in 0..<drawn {
      let place = strata[min(strata.count - 1, Int(start + Double(draw) * step))]
      selections[place] = Selection(.random, probability: 1 / step)
    }
    return selections
  }

  private static func stratum(_ candidate: Candidate) -> String {
    "\(candidate.department)|\(candidate.activity.rawValue)|\(candidate.hasReviews)"
  }
}
