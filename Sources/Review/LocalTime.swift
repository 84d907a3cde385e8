/// What is added to universal time to get the time on the clocks of a place, instant by instant.
///
/// The store keeps UTC; people read the time of their own clocks. The zone is given as a value, so
/// that what draws it knows neither the system's clock nor its zone.
public struct LocalTime: Hashable, Sendable {
  /// An offset that holds from an instant on (summer time begins or ends).
  public struct Change: Hashable, Sendable {
    /// The first instant at which it holds.
    public let since: Timestamp
    /// Seconds east of Greenwich.
    public let seconds: Int

    /// Makes a change.
    public init(since: Timestamp, seconds: Int) {
      self.since = since
      self.seconds = seconds
    }
  }

  /// Universal time itself.
  public static let utc = LocalTime(seconds: 0)
  /// The greatest offset that is believed, in seconds: no clock on Earth is further from UTC.
  public static let greatestOffset = 18 * 3600

  private let first: Int
  private let changes: [Change]

  /// Makes a local time.
  ///
  /// - Parameters:
  ///   - seconds: seconds east of Greenwich before the first change.
  ///   - changes: the changes, in any order.
  public init(seconds: Int, changes: [Change] = []) {
    first = Self.believed(seconds)
    self.changes = changes.map { Change(since: $0.since, seconds: Self.believed($0.seconds)) }
      .sorted { $0.since < $1.since }
  }

  private static func believed(_ seconds: Int) -> Int {
    min(greatestOffset, max(-greatestOffset, seconds))
  }

  /// Whether it never differs from UTC.
  public var isUTC: Bool { first == 0 && changes.allSatisfy { $0.seconds == 0 } }

  /// Seconds east of Greenwich at an instant.
  public func seconds(at time: Timestamp) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].since <= time { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : changes[low - 1].seconds
  }

  /// What the clocks show at an instant, as the instant at which UTC shows the same.
  public func wall(_ time: Timestamp) -> Timestamp {
    let shift = Int64(seconds(at: time)) * 1000
    let (sum, isTooFar) = time.milliseconds.addingReportingOverflow(shift)
    return isTooFar ? time : Timestamp(milliseconds: sum)
  }

  /// The local day of an instant.
  public func day(_ time: Timestamp) -> CalendarDate { wall(time).day }

  /// `YYYY-MM-DDTHH:MM:SS+01:00`; `Z` where it is UTC.
  public func iso(_ time: Timestamp) -> String {
    let offset = seconds(at: time)
    guard offset != 0 else { return time.iso }
    let minutes = abs(offset) / 60
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return wall(time).iso.dropLast() + (offset < 0 ? "-" : "+") + two(minutes / 60) + ":"
      + two(minutes % 60)
  }
}
