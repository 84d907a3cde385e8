import Foundation

/// Observed and expected events by key, with one fold left out at will.
///
/// A row must not see its own outcome in its features: rows of fold `f` read the sums of the other
/// folds. Fold `RateTable.all` reads everything.
struct RateTable: Equatable {
  /// The number of folds; the sums over all of them come after.
  static let foldCount = 5
  /// The fold of rows that were not learned from.
  static let all = foldCount

  private var observed: [Float]
  private var expected: [Float]
  private var counts: [Float]
  private static let width = foldCount + 1

  init(keyCount: Int) {
    observed = [Float](repeating: 0, count: keyCount * Self.width)
    expected = observed
    counts = observed
  }

  /// Adds a row of a key.
  ///
  /// - Parameters:
  ///   - event: whether what is counted happened.
  ///   - expectations: the expected share, for each fold left out and for none.
  mutating func add(_ key: Int32, event: Bool, expectations: ArraySlice<Float>, fold: Int) {
    guard key >= 0 else { return }
    let start = Int(key) * Self.width
    for (left, expectation) in expectations.enumerated() where left != fold {
      observed[start + left] += event ? 1 : 0
      expected[start + left] += expectation
      counts[start + left] += 1
    }
  }

  /// ln((observed + strength) / (expected + strength)): an empirical Bayes estimate under a Gamma
  /// prior of mean 1; 0 for an unknown key.
  func logRatio(_ key: Int32, strength: Float, without fold: Int) -> Double {
    guard key >= 0 else { return 0 }
    let place = Int(key) * Self.width + fold
    return Double(log((observed[place] + strength) / (expected[place] + strength)))
  }

  /// The share of events, drawn towards a prior share.
  func share(_ key: Int32, prior: Float, strength: Float, without fold: Int) -> Float {
    guard key >= 0 else { return prior }
    let place = Int(key) * Self.width + fold
    return (observed[place] + strength * prior) / (counts[place] + strength)
  }

  /// The number of rows.
  func count(_ key: Int32, without fold: Int) -> Double {
    key >= 0 ? Double(counts[Int(key) * Self.width + fold]) : 0
  }
}
