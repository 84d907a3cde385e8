import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
  /// The share below a value.
  public static func share(below value: Double) -> Double { 0.5 * erfc(-value / 2.0.squareRoot()) }

  /// The value below which a share lies; infinite at 0 and 1.
  public static func quantile(_ share: Double) -> Double {
    guard share > 0 else { return -.infinity }
    guard share < 1 else { return .infinity }
    var (low, high) = (-40.0, 40.0)
    // 80 halvings of the interval reach the last bit.
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if Self.share(below: middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
