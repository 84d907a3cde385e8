import Foundation
import Review

/// The only clock of the program; everything below is given its dates.
enum Clock {
  /// Now. `VIGIE_TODAY` (YYYY-MM-DD) sets the day, so that demonstrations and tests repeat.
  static var now: Timestamp {
    if let day = ProcessInfo.processInfo.environment["VIGIE_TODAY"],
      let date = CalendarDate(iso: day)
    {
      return Timestamp(milliseconds: Int64(date.daysSinceEpoch) * 86_400_000 + 43_200_000)
    }
    return Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
