import Foundation
import Review

/// All series of one parameter, with what each point was against what its station had led to expect.
///
/// What a point adds is known once its day is over; every method takes a day and looks only at points
/// strictly before it.
struct WaterNetwork: Sendable {
  /// A point with its place among all.
  struct Event: Sendable {
    var day: Int32
    var series: Int32
    /// ln(1 + value / threshold · 25): the scale on which levels are compared.
    var level: Float
    /// The level less what the station's own past led to expect.
    var residual: Float
    /// How much the residual can be believed: 1 from the fifth earlier point on.
    var trust: Float
    var isAbove: Bool
    var dayOfYear: Int16
  }

  /// What is known of a series' station.
  struct Place: Sendable {
    var x: Float
    var y: Float
    var isPlaced: Bool
    var basin: Int32
    var course: Int32
    var body: Int32
    var station: Station?
  }

  let series: [WaterSeries]
  /// The threshold, in the parameter's unit.
  let threshold: Double
  let places: [Place]
  /// All points by day.
  private(set) var events: [Event] = []
  /// The expected level and the usual level of each point, by series.
  private(set) var levels: [[Float]] = []
  private(set) var residuals: [[Float]] = []
  private var days: [Int32] = []

  static let year: Float = 365.25
  /// The level that is believed where nothing is known.
  private static let unknownLevel: Float = 2.7

  init(_ series: [WaterSeries], stations: [String: Station], threshold: Double) {
    self.series = series
    self.threshold = threshold
    places = Self.places(series, stations)
    var all: [Event] = []
    for (number, one) in series.enumerated() {
      for point in one.points {
        all.append(
          Event(
            day: point.day, series: Int32(number), level: Self.level(point.value, threshold),
            residual: 0, trust: 0, isAbove: point.exceeds(threshold),
            dayOfYear: Int16(point.date.dayOfYear)))
      }
    }
    all.sort { ($0.day, $0.series) < ($1.day, $1.series) }
    events = all
    days = all.map(\.day)
    expect()
  }

  /// A value on the scale of levels.
  static func level(_ value: Float, _ threshold: Double) -> Float {
    log1p(value / Float(threshold) * 25)
  }

  private static func places(
    _ series: [WaterSeries], _ stations: [String: Station]
  ) -> [Place] {
    var numbers: [String: Int32] = [:]
    func number(_ text: String, _ kind: String) -> Int32 {
      guard !text.isEmpty else { return -1 }
      let key = kind + text
      if let known = numbers[key] { return known }
      numbers[key] = Int32(numbers.count)
      return Int32(numbers.count - 1)
    }
    let middle = stations.values.compactMap(\.location?.latitude).sorted()
    let latitude = middle.isEmpty ? 46 : middle[middle.count / 2]
    let east = Distance.kilometresPerDegree * cos(latitude * .pi / 180)
    return series.map { one in
      let station = stations[one.station]
      let place = station?.location
      return Place(
        x: Float((place?.longitude ?? 0) * east),
        y: Float((place?.latitude ?? 0) * Distance.kilometresPerDegree), isPlaced: place != nil,
        basin: number(station?.basin ?? "", "b"), course: number(station?.course ?? "", "c"),
        body: number(station?.waterBody ?? "", "m"), station: station)
    }
  }

  /// The number of points strictly before a day.
  func count(before day: Int32) -> Int { days.partitionPoint { $0 < day } }

  /// The mean level of all points strictly before a day.
  func meanLevel(before day: Int32) -> Float {
    let count = count(before: day)
    return count == 0 ? Self.unknownLevel : Float(sums[count] / Double(count))
  }

  private var sums: [Double] = []

  /// How many days apart two days of the year are.
  static func seasonDistance(_ left: Int16, _ right: Int16) -> Float {
    let distance = abs(Float(left) - Float(right))
    return min(distance, year - distance)
  }

  /// Goes through each series once and finds what each point was expected to be.
  private mutating func expect() {
    sums = [0]
    sums.reserveCapacity(events.count + 1)
    for event in events { sums.append((sums.last ?? 0) + Double(event.level)) }
    var residuals: [[Float]] = series.map { _ in [] }
    var levels: [[Float]] = series.map { _ in [] }
    var tallies = series.map { _ in SeasonTally() }
    var start = 0
    while start < events.count {
      var end = start
      while end < events.count, events[end].day == events[start].day { end += 1 }
      let mean = start == 0 ? Self.unknownLevel : Float(sums[start] / Double(start))
      // A series has one point a day at most: adding it at once changes nothing for the others.
      for index in start..<end {
        let number = Int(events[index].series)
        let event = events[index]
        let expected = tallies[number].expectation(
          event.day, dayOfYear: event.dayOfYear, mean: mean)
        events[index].residual = event.level - expected.level
        events[index].trust = min(1, Float(tallies[number].count) / 5)
        residuals[number].append(events[index].residual)
        levels[number].append(event.level)
        tallies[number].add(event.level, day: event.day, dayOfYear: event.dayOfYear)
      }
      start = end
    }
    self.residuals = residuals
    self.levels = levels
    index()
  }

  /// The events of each water course and of each water body, by day.
  private(set) var byCourse: [Int32: [Int32]] = [:]
  private(set) var byBody: [Int32: [Int32]] = [:]

  private mutating func index() {
    for (number, event) in events.enumerated() {
      let place = places[Int(event.series)]
      if place.course >= 0 { byCourse[place.course, default: []].append(Int32(number)) }
      if place.body >= 0 { byBody[place.body, default: []].append(Int32(number)) }
    }
  }
}
