import Foundation
import Review

/// Distances on the ground.
enum Distance {
  /// Kilometres between two places, flat: exact enough below some hundred kilometres.
  static func kilometres(_ left: Coordinate, _ right: Coordinate) -> Double {
    let north = (left.latitude - right.latitude) * kilometresPerDegree
    let middle = (left.latitude + right.latitude) / 2 * Double.pi / 180
    let east = (left.longitude - right.longitude) * kilometresPerDegree * cos(middle)
    return (north * north + east * east).squareRoot()
  }

  /// The length of a degree of latitude, in kilometres.
  static let kilometresPerDegree = 111.195
}
