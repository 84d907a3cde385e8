import Foundation
import Review

/// Finds the day on which the unit of a series seems to have changed while its symbol did not.
enum UnitBreak {
  private static let fewest = 8
  /// Factors below this are nature's own, unless they are exactly those of a unit.
  private static let leastFactor = log(100.0)
  /// Factors of units below this cannot be told from a wet year.
  private static let leastKnown = log(3.0)
  /// How far the medians of both sides may be from a unit's factor.
  private static let tolerance = 0.12

  /// The first day after the change, or `nil` when the series is of one piece.
  ///
  /// - Parameter factors: those between the units of the parameter (4.43 between nitrate and nitrogen).
  static func day(in rows: ArraySlice<Measurement>, factors: some Sequence<Double>) -> CalendarDate?
  {
    let values = rows.filter { $0.value > 0 && $0.censoring == .none }
    guard values.count >= 2 * fewest else { return nil }
    let known = factors.map { abs(log($0)) }.filter { $0 > leastKnown }
    let step = (known.min() ?? leastFactor) / 2
    let logs = values.map { log(Double($0.value)) }
    for split in fewest...(values.count - fewest) {
      // The break is sharp: the neighbours on both sides already differ.
      guard abs(logs[split] - logs[split - 1]) > min(step, leastFactor / 2) else { continue }
      let before = logs[(split - fewest)..<split]
      let after = logs[split..<(split + fewest)]
      if isBreak(before.sorted(), after.sorted(), known) {
        return values[values.index(values.startIndex, offsetBy: split)].date
      }
    }
    return nil
  }

  /// Whether two rows of sorted logarithms are apart by a factor beyond nature, or by that of a unit
  /// without touching each other.
  private static func isBreak(_ before: [Double], _ after: [Double], _ known: [Double]) -> Bool {
    let size = abs(after[after.count / 2] - before[before.count / 2])
    if size > leastFactor { return true }
    let isApart = after[after.count - 1] < before[0] || before[before.count - 1] < after[0]
    return isApart && known.contains { abs(size - $0) < tolerance }
  }
}
