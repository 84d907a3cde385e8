/// What turns values into places between two ends.
struct ChartScale {
  /// The value at the beginning.
  let low: Double
  /// The value at the end; above `low`.
  let high: Double

  /// Makes the scale of a range; an empty or unusable one is widened around its beginning.
  init(_ low: Double, _ high: Double) {
    let start = low.isFinite ? low : 0
    let end = high.isFinite ? high : start
    self.low = min(start, end)
    self.high = end == start ? start + 1 : max(start, end)
  }

  /// Where a value lies among so many places, counted from 0; nothing outside or unusable.
  func place(_ value: Double, of count: Int) -> Int? {
    guard value.isFinite, value >= low, value <= high, count > 0 else { return nil }
    return Int(((value - low) / (high - low) * Double(count - 1)).rounded())
  }
}
