import Review

/// What was measured of one parameter at one station on one day: the highest of the day.
struct WaterPoint: Hashable, Sendable {
  var day: Int32
  /// The highest value of the day.
  var value: Float
  /// Whether the highest value is only known to be below that.
  var isBelow: Bool

  /// Whether a threshold is exceeded: what is only known to lie below a limit never does.
  func exceeds(_ threshold: Double) -> Bool { !isBelow && Double(value) > threshold }

  var date: CalendarDate { CalendarDate(daysSinceEpoch: day) }
}
