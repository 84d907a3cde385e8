import Foundation
import Review

/// A cell of a grid in degrees, at least 150 m wide and high anywhere below 60° of latitude.
struct GridCell: Hashable {
  private static let degreesNorth = 0.0015
  private static let degreesEast = 0.003

  let north: Int32
  let east: Int32

  init(_ place: Coordinate) {
    north = Int32((place.latitude / Self.degreesNorth).rounded(.down))
    east = Int32((place.longitude / Self.degreesEast).rounded(.down))
  }

  private init(north: Int32, east: Int32) {
    self.north = north
    self.east = east
  }

  /// The cell as one number.
  var key: UInt64 { UInt64(UInt32(bitPattern: north)) << 32 | UInt64(UInt32(bitPattern: east)) }

  /// The cell and the eight around it: whoever is within 150 m is in one of them.
  var withNeighbours: [GridCell] {
    (-1...1).flatMap { north in
      (-1...1).map { GridCell(north: self.north + Int32(north), east: east + Int32($0)) }
    }
  }
}

extension Coordinate {
  /// The distance to a place nearby, in metres (equirectangular approximation).
  func metres(to other: Coordinate) -> Double {
    let metresPerDegree = 111_195.0
    let middle = (latitude + other.latitude) / 2 * .pi / 180
    let east = (longitude - other.longitude) * cos(middle)
    let north = latitude - other.latitude
    return (east * east + north * north).squareRoot() * metresPerDegree
  }
}
