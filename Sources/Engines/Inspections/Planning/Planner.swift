import Learning
import Review

/// Chooses the next inspections: most by their rank under budgets, some by a draw with known
/// probabilities.
///
/// Without the draw the model would only ever learn from where it already looks; with it, what it
/// misses can be estimated without bias (each drawn outcome counts 1 / probability). Every candidate
/// has a minimum probability, so that no site can count on never being seen (Hino, Benami, Brooks
/// 2018).
enum Planner {
  /// A candidate.
  struct Candidate: Sendable {
    var key: String
    var priority: Double
    /// How uncertain the score is: the width of its interval.
    var uncertainty: Double
    var theme: String
    var territory: String
  }

  /// A choice.
  struct Choice: Hashable, Sendable {
    /// The place among the candidates.
    var candidate: Int
    var selection: Selection
    var agent: String
  }

  /// The share of a plan that is drawn.
  static let shares = 0.1...0.2
  /// How much of the expected draws is spread evenly over all candidates.
  static let even = 0.5
  private static let roundLimit = 200

  /// The choices: the best first, the draws between them in the order of their priority.
  ///
  /// - Parameters:
  ///   - count: how many inspections.
  ///   - share: the share that is drawn, held within `shares`.
  static func choose(
    _ candidates: [Candidate], count: Int, share: Double, budgets: Budgets, seed: UInt64
  ) -> [Choice] {
    guard count > 0, !candidates.isEmpty else { return [] }
    let held = min(shares.upperBound, max(shares.lowerBound, share))
    let wanted = min(count, candidates.count)
    let draws = min(wanted, max(1, Int((Double(wanted) * held).rounded())))
    var left = Left(budgets)
    var choices: [Choice] = []
    let probabilities = probabilities(candidates, draws: draws)
    let drawn = draw(candidates, probabilities, seed: seed)
    for number in drawn where choices.count < draws {
      // A draw is never crowded out by a budget: it only uses it up.
      left.take(candidates[number])
      choices.append(
        Choice(
          candidate: number,
          selection: Selection(.random, probability: probabilities[number]),
          agent: left.agent()))
    }
    let isDrawn = Set(drawn)
    let order = candidates.indices.filter { !isDrawn.contains($0) }.sorted {
      (candidates[$1].priority, candidates[$0].key) < (candidates[$0].priority, candidates[$1].key)
    }
    for number in order where choices.count < wanted {
      guard left.allows(candidates[number]) else { continue }
      left.take(candidates[number])
      choices.append(
        Choice(candidate: number, selection: Selection(.best), agent: left.agent()))
    }
    return choices.sorted {
      (candidates[$1.candidate].priority, candidates[$0.candidate].key)
        < (candidates[$0.candidate].priority, candidates[$1.candidate].key)
    }
  }

  /// The probability that each candidate is drawn: half of the draws spread evenly, half by
  /// uncertainty; they add up to the number of draws.
  static func probabilities(_ candidates: [Candidate], draws: Int) -> [Double] {
    let count = Double(candidates.count)
    let floor = even * Double(draws) / count
    let total = candidates.reduce(0) { $0 + max(0.01, $1.uncertainty) }
    var probabilities = candidates.map {
      floor + (1 - even) * Double(draws) * max(0.01, $0.uncertainty) / total
    }
    // What goes beyond 1 is given to the others, which may then go beyond it too.
    for _ in 0..<roundLimit {
      let excess = probabilities.reduce(0) { $0 + max(0, $1 - 1) }
      guard excess > 1e-9 else { break }
      let open = probabilities.filter { $0 < 1 }.reduce(0, +)
      guard open > 0 else { break }
      probabilities = probabilities.map { $0 >= 1 ? 1 : $0 * (1 + excess / open) }
    }
    return probabilities.map { min(1, $0) }
  }

  /// A systematic draw with these probabilities (Madow 1949) along the territories, shuffled within:
  /// each candidate comes out with exactly its probability, and territories share evenly.
  private static func draw(
    _ candidates: [Candidate], _ probabilities: [Double], seed: UInt64
  ) -> [Int] {
    var generator = SplitMix64(seed: seed)
    let order = generator.permutation(candidates.count).enumerated().sorted {
      (candidates[$0.element].territory, candidates[$0.element].theme, $0.offset)
        < (candidates[$1.element].territory, candidates[$1.element].theme, $1.offset)
    }.map(\.element)
    var next = generator.unit()
    var sum = 0.0
    var drawn: [Int] = []
    for number in order {
      sum += probabilities[number]
      while next < sum {
        if drawn.last != number { drawn.append(number) }
        next += 1
      }
    }
    return drawn
  }

  /// What is left of the budgets.
  private struct Left {
    private var themes: [String: Int]
    private var territories: [String: Int]
    private var agents: [(name: String, left: Int)]
    private var hasAgents: Bool

    init(_ budgets: Budgets) {
      themes = budgets.themes
      territories = budgets.territories
      agents = budgets.agents.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      hasAgents = !agents.isEmpty
    }

    func allows(_ candidate: Candidate) -> Bool {
      (themes[candidate.theme] ?? 1) > 0 && (territories[candidate.territory] ?? 1) > 0
        && (!hasAgents || agents.contains { $0.left > 0 })
    }

    mutating func take(_ candidate: Candidate) {
      if let count = themes[candidate.theme] { themes[candidate.theme] = count - 1 }
      if let count = territories[candidate.territory] {
        territories[candidate.territory] = count - 1
      }
    }

    /// The agent with most left.
    mutating func agent() -> String {
      guard let best = agents.indices.max(by: { (agents[$0].left, $1) < (agents[$1].left, $0) }),
        agents[best].left > 0
      else { return "" }
      agents[best].left -= 1
      return agents[best].name
    }
  }
}
