import Foundation
import Learning
import Review
import Testing

@testable import Inspections

/// What the columns of exceedances say, on series that can be worked out by hand.
@Suite struct WaterFeatureTests {
  private static let target = day("2020-07-01")

  private func series(
    _ code: String, _ values: [(Int32, Float)], isBelow: Bool = false
  ) -> WaterSeries {
    WaterSeries(
      station: code, parameter: 1340,
      points: values.map {
        WaterPoint(day: Self.target + $0.0, value: $0.1, isBelow: isBelow)
      })
  }

  private func station(_ code: String, north: Double, course: String = "") -> Station {
    var station = Station(code: code)
    station.location = Coordinate(latitude: 47 + north / 111.195, longitude: 5)
    station.course = course
    return station
  }

  private func values(
    _ series: [WaterSeries], _ stations: [Station] = []
  ) throws -> (String) -> Float {
    let network = WaterNetwork(
      series, stations: Dictionary(uniqueKeysWithValues: stations.map { ($0.code, $0) }),
      threshold: 25)
    let row = try ExceedanceFeatures(network).matrix([.init(series: 0, day: Self.target)]).row(0)
    return { name in
      guard let place = ExceedanceSpec.columns.firstIndex(where: { $0.name == name }) else {
        Issue.record("no column \(name)")
        return .nan
      }
      return row[place]
    }
  }

