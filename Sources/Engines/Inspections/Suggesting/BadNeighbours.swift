import Foundation
import Review

/// The non-conformities of the last twelve months, found by place.
struct BadNeighbours {
  /// How far they are looked for, in kilometres.
  static let reach = 5.0
  private static let days: Int32 = 365
  private static let cellDegrees = 0.075

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  /// One of them.
  struct Found: Hashable {
    /// The place in the list of controls.
    var control: Int
    /// Kilometres.
    var distance: Double
  }

  private var cells: [Cell: [(control: Int, site: String, place: Coordinate)]] = [:]

  init(_ controls: [Control], located: (Control) -> Coordinate?, today: CalendarDate) {
    let now = today.daysSinceEpoch
    for (number, control) in controls.enumerated() {
      guard control.isBad == true, control.day < now, now - control.day <= Self.days,
        let place = located(control)
      else { continue }
      cells[Self.cell(place), default: []].append((number, control.site, place))
    }
  }

  private static func cell(_ place: Coordinate) -> Cell {
    Cell(
      x: Int((place.longitude / cellDegrees).rounded(.down)),
      y: Int((place.latitude / cellDegrees).rounded(.down)))
  }

  /// Those around a place, the nearest first, a site's own left out.
  func near(_ place: Coordinate, except site: String) -> [Found] {
    let middle = Self.cell(place)
    var found: [Found] = []
    for x in (middle.x - 1)...(middle.x + 1) {
      for y in (middle.y - 1)...(middle.y + 1) {
        for entry in cells[Cell(x: x, y: y)] ?? [] where entry.site != site {
          let distance = Distance.kilometres(place, entry.place)
          if distance <= Self.reach {
            found.append(Found(control: entry.control, distance: distance))
          }
        }
      }
    }
    return found.sorted { ($0.distance, $0.control) < ($1.distance, $1.control) }
  }
}
