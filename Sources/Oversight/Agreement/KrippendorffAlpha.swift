import Learning

/// Krippendorff's α for unordered categories: agreement of any number of readers, each of whom may
/// have read only some of the units.
///
/// Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011 (nominal data, any
/// number of observers, missing data).
public enum KrippendorffAlpha {
  /// α of units, each with the categories its readers gave; units with fewer than two readings
  /// count for nothing. `nil` when no two readings can be compared or only one category occurs.
  public static func value<Category: Hashable>(_ units: [[Category]]) -> Double? {
    let sorting = sorting(units)
    return value(sorting.kinds, sorting.counts)
  }

  /// α with a 95 % percentile bootstrap interval over units.
  public static func interval<Category: Hashable>(
    _ units: [[Category]], replicates: Int = 1000, seed: UInt64 = 1
  ) -> ValueInterval? {
    let sorting = sorting(units)
    guard let value = value(sorting.kinds, sorting.counts) else { return nil }
    let values = Bootstrap.replicates(
      sorting.sorts, sortCount: sorting.kinds.count, replicates, seed: seed
    ) { self.value(sorting.kinds, $0) }
    return ValueInterval.replicates(value, values, level: 0.95)
  }

  /// Units that hold the same categories, in whichever order, are of one sort.
  private static func sorting<Category: Hashable>(
    _ units: [[Category]]
  ) -> Sorting<[Category: Int]> {
    Sorting(
      units.lazy.filter { $0.count >= 2 }.map { unit in
        unit.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      })
  }

  private static func value<Category: Hashable>(
    _ units: [[Category: Int]], _ counts: [Int]
  ) -> Double? {
    var totals: [Category: Int] = [:]
    var total = 0
    var disagreement = 0.0
    for (unit, count) in zip(units, counts) where count > 0 {
      let size = unit.values.reduce(0, +)
      let agreeing = unit.values.reduce(0) { $0 + $1 * ($1 - 1) }
      disagreement += Double(count * (size * (size - 1) - agreeing)) / Double(size - 1)
      total += count * size
      for (category, number) in unit { totals[category, default: 0] += count * number }
    }
    guard total > 1 else { return nil }
    let square = totals.values.reduce(0) { $0 + $1 * $1 }
    let expected = Double(total * total - square) / Double(total - 1)
    guard expected > 0 else { return nil }
    return 1 - disagreement / expected
  }
}
