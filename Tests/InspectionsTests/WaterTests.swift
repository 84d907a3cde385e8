import Foundation
import Learning
import Review
import Testing

@testable import Inspections

@Suite struct WaterTests {
  /// Three stations, one high and seasonal, the others low.
  static func series(years: Int = 6) -> [WaterSeries] {
    var generator = SplitMix64(seed: 5)
    return ["06000001", "06000002", "06000003"].enumerated().map { number, code in
      var points: [WaterPoint] = []
      var at = day("2012-01-05") + Int32(number)
      while points.count < years * 12 {
        let season = cos(2 * Double.pi * Double(points.count % 12) / 12)
        let level = (number == 0 ? 26.0 : 9.0) * exp(0.4 * season + 0.2 * (generator.unit() - 0.5))
        points.append(WaterPoint(day: at, value: Float(level), isBelow: false))
        at += 30
      }
      return WaterSeries(station: code, parameter: 1340, points: points)
    }
  }

  static let stations: [String: Station] = Dictionary(
    uniqueKeysWithValues: ["06000001", "06000002", "06000003"].enumerated().map { number, code in
      var station = Station(code: code)
      station.location = Coordinate(latitude: 47.2 + Double(number) * 0.03, longitude: 4.9)
      station.basin = "FRD"
      station.course = number < 2 ? "C1" : "C2"
      return (code, station)
    })

  private func cut(_ series: [WaterSeries], before day: Int32) -> [WaterSeries] {
    series.map { one in
      WaterSeries(
        station: one.station, parameter: one.parameter, points: one.points.filter { $0.day < day })
    }
  }

  @Test func noFeatureChangesWhenLaterMeasurementsAreAdded() throws {
    let all = Self.series()
    for iso in ["2013-04-01", "2015-07-15", "2017-10-30"] {
      let target = ExceedanceFeatures.Target(series: 0, day: day(iso))
      let full = WaterNetwork(all, stations: Self.stations, threshold: 25)
      let early = WaterNetwork(
        cut(all, before: day(iso)), stations: Self.stations, threshold: 25)
      let among = try ExceedanceFeatures(full).matrix([target]).row(0)
      let alone = try ExceedanceFeatures(early).matrix([target]).row(0)
      #expect(among.map(\.bitPattern) == alone.map(\.bitPattern))
    }
  }

  /// Measurements of the day itself or later, a hundred times too high, at the station and beside it:
  /// nothing moves; a day earlier they move much, so the test can fail.
  @Test(arguments: [(0, true), (1, true), (300, true), (-1, false)])
  func onlyEarlierMeasurementsDisturb(_ shift: Int32, _ isUnseen: Bool) throws {
    let target = ExceedanceFeatures.Target(series: 0, day: day("2015-07-15"))
    let known = cut(Self.series(), before: target.day)
    let disturbed = known.map { one in
      WaterSeries(
        station: one.station, parameter: one.parameter,
        points: one.points + [WaterPoint(day: target.day + shift, value: 2500, isBelow: false)])
    }
    func row(_ series: [WaterSeries]) throws -> [UInt32] {
      let network = WaterNetwork(series, stations: Self.stations, threshold: 25)
      return try ExceedanceFeatures(network).matrix([target]).row(0).map(\.bitPattern)
    }
    let touched = try zip(row(known), row(disturbed)).count { $0 != $1 }
    #expect(isUnseen ? touched == 0 : touched > 10, "\(touched) columns")
  }

  @Test func columnsMatchValues() throws {
    let network = WaterNetwork(Self.series(), stations: Self.stations, threshold: 25)
    let matrix = try ExceedanceFeatures(network).matrix([
      .init(series: 0, day: day("2016-02-01")), .init(series: 1, day: day("2012-01-01")),
    ])
    #expect(matrix.columnCount == ExceedanceSpec.columns.count)
    #expect(Set(ExceedanceSpec.columns.map(\.name)).count == ExceedanceSpec.columns.count)
    let last = try #require(ExceedanceSpec.columns.firstIndex { $0.name == "last" })
    #expect(matrix[0, last] > 0.5)
    #expect(matrix[1, last].isNaN)
  }

  @Test func exceedancesAreLearned() throws {
    let network = WaterNetwork(
      Self.series(years: 12), stations: Self.stations, threshold: 25)
    var rows = ExceedanceModel.Rows()
    try rows.add(network, before: day("2021-01-01"))
    #expect(ExceedanceModel.suffices(rows))
    var options = ExceedanceModel.options
    options.rounds = 60
    options.threads = 1
    let model = try ExceedanceModel.train(rows, options: options)
    let targets = network.series.indices.flatMap { number in
      network.series[number].points.filter { $0.day >= day("2021-01-01") }.map {
        ExceedanceFeatures.Target(series: number, day: $0.day)
      }
    }
    let labels = targets.map { target in
      network.series[target.series].points.contains { $0.day == target.day && $0.value > 25 }
    }
    let scores = try model.model.scores(ExceedanceFeatures(network).matrix(targets))
    #expect(try BinaryMetrics(scores: scores, labels: labels)[.auc] > 0.9)
  }

  @Test(arguments: [
    ([0, 10, 20, 30], [1, 2, 3, 4], 0.1), ([0, 10, 20, 30, 40, 50], [1, 2, 3, 4, 5, 100], 0.1),
    ([0, 1, 2, 3, 4], [5, 5, 5, 5, 5], 0.0),
  ])
  func theilSenIgnoresOutliers(_ days: [Int], _ values: [Int], _ slope: Double) {
    let found = TheilSen.slope(days.map { Int32($0) }, values.map { Float($0) })
    #expect(abs(Double(found) - slope) < 0.02)
  }

  @Test func theilSenNeedsFourPoints() {
    #expect(TheilSen.slope([1, 2, 3], [1, 2, 3]).isNaN)
  }

  @Test func signalsLookBackOnly() {
    let all = Self.series()
    let signals = WaterSignals(all, stations: Self.stations, thresholds: Thresholds())
    let early = WaterSignals(
      cut(all, before: day("2015-01-01")), stations: Self.stations, thresholds: Thresholds())
    let place = Coordinate(latitude: 47.21, longitude: 4.9)
    let among = signals.values(place, day: day("2015-01-01"), theme: "nitrates")
    let alone = early.values(place, day: day("2015-01-01"), theme: "nitrates")
    #expect(among.map(\.bitPattern) == alone.map(\.bitPattern))
    #expect(among.count == WaterSignals.names.count)
    #expect(
      signals.values(place, day: day("2015-01-01"), theme: "pesticides").allSatisfy { $0.isNaN })
    let far = Coordinate(latitude: 44, longitude: 0)
    #expect(signals.values(far, day: day("2015-01-01"), theme: "").allSatisfy { $0.isNaN })
  }

  @Test(arguments: [
    (0.1, true, 0), (10.0, false, 1), (20.0, false, 2), (30.0, false, 3), (80.0, false, 4),
  ])
  func exceedancesHaveClasses(_ value: Double, _ isBelow: Bool, _ expected: Int) {
    let point = WaterPoint(day: 0, value: Float(value), isBelow: isBelow)
    #expect(WaterSignals.ordinal(point, 25) == Float(expected))
  }

  @Test func ownThresholdsGoFirst() {
    let rows = [KnowledgeRow(key: "1340", values: ["parameter": "1340", "threshold": "18"])]
    #expect(Thresholds(rows).threshold(1340) == 18)
    #expect(Thresholds().threshold(1340) == 25)
    #expect(Thresholds().threshold(1302) == nil)
    #expect(Thresholds(rows).levels(1340).map(\.value) == [18])
  }
}
