import Foundation
import Review

/// Collects stations; one that is told twice keeps what is known of it.
struct StationRegister: Sendable {
  /// The greatest number of stations.
  static let limit = 500_000
  /// How far a station may move before it is reported, in kilometres.
  static let moveTolerance = 1.0

  private(set) var stations: [String: Station] = [:]

  /// Takes a station.
  ///
  /// - Returns: how far it had moved in kilometres, when it moved too far to be the same place: the
  ///   first place is kept, since the series was measured there.
  mutating func add(_ station: Station) -> Double? {
    guard var known = stations[station.code] else {
      if stations.count < Self.limit { stations[station.code] = station }
      return nil
    }
    if known.name.isEmpty { known.name = station.name }
    if known.commune.isEmpty { known.commune = station.commune }
    if known.department.isEmpty { known.department = station.department }
    if known.course.isEmpty { known.course = station.course }
    if known.courseName.isEmpty { known.courseName = station.courseName }
    if known.waterBody.isEmpty { known.waterBody = station.waterBody }
    if known.basin.isEmpty { known.basin = station.basin }
    known.altitude = known.altitude ?? station.altitude
    var moved: Double?
    if let place = known.location, let other = station.location {
      let distance = Distance.kilometres(place, other)
      if distance > Self.moveTolerance { moved = distance }
    }
    known.location = known.location ?? station.location
    stations[station.code] = known
    return moved
  }
}
