import Foundation
import Testing

@testable import Review

@Suite struct CalendarDateTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2026, 11, 24, 20_781),
    (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
  ])
  func countsDaysLikeTheProlepticCalendar(year: Int, month: Int, day: Int, days: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(Int(date.daysSinceEpoch) == days)
    #expect(date.components == (year, month, day))
  }

  @Test(arguments: [
    "0000-01-01", "2021-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "21-04-30", "2021/04/30",
    "", "2021-4-3", "abcd-ef-gh", "2021-01-010",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: ["2019-03-22T01:00:00+01:00", "2019-03-22 01:00", "2019-03-22"])
  func leavesTheTimeOfDayAside(text: String) {
    #expect(CalendarDate(iso: text)?.iso == "2019-03-22")
  }

  @Test func everyDayOfFourCenturiesRoundTrips() {
    for days in stride(from: Int32(-60_000), to: 90_000, by: 7) {
      let date = CalendarDate(daysSinceEpoch: days)
      let (year, month, day) = date.components
      #expect(CalendarDate(year: year, month: month, day: day) == date)
      #expect(CalendarDate(iso: date.iso) == date)
    }
  }

  @Test func codesAsText() throws {
    let date = try #require(CalendarDate(iso: "2026-11-24"))
    let data = try JSONEncoder().encode([date])
    #expect(String(decoding: data, as: UTF8.self) == "[\"2026-11-24\"]")
    #expect(try JSONDecoder().decode([CalendarDate].self, from: data) == [date])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CalendarDate].self, from: Data("[\"24/11/2026\"]".utf8))
    }
  }

  @Test func countsAndAddsDays() throws {
    let date = try #require(CalendarDate(iso: "2024-02-28"))
    #expect(date.adding(days: 2).iso == "2024-03-01")
    #expect(date.adding(days: 2).days(since: date) == 2)
    #expect(date.adding(days: -59) < date)
  }
}

@Suite struct TimestampTests {
  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (1_795_510_923_456, "2026-11-24T09:02:03Z"),
  ])
  func tellsUniversalTime(milliseconds: Int64, iso: String) {
    #expect(Timestamp(milliseconds: milliseconds).iso == iso)
  }

  @Test func addsSeconds() {
    #expect(Timestamp(milliseconds: 10).adding(seconds: 1.5).milliseconds == 1510)
  }
}
