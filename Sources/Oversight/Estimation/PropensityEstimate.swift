import Learning
import Review

/// Precision and recall of the ranked list, estimated from what agents decided.
///
/// Rows at the top of the list are judged because the model put them there; what lies below is only
/// known by the rows drawn at random, each of which stands for 1 / probability rows (Horvitz and
/// Thompson, "A generalization of sampling without replacement from a finite universe", Journal of
/// the American Statistical Association 47, 1952). Plain shares of what was judged would flatter
/// the model.
public struct PropensityEstimate: Hashable, Sendable {
  /// One judged row.
  public struct Row: Hashable, Sendable {
    /// Whether it was accepted.
    public var isPositive: Bool
    /// Why it was in the list, and with which probability.
    public var selection: Selection

    /// Makes a row.
    public init(isPositive: Bool, selection: Selection) {
      self.isPositive = isPositive
      self.selection = selection
    }
  }

  /// The fewest rows of the best, and of the drawn ones, from which anything is said.
  public static let fewest = 30

  /// The share of positives among the judged best rows, or `nil`.
  public var precision: ValueInterval?
  /// The share of all positives that the best rows hold, or `nil`.
  public var recall: ValueInterval?
  /// The share of positives in the whole population, or `nil`.
  public var baseRate: ValueInterval?
  /// The number of judged best rows.
  public var bestCount: Int
  /// The number of judged rows drawn at random.
  public var drawnCount: Int

  /// The estimate from judged rows; rows the model hesitated about count as best ones only when
  /// their probability is 1.
  public init(_ rows: [Row], seed: UInt64 = 1) {
    let best = rows.filter { $0.selection.reason != .random && $0.selection.probability >= 1 }
    let drawn = rows.filter { $0.selection.reason == .random || $0.selection.probability < 1 }
      .filter { $0.selection.probability > 0 }
    bestCount = best.count
    drawnCount = drawn.count
    precision =
      best.count >= Self.fewest
      ? Proportion.wilson(best.count { $0.isPositive }, of: best.count) : nil
    guard best.count >= Self.fewest, drawn.count >= Self.fewest else { return }
    let all = best + drawn
    recall = Self.interval(all, bestCount: best.count, seed, Self.recall)
    baseRate = Self.interval(all, bestCount: best.count, seed, Self.baseRate)
  }

  private static func interval(
    _ rows: [Row], bestCount: Int, _ seed: UInt64, _ statistic: ([Row], [Int]) -> Double?
  ) -> ValueInterval? {
    guard let value = statistic(rows, Array(repeating: 1, count: rows.count)) else { return nil }
    // Best and drawn rows are two samples: each is drawn anew by itself.
    var generator = SplitMix64(seed: seed)
    var values: [Double] = []
    for _ in 0..<1000 {
      var counts = [Int](repeating: 0, count: rows.count)
      for _ in 0..<bestCount { counts[generator.below(bestCount)] += 1 }
      for _ in bestCount..<rows.count {
        counts[bestCount + generator.below(rows.count - bestCount)] += 1
      }
      if let replicate = statistic(rows, counts) { values.append(replicate) }
    }
    return ValueInterval.replicates(value, values, level: 0.95)
  }

  private static func weight(_ row: Row) -> Double { 1 / row.selection.probability }

  private static func isBest(_ row: Row) -> Bool {
    row.selection.reason != .random && row.selection.probability >= 1
  }

  private static func recall(_ rows: [Row], _ counts: [Int]) -> Double? {
    var found = 0.0
    var all = 0.0
    for (row, count) in zip(rows, counts) where row.isPositive && count > 0 {
      let mass = weight(row) * Double(count)
      all += mass
      if isBest(row) { found += mass }
    }
    return all > 0 ? found / all : nil
  }

  private static func baseRate(_ rows: [Row], _ counts: [Int]) -> Double? {
    var positive = 0.0
    var all = 0.0
    for (row, count) in zip(rows, counts) where count > 0 {
      let mass = weight(row) * Double(count)
      all += mass
      if row.isPositive { positive += mass }
    }
    return all > 0 ? positive / all : nil
  }
}