  @Test func levelsAreInUnitsOfTheThreshold() throws {
    let value = try values([
      series("A", [(-500, 100), (-300, 10), (-200, 20), (-100, 30), (-60, 25), (-30, 50)])
    ])
    #expect(value("last") == 2 && value("one before") == 1)
    #expect(abs(value("mean of 5") - 1.08) < 1e-6)
    #expect(
      value("highest of 5") == 2 && value("highest") == 4 && value("highest of the year") == 2)
    #expect(value("days since") == 30 && value("number of days measured") == 6)
    #expect(value("change of the last") == 1)
    #expect(value("share above") == 0.5)
    #expect(abs(value("share above half") - 5.0 / 6) < 1e-6)
    #expect(abs(value("share above double") - 1.0 / 6) < 1e-6)
  }

  @Test func meansForget() throws {
    let value = try values([series("A", [(-4000, 100), (-30, 5)])])
    #expect(abs(value("mean, 1 year") - 0.2) < 0.01)
    #expect(value("mean, 2 months") <= value("mean, 1 year"))
    #expect(value("share above, decayed") < 0.3)
  }

  @Test func theSameSeasonOfOtherYearsCounts() throws {
    // Winters at 50, summers at 5; asked in summer.
    var points: [(Int32, Float)] = []
    for year in 1...5 {
      points.append((Int32(-365 * year) + 180, 50))
      points.append((Int32(-365 * year) + 2, 5))
    }
    let value = try values([series("A", points.sorted { $0.0 < $1.0 })])
    #expect(value("same season, 15 days") < 0.4)
    #expect(value("same season above, 15 days") < 0.2)
    #expect(value("share above") == 0.5)
    #expect(value("expected") < value("usual level"))
  }

  @Test func theTrendIsTheilSens() throws {
    let rising = try values([series("A", (0..<20).map { (Int32(-600 + $0 * 30), Float(5 + $0)) })])
    let falling = try values([series("A", (0..<20).map { (Int32(-600 + $0 * 30), Float(25 - $0)) })]
    )
    #expect(rising("trend a year") > 0.3 && falling("trend a year") < -0.3)
    #expect(try values([series("A", [(-9, 3), (-8, 3), (-7, 3)])])("trend a year").isNaN)
  }

  /// A limit of quantification above the threshold says nothing of an exceedance.
  @Test func whatIsBelowItsLimitNeverExceeds() throws {
    let below = series("A", [(-60, 60), (-30, 60)], isBelow: true)
    let value = try values([below])
    #expect(value("share above") == 0 && value("highest") == 1)
    let network = WaterNetwork([below], stations: [:], threshold: 25)
    #expect(network.events.allSatisfy { !$0.isAbove })
    var rows = ExceedanceModel.Rows()
    try rows.add(network)
    #expect(rows.labels == [false])
  }

  @Test func neighboursCountByDistance() throws {
    let near = station("B", north: 2)
    let far = station("B", north: 200)
    let own = series("A", [(-200, 10), (-100, 10)])
    let other = series("B", (1...6).map { (Int32(-20 * $0), 60) }.sorted { $0.0 < $1.0 })
    let here = station("A", north: 0)
    let close = try values([own, other], [here, near])
    let distant = try values([own, other], [here, far])
    #expect(close("neighbours above, 5 km") > 0.7)
    #expect(distant("neighbours above, 5 km") < 0.3)
    #expect(close("neighbours, 5 km") > distant("neighbours, 5 km"))
    // Without a place nothing can be said of what is near.
    #expect(try values([own, other], [near])("neighbours above, 5 km").isNaN)
  }

  @Test func aStationsOwnPointsAreNoNeighbours() throws {
    let own = series("A", (1...6).map { (Int32(-20 * $0), 60) }.sorted { $0.0 < $1.0 })
    let value = try values([own], [station("A", north: 0)])
    #expect(value("others above, 45 d").isNaN)
    #expect(value("neighbours above, 5 km") < 0.2)
  }

  @Test func theSameCourseTells() throws {
    let own = series("A", [(-100, 10)])
    let other = series("B", [(-90, 60), (-60, 60), (-30, 10)])
    let value = try values(
      [own, other], [station("A", north: 0, course: "V1"), station("B", north: 90, course: "V1")])
    #expect(abs(value("same course above") - 2.0 / 3) < 1e-6)
    let apart = try values(
      [own, other], [station("A", north: 0, course: "V1"), station("B", north: 90, course: "V2")])
    #expect(apart("same course above").isNaN && apart("same course").isNaN)
  }

  @Test func aHighMonthOfOthersIsSeen() throws {
    // Both stations are usually at 10; in the last month the other one is at 40.
    let usual = (2...20).map { (Int32(-30 * $0), Float(10)) }.sorted { $0.0 < $1.0 }
    let own = series("A", usual)
    let stations = [station("A", north: 0), station("B", north: 3)]
    let quiet = try values([own, series("B", usual + [(-10, 10)])], stations)
    let high = try values([own, series("B", usual + [(-10, 40)])], stations)
    let name = "others against expected, 25.0 km, 20 d"
    #expect(high(name) > quiet(name) + 0.3)
    #expect(high("expected from all") >= quiet("expected from all"))
  }

  @Test func seasonsTurn() throws {
    #expect(WaterNetwork.seasonDistance(1, 365) < 2)
    #expect(WaterNetwork.seasonDistance(1, 183) > 180)
    let value = try values([series("A", [(-9, 3)])])
    #expect(abs(value("sine") * value("sine") + value("cosine") * value("cosine") - 1) < 1e-5)
  }

  /// A long series is cut to its latest points, and the cost stays bounded.
  @Test func longSeriesStayBounded() throws {
    let long = (1...3000).map { (Int32(-$0), Float($0 > 700 ? 100 : 1)) }.sorted { $0.0 < $1.0 }
    let value = try values([series("A", long)])
    #expect(value("number of days measured") == 3000)
    #expect(value("highest") < 0.1)
  }

  @Test func modelsLearnFromTheLatestRowsOnly() throws {
    let network = WaterNetwork(
      WaterTests.series(years: 4), stations: WaterTests.stations, threshold: 25)
    var all = ExceedanceModel.Rows()
    try all.add(network)
    var few = ExceedanceModel.Rows()
    try few.add(network, limit: 20)
    #expect(few.labels.count == 20 && all.labels.count > 100)
    #expect(few.days == Array(all.days.suffix(20)))
    #expect(few.labels == Array(all.labels.suffix(20)))
    var none = ExceedanceModel.Rows()
    try none.add(network, before: day("2000-01-01"))
    #expect(none.labels.isEmpty && !ExceedanceModel.suffices(none))
  }
}
