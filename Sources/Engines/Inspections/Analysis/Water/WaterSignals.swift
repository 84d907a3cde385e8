import Foundation
import Review

/// What the water near a site told strictly before a day.
struct WaterSignals: Sendable {
  /// What the names of these columns begin with.
  static let prefix = "water: "
  /// The names, in the order of the values.
  static let names = ["level", "share above", "highest", "class", "days since", "stations"].map {
    prefix + $0
  }
  /// Those that can only raise the risk.
  static let rising = Set(["level", "share above", "highest", "class"].map { prefix + $0 })

  /// How far a station may be, in kilometres.
  static let reach = 10.0
  /// The width of the weights of distance, in kilometres.
  private static let width = 5.0
  /// How far back exceedances are counted, in days.
  static let memory: Int32 = 1096

  /// A series near a place.
  struct Near: Sendable {
    var series: Int
    var distance: Double
  }

  private let series: [WaterSeries]
  private let thresholds: [Double?]
  private let groups: [ParameterGroup]
  private let places: [Coordinate?]
  private var cells: [Cell: [Int]] = [:]

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  private static let cellDegrees = 0.15

  /// Makes the signals of series whose parameter has a threshold.
  init(_ series: [WaterSeries], stations: [String: Station], thresholds: Thresholds) {
    self.series = series
    self.thresholds = series.map { thresholds.threshold($0.parameter) }
    groups = series.map { SandreTable.parameters[$0.parameter]?.group ?? .general }
    places = series.map { stations[$0.station]?.location }
    for (number, place) in places.enumerated() where self.thresholds[number] != nil {
      guard let place else { continue }
      cells[Self.cell(place), default: []].append(number)
    }
  }

  private static func cell(_ place: Coordinate) -> Cell {
    Cell(
      x: Int((place.longitude / cellDegrees).rounded(.down)),
      y: Int((place.latitude / cellDegrees).rounded(.down)))
  }

  /// The series near a place that speak about a theme, the nearest first.
  func near(_ place: Coordinate, theme: String) -> [Near] {
    let wanted = ThemeParameters.groups(theme)
    let middle = Self.cell(place)
    var found: [Near] = []
    for x in (middle.x - 1)...(middle.x + 1) {
      for y in (middle.y - 1)...(middle.y + 1) {
        for number in cells[Cell(x: x, y: y)] ?? [] {
          guard wanted.isEmpty || wanted.contains(groups[number]), let other = places[number] else {
            continue
          }
          let distance = Distance.kilometres(place, other)
          if distance <= Self.reach { found.append(Near(series: number, distance: distance)) }
        }
      }
    }
    return found.sorted { ($0.distance, $0.series) < ($1.distance, $1.series) }
  }

  /// The values of a place on a day; not-a-number where nothing was measured near.
  func values(_ place: Coordinate?, day: Int32, theme: String) -> [Float] {
    let missing = [Float](repeating: .nan, count: Self.names.count)
    guard let place else { return missing }
    var (level, levelWeight) = (0.0, 0.0)
    var (above, aboveWeight) = (0.3, 2.0)
    var highest = 0.0
    var latest: Int32?
    var level4: Float = 0
    var stations: Set<String> = []
    for near in near(place, theme: theme) {
      guard let threshold = thresholds[near.series] else { continue }
      let points = series[near.series].points
      let end = series[near.series].count(before: day)
      guard end > 0 else { continue }
      stations.insert(series[near.series].station)
      let weight = exp(-near.distance * near.distance / (2 * Self.width * Self.width))
      for point in points[..<end].reversed() {
        guard day - point.day <= Self.memory else { break }
        let ratio = point.isBelow ? 0 : Double(point.value) / threshold
        let share = weight * exp2(-Double(day - point.day) / 365)
        level += share * min(ratio, 10)
        levelWeight += share
        aboveWeight += weight
        if ratio > 1 { above += weight }
        if day - point.day <= 365 { highest = max(highest, min(ratio, 10) * weight) }
      }
      let last = points[end - 1]
      if day - last.day <= Self.memory {
        level4 = max(level4, Self.ordinal(last, threshold))
        latest = max(latest ?? last.day, last.day)
      }
    }
    guard let latest, levelWeight > 0 else { return missing }
    return [
      Float(level / levelWeight), Float(above / aboveWeight), Float(highest), level4,
      Float(day - latest), Float(stations.count),
    ]
  }

  /// The class of an exceedance: 0 below quantification, 1 below half of the threshold, 2 below it, 3
  /// below its double, 4 above.
  static func ordinal(_ point: WaterPoint, _ threshold: Double) -> Float {
    if point.isBelow { return 0 }
    let ratio = Double(point.value) / threshold
    return ratio < 0.5 ? 1 : ratio <= 1 ? 2 : ratio < 2 ? 3 : 4
  }

  /// The series that tells most about a place just before a day: the highest share above, then the
  /// nearest; with its distance.
  func telling(_ place: Coordinate, day: Int32, theme: String) -> (Near, Telling)? {
    var best: (Near, Telling)?
    for near in near(place, theme: theme) {
      guard let threshold = thresholds[near.series] else { continue }
      let points = series[near.series].points
      let end = series[near.series].count(before: day)
      let recent = points[..<end].latest { day - $0.day <= Self.memory }
      guard let last = recent.last else { continue }
      let above = recent.count { !$0.isBelow && Double($0.value) > threshold }
      let telling = Telling(
        series: near.series, above: above, count: recent.count, last: last, threshold: threshold)
      if let known = best, known.1.weight(known.0.distance) >= telling.weight(near.distance) {
        continue
      }
      best = (near, telling)
    }
    return best
  }

  /// What one series tells.
  struct Telling: Sendable {
    var series: Int
    var above: Int
    var count: Int
    var last: WaterPoint
    var threshold: Double

    func weight(_ distance: Double) -> Double {
      (Double(above) + 0.5) / Double(count + 1) * exp(-distance * distance / 50)
    }
  }
}

extension ArraySlice<WaterPoint> {
  /// The points at the end that hold a condition.
  fileprivate func latest(_ holds: (WaterPoint) -> Bool) -> ArraySlice<WaterPoint> {
    var start = endIndex
    while start > startIndex, holds(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
