import Display
import Foundation
import Review

/// Metres around the middle of some places, taking the Earth for flat there: the error is below a
/// thousandth within ten kilometres, far less than a cell.
struct LocalPlane {
  /// Metres in a degree of latitude, and of longitude at the equator (WGS84, mean).
  private static let metresPerDegree = (latitude: 111_132.0, longitude: 111_320.0)

  private let middle: Coordinate
  private let longitudeScale: Double

  /// Makes the plane of some places; `nil` when there is none.
  init?(_ places: [Coordinate]) {
    guard let south = places.map(\.latitude).min(), let north = places.map(\.latitude).max(),
      let west = places.map(\.longitude).min(), let east = places.map(\.longitude).max(),
      let middle = Coordinate(latitude: (south + north) / 2, longitude: (west + east) / 2)
    else { return nil }
    self.middle = middle
    longitudeScale = Self.metresPerDegree.longitude * cos(middle.latitude * .pi / 180)
  }

  /// A place in metres from the middle, to the east and to the north.
  func position(_ place: Coordinate) -> PlanView.Position {
    PlanView.Position(
      x: (place.longitude - middle.longitude) * longitudeScale,
      y: (place.latitude - middle.latitude) * Self.metresPerDegree.latitude)
  }
}
