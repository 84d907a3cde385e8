import Learning

/// The order in which candidates come to an agent: of ten, eight of the best, one that is uncertain,
/// one at random.
struct DecisionQueue {
  private let rows: [KnownRegion]
  private let scores: [Double]
  private let seed: UInt64

  init(_ rows: [KnownRegion], base: RegionModel, seed: UInt64) {
    self.rows = rows
    self.seed = seed
    scores = rows.map { base.logOdds($0.measures) }
  }

  /// The first so many.
  func first(_ count: Int) -> [KnownRegion] { order(count).map { rows[$0] } }

  /// The places of the first so many among the rows.
  func order(_ count: Int) -> [Int] {
    var random = SplitMix64(seed: seed)
    let best = rows.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    let uncertain = rows.indices.sorted { (abs(scores[$0]), $0) < (abs(scores[$1]), $1) }
    var drawn = Array(rows.indices)
    random.shuffle(&drawn)
    var taken: Set<Int> = []
    var queue: [Int] = []
    func take(_ order: [Int]) {
      guard let next = order.first(where: { !taken.contains($0) }) else { return }
      taken.insert(next)
      queue.append(next)
    }
    while queue.count < min(count, rows.count) {
      switch queue.count % 10 {
      case 8: take(uncertain)
      case 9: take(drawn)
      default: take(best)
      }
    }
    return queue
  }
}
