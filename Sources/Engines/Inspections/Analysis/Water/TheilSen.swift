/// The slope of a series that outliers do not move: the median of the slopes of all pairs.
///
/// Source: Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968).
enum TheilSen {
  /// The slope a day; not-a-number below four points.
  static func slope(_ days: [Int32], _ values: [Float]) -> Float {
    guard days.count >= 4 else { return .nan }
    var slopes: [Float] = []
    for second in days.indices {
      for first in 0..<second where days[second] != days[first] {
        slopes.append((values[second] - values[first]) / Float(days[second] - days[first]))
      }
    }
    guard !slopes.isEmpty else { return .nan }
    slopes.sort()
    let middle = slopes.count / 2
    return slopes.count.isMultiple(of: 2)
      ? (slopes[middle - 1] + slopes[middle]) / 2 : slopes[middle]
  }
}
