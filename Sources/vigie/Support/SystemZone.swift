import Foundation
import Review

/// The time zone of whoever runs the command: `TZ`, else the system's.
enum SystemZone {
  /// The local time between 2015 and 2050; the last offset holds after it.
  static let localTime: LocalTime = make(from: 1_420_070_400, to: 2_524_608_000)

  /// Offsets are looked at once in so many seconds: no summer time is shorter.
  private static let step = 7 * 86_400

  /// Asks the C library for the offsets between two instants (seconds since 1970) and for the
  /// seconds at which they change.
  static func make(from begin: Int, to end: Int) -> LocalTime {
    tzset()
    let first = offset(at: begin)
    var changes: [LocalTime.Change] = []
    var known = first
    for place in stride(from: begin + step, through: end, by: step) {
      let next = offset(at: place)
      guard next != known else { continue }
      let since = firstSecond(after: place - step, upTo: place, withOffset: next)
      changes.append(
        LocalTime.Change(since: Timestamp(milliseconds: Int64(since) * 1000), seconds: next))
      known = next
    }
    return LocalTime(seconds: first, changes: changes)
  }

  private static func firstSecond(after begin: Int, upTo end: Int, withOffset sought: Int) -> Int {
    var low = begin
    var high = end
    while high - low > 1 {
      let middle = (low + high) / 2
      if offset(at: middle) == sought { high = middle } else { low = middle }
    }
    return high
  }

  private static func offset(at second: Int) -> Int {
    var time = time_t(second)
    var parts = tm()
    return localtime_r(&time, &parts) == nil ? 0 : parts.tm_gmtoff
  }
}
