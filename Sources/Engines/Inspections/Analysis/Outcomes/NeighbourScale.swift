import Foundation
import Review

/// How far « near » is where these sites are: in a city some hundred metres, in the country some
/// kilometres.
enum NeighbourScale {
  private static let neighbour = 10
  private static let sample = 400
  static let bounds = 0.3...5.0

  /// The median distance to the tenth nearest other site, in kilometres, within bounds.
  static func scale(_ rows: [Control]) -> Double {
    var places: [Coordinate] = []
    var seen: Set<Coordinate> = []
    for row in rows {
      if let place = row.location, seen.insert(place).inserted { places.append(place) }
    }
    guard places.count > neighbour else { return 2 }
    let step = max(1, places.count / sample)
    var distances: [Double] = []
    for index in stride(from: 0, to: places.count, by: step) {
      var all = places.map { Distance.kilometres($0, places[index]) }
      all.sort()
      distances.append(all[neighbour])
    }
    distances.sort()
    return min(bounds.upperBound, max(bounds.lowerBound, distances[distances.count / 2]))
  }
}
