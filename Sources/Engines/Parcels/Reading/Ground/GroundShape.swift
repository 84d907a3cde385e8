import Foundation
import Imagery

/// An area on the ground: rings in Lambert-93, holes by the even-odd rule.
struct GroundShape: Codable, Hashable, Sendable {
  var rings: [[GroundPoint]]

  /// The rectangle around it.
  var bounds: (west: Double, south: Double, east: Double, north: Double) {
    var box = (
      west: Double.infinity, south: Double.infinity, east: -Double.infinity,
      north: -Double.infinity
    )
    for point in rings.joined() {
      box.west = min(box.west, point.east)
      box.east = max(box.east, point.east)
      box.south = min(box.south, point.north)
      box.north = max(box.north, point.north)
    }
    return box
  }

  /// Whether a point lies inside.
  func contains(_ point: GroundPoint) -> Bool {
    var isInside = false
    for ring in rings {
      for index in ring.indices {
        let (a, b) = (ring[index], ring[(index + 1) % ring.count])
        guard (a.north <= point.north) != (b.north <= point.north) else { continue }
        let east = a.east + (point.north - a.north) / (b.north - a.north) * (b.east - a.east)
        if east > point.east { isInside.toggle() }
      }
    }
    return isInside
  }
}
