import Learning

/// Cohen's κ: agreement of two readers beyond chance, for unordered categories.
///
/// Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
/// Measurement 20, 1960.
public enum CohenKappa {
  private struct Cell<Category: Hashable>: Hashable {
    var left: Category
    var right: Category
  }

  /// κ of pairs of readings: 1 for full agreement, 0 for chance; `nil` without pairs, or when both
  /// readers only ever use one and the same category (chance agreement is then complete).
  public static func value<Category: Hashable>(_ pairs: [(Category, Category)]) -> Double? {
    let cells = Sorting(pairs.map { Cell(left: $0.0, right: $0.1) })
    return value(cells.kinds, cells.counts)
  }

  /// κ with a 95 % percentile bootstrap interval over pairs; replicates without a value are left
  /// out.
  public static func interval<Category: Hashable>(
    _ pairs: [(Category, Category)], replicates: Int = 1000, seed: UInt64 = 1
  ) -> ValueInterval? {
    let cells = Sorting(pairs.map { Cell(left: $0.0, right: $0.1) })
    guard let value = value(cells.kinds, cells.counts) else { return nil }
    let values = Bootstrap.replicates(
      cells.sorts, sortCount: cells.kinds.count, replicates, seed: seed
    ) { self.value(cells.kinds, $0) }
    return ValueInterval.replicates(value, values, level: 0.95)
  }

  private static func value<Category: Hashable>(
    _ cells: [Cell<Category>], _ counts: [Int]
  ) -> Double? {
    var agreeing = 0
    var left: [Category: Int] = [:]
    var right: [Category: Int] = [:]
    for (cell, count) in zip(cells, counts) {
      if cell.left == cell.right { agreeing += count }
      left[cell.left, default: 0] += count
      right[cell.right, default: 0] += count
    }
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    // Whole numbers until the last division, so that the order of a dictionary changes nothing.
    let chance = left.reduce(0) { $0 + $1.value * (right[$1.key] ?? 0) }
    let square = total * total
    guard chance < square else { return nil }
    return Double(agreeing * total - chance) / Double(square - chance)
  }
}
