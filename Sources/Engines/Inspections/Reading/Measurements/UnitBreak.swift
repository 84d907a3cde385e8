import Foundation
import Review

/// Finds the day on which the unit of a series seems to have changed.
enum UnitBreak {
  private static let fewest = 8
  /// Factors below this are nature's own.
  private static let leastFactor = 100.0

  /// The first day after the change, or `nil` when the series is of one piece.
  static func day(in rows: ArraySlice<Measurement>) -> CalendarDate? {
    let values = rows.filter { $0.value > 0 && $0.censoring == .none }
    guard values.count >= 2 * fewest else { return nil }
    let logs = values.map { log(Double($0.value)) }
    for split in fewest...(values.count - fewest) {
      let before = median(logs[(split - fewest)..<split])
      let after = median(logs[split..<(split + fewest)])
      guard abs(after - before) > log(leastFactor) else { continue }
      // The break is sharp: the neighbours on both sides already differ.
      guard abs(logs[split] - logs[split - 1]) > log(leastFactor) / 2 else { continue }
      return values[values.index(values.startIndex, offsetBy: split)].date
    }
    return nil
  }

  private static func median(_ values: ArraySlice<Double>) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
