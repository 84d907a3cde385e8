/// An instant: milliseconds of UTC since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Comparable, Codable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// Makes an instant from its milliseconds since 1970.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Earlier instants come first.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The UTC day.
  public var day: CalendarDate {
    CalendarDate(daysSinceEpoch: Int32(clamping: floorDivide(milliseconds, 86_400_000)))
  }

  /// The hour (0…23), minute and second of the UTC day.
  public var clock: (hour: Int, minute: Int, second: Int) {
    let seconds = Int(
      floorDivide(milliseconds, 1000) - floorDivide(milliseconds, 86_400_000) * 86_400)
    return (seconds / 3600, seconds / 60 % 60, seconds % 60)
  }

  /// The instant so many seconds later; the same one when that is not a number or too far.
  public func adding(seconds: Double) -> Timestamp {
    guard let step = Int64(exactly: (seconds * 1000).rounded(.towardZero)) else { return self }
    let (sum, isTooFar) = milliseconds.addingReportingOverflow(step)
    return isTooFar ? self : Timestamp(milliseconds: sum)
  }

  /// `YYYY-MM-DDTHH:MM:SSZ`.
  public var iso: String {
    let (hour, minute, second) = clock
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(day.iso)T\(two(hour)):\(two(minute)):\(two(second))Z"
  }

  private func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }

  /// Reads the number of milliseconds.
  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Writes the number of milliseconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}
