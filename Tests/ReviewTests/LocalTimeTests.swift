import Testing

@testable import Review

@Suite struct LocalTimeTests {
  /// Paris in 2026: summer time begins on 29 March and ends on 25 October, at 01:00 UTC.
  static let paris = LocalTime(
    seconds: 3600,
    changes: [
      .init(since: instant(2026, 10, 25, 1), seconds: 3600),
      .init(since: instant(2026, 3, 29, 1), seconds: 7200),
    ])

  static func instant(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0
  ) -> Timestamp {
    let days = CalendarDate(year: year, month: month, day: day)?.daysSinceEpoch ?? 0
    return Timestamp(milliseconds: (Int64(days) * 1440 + Int64(hour * 60 + minute)) * 60_000)
  }

  @Test(arguments: [
    (instant(2026, 1, 15, 12), 3600), (instant(2026, 3, 29, 0, 59), 3600),
    (instant(2026, 3, 29, 1), 7200), (instant(2026, 7, 14, 22, 30), 7200),
    (instant(2026, 10, 25, 0, 59), 7200), (instant(2026, 10, 25, 1), 3600),
    (instant(2030, 1, 1), 3600), (instant(1900, 1, 1), 3600),
  ])
  func theOffsetIsThatOfTheInstant(time: Timestamp, seconds: Int) {
    #expect(Self.paris.seconds(at: time) == seconds)
  }

  @Test(arguments: [
    (instant(2026, 1, 15, 12), "2026-01-15T13:00:00+01:00"),
    (instant(2026, 7, 14, 22, 30), "2026-07-15T00:30:00+02:00"),
    (instant(2026, 3, 29, 0, 59), "2026-03-29T01:59:00+01:00"),
    (instant(2026, 3, 29, 1), "2026-03-29T03:00:00+02:00"),
  ])
  func tellsTheTimeWithItsOffset(time: Timestamp, iso: String) {
    #expect(Self.paris.iso(time) == iso)
    #expect(LocalTime.utc.iso(time) == time.iso)
  }

  @Test(arguments: [
    (-12_600, "2026-01-15T08:30:00-03:30"), (20_700, "2026-01-15T17:45:00+05:45"),
    (0, "2026-01-15T12:00:00Z"), (-36_000, "2026-01-15T02:00:00-10:00"),
  ])
  func offsetsNeedNotBeWholeHours(seconds: Int, iso: String) {
    #expect(LocalTime(seconds: seconds).iso(Self.instant(2026, 1, 15, 12)) == iso)
  }

  @Test func theLocalDayTurnsAtLocalMidnight() {
    let late = Self.instant(2026, 12, 31, 23, 30)
    #expect(late.day.iso == "2026-12-31")
    #expect(Self.paris.day(late).iso == "2027-01-01")
    #expect(LocalTime(seconds: -18_000).day(Self.instant(2027, 1, 1, 4)).iso == "2026-12-31")
  }

  @Test func onlyZoneWithoutOffsetsIsUniversal() {
    #expect(LocalTime.utc.isUTC && !Self.paris.isUTC)
    let london = LocalTime(
      seconds: 0, changes: [.init(since: Self.instant(2026, 3, 29, 1), seconds: 3600)])
    #expect(!london.isUTC)
  }

  @Test(arguments: [Int.max, Int.min, 1_000_000, -1_000_000])
  func offsetsNoClockHasAreCut(seconds: Int) {
    let offset = LocalTime(seconds: seconds).seconds(at: Timestamp(milliseconds: 0))
    #expect(abs(offset) == LocalTime.greatestOffset)
  }

  @Test(arguments: [Int64.max, Int64.min, Int64.max - 10])
  func theEndsOfTimeAreKept(milliseconds: Int64) {
    let time = Timestamp(milliseconds: milliseconds)
    let shown = LocalTime(seconds: milliseconds > 0 ? 7200 : -7200).wall(time)
    #expect(shown == time)
  }

  /// A look-up among many changes gives what reading them one by one gives.
  @Test func manyChangesAreFoundLikeOneByOne() {
    let changes = (0..<101).map {
      LocalTime.Change(since: Timestamp(milliseconds: Int64($0) * 1000), seconds: $0 * 60)
    }
    let zone = LocalTime(seconds: -60, changes: changes.shuffled())
    for milliseconds in stride(from: Int64(-2500), to: 103_000, by: 499) {
      let time = Timestamp(milliseconds: milliseconds)
      let expected = changes.last { $0.since <= time }?.seconds ?? -60
      #expect(zone.seconds(at: time) == expected)
    }
  }
}
