import Foundation
import Review

/// The outcomes around a place in the days before: sums weighted by a Gaussian of the distance.
struct Neighbourhood {
  /// What is seen of one width and number of days.
  struct View {
    var weight = 0.0
    var outcome = 0.0
    var severities: [Double]
  }

  private struct Event {
    var day: Int32
    var x: Float
    var y: Float
    var site: Int32
    var outcome: Float
  }

  private let events: [Event]
  private let severities: [[Float]]
  private let siteNumbers: [String: Int32]
  private let scale: Double
  private let eastPerDegree: Double
  private let days: [Int32]

  /// Gaussians are cut off at so many widths.
  private static let reach: Float = 3

  /// Makes it from rows in the order of their days; those without place or outcome are left out.
  init(_ rows: [Control], spec: OutcomeSpec) {
    scale = spec.scale
    let placed = rows.filter { $0.location != nil && $0.isBad != nil }
    let middle = placed.first?.location?.latitude ?? 46
    eastPerDegree = Distance.kilometresPerDegree * cos(middle * .pi / 180)
    var numbers: [String: Int32] = [:]
    var events: [Event] = []
    var severities: [[Float]] = []
    for row in placed {
      guard let place = row.location else { continue }
      let number = numbers[row.site] ?? Int32(numbers.count)
      numbers[row.site] = number
      events.append(
        Event(
          day: row.day, x: Float(place.longitude * eastPerDegree),
          y: Float(place.latitude * Distance.kilometresPerDegree), site: number,
          outcome: row.isBad == true ? 1 : 0))
      severities.append(
        spec.severities.indices.map { index in
          let value = index < row.severities.count ? row.severities[index] : .nan
          return value.isNaN ? 0 : min(OutcomeHistory.severityLimit, value)
        })
    }
    self.events = events
    self.severities = severities
    siteNumbers = numbers
    days = events.map(\.day)
  }

  /// What is seen around a row of what was found before a day, by neighbourhood; the severities only in
  /// the second.
  func views(_ row: Control, until day: Int32, spec: OutcomeSpec) -> [View]? {
    guard let place = row.location else { return nil }
    let count = OutcomeSpec.neighbourhoods.count
    var views = (0..<count).map { _ in
      View(severities: [Double](repeating: 0, count: spec.severities.count))
    }
    let x = Float(place.longitude * eastPerDegree)
    let y = Float(place.latitude * Distance.kilometresPerDegree)
    let own = siteNumbers[row.site] ?? -1
    let places = OutcomeSpec.neighbourhoods.enumerated().map { index, place in
      (index, Float(place.width * scale), place.days)
    }
    let farthest = Int32(places.map(\.2).max() ?? 0)
    let end = max(lowerBound(day), lowerBound(row.day - farthest))
    events.withUnsafeBufferPointer { events in
      for number in lowerBound(row.day - farthest)..<end where events[number].site != own {
        let event = events[number]
        let square = (event.x - x) * (event.x - x) + (event.y - y) * (event.y - y)
        for (index, width, days) in places {
          guard event.day >= row.day - days, square <= Self.reach * Self.reach * width * width
          else {
            continue
          }
          let weight = Double(exp(-square / (2 * width * width)))
          views[index].weight += weight
          views[index].outcome += weight * Double(event.outcome)
          guard index == 1 else { continue }
          for (place, value) in severities[number].enumerated() {
            views[index].severities[place] += weight * Double(value)
          }
        }
      }
    }
    return views
  }

  private func lowerBound(_ day: Int32) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
