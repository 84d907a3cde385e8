import Foundation
import Review

/// The only clock of the program; everything below is given its dates.
enum Clock {
  /// The day that `VIGIE_TODAY` (YYYY-MM-DD) sets, so that demonstrations and tests repeat. Read
  /// once: the clock is asked at every key, and the environment is slow to read.
  private static let fixed: Timestamp? = getenv("VIGIE_TODAY")
    .flatMap { CalendarDate(iso: String(cString: $0)) }
    .map { Timestamp(milliseconds: Int64($0.daysSinceEpoch) * 86_400_000 + 43_200_000) }

  /// Now, or noon of the day that was set.
  static var now: Timestamp {
    fixed ?? Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
