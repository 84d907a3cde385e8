import Foundation

/// The level of one series and its level around each time of the year, both forgetting in four years.
///
/// The year is held in 24 bins; a day looks at them through a Gaussian of 30 days.
struct SeasonTally: Sendable {
  private static let binCount = 24
  private static let binDays: Float = 365.25 / 24
  /// Half of what is known is forgotten in so many days.
  private static let halfLife: Float = 1500

  /// The kernel of each bin for each day of the year, from 0.
  private static let kernels: [Float] = (0..<367).flatMap { day in
    (0..<binCount).map { bin in
      let middle = (Float(bin) + 0.5) * binDays
      let straight = abs(Float(day) - middle)
      let distance = min(straight, 365.25 - straight)
      return distance < 100 ? exp(-distance * distance / 1800) : 0
    }
  }

  private var sums = [Float](repeating: 0, count: binCount)
  private var weights = [Float](repeating: 0, count: binCount)
  private var sum: Float = 0
  private var weight: Float = 0
  private var day: Int32 = 0
  /// The number of points.
  private(set) var count = 0

  /// What is expected on a day: the level around the season, and the usual level; where little is
  /// known, the mean of all stations.
  func expectation(_ now: Int32, dayOfYear: Int16, mean: Float) -> (level: Float, usual: Float) {
    let share = count == 0 ? 0 : exp2(-Float(now - day) / Self.halfLife)
    let usual = (sum * share + mean) / (weight * share + 1)
    var (near, nearWeight): (Float, Float) = (0, 0)
    let start = Int(dayOfYear) * Self.binCount
    for bin in 0..<Self.binCount {
      let kernel = Self.kernels[start + bin]
      near += kernel * sums[bin]
      nearWeight += kernel * weights[bin]
    }
    return ((near * share + usual) / (nearWeight * share + 1), usual)
  }

  /// Adds the level of a day; days may not go back.
  mutating func add(_ level: Float, day now: Int32, dayOfYear: Int16) {
    if count > 0, now > day {
      let share = exp2(-Float(now - day) / Self.halfLife)
      for bin in 0..<Self.binCount {
        sums[bin] *= share
        weights[bin] *= share
      }
      sum *= share
      weight *= share
    }
    let bin = min(Self.binCount - 1, Int(Float(dayOfYear) / Self.binDays))
    sums[bin] += level
    weights[bin] += 1
    sum += level
    weight += 1
    day = now
    count += 1
  }
}
