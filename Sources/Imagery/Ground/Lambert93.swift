import Foundation
import Review

/// The French projection RGF93 / Lambert-93 (EPSG:2154), by its closed form.
///
/// A conformal conic projection on GRS80 with parallels 44° and 49°, origin 46.5° N 3° E, false
/// origin 700,000 / 6,600,000 (IGN, NTG 71). RGF93 equals WGS84 at the precision needed here.
public enum Lambert93 {
  /// The half axis of GRS80, in metres.
  private static let axis = 6_378_137.0
  private static let flattening = 1 / 298.257222101
  private static let eccentricity = (flattening * (2 - flattening)).squareRoot()
  private static let originLongitude = 3.0 * .pi / 180
  private static let falseEast = 700_000.0
  private static let falseNorth = 6_600_000.0
  private static let exponent = cone.exponent
  private static let constant = cone.constant
  private static let originRadius = radius(isometric(46.5 * .pi / 180))

  /// Where the projection is meant to be used; outside, points are refused.
  public static let bounds = (east: -400_000.0...1_400_000.0, north: 5_900_000.0...7_300_000.0)

  private static let cone: (exponent: Double, constant: Double) = {
    let first = 44.0 * .pi / 180
    let second = 49.0 * .pi / 180
    let exponent =
      log(normal(second) * cos(second) / (normal(first) * cos(first)))
      / (isometric(first) - isometric(second))
    let constant = normal(first) * cos(first) / exponent * exp(exponent * isometric(first))
    return (exponent, constant)
  }()

  private static func normal(_ latitude: Double) -> Double {
    axis / (1 - pow(eccentricity * sin(latitude), 2)).squareRoot()
  }

  private static func isometric(_ latitude: Double) -> Double {
    let sine = eccentricity * sin(latitude)
    return log(tan(.pi / 4 + latitude / 2) * pow((1 - sine) / (1 + sine), eccentricity / 2))
  }

  private static func radius(_ isometric: Double) -> Double {
    constant * exp(-exponent * isometric)
  }

  /// The place on the plane.
  public static func point(_ place: Coordinate) -> GroundPoint {
    let distance = radius(isometric(place.latitude * .pi / 180))
    let angle = exponent * (place.longitude * .pi / 180 - originLongitude)
    return GroundPoint(
      east: falseEast + distance * sin(angle),
      north: falseNorth + originRadius - distance * cos(angle))
  }

  /// The place on Earth, or `nil` when the point lies far outside France.
  public static func coordinate(_ point: GroundPoint) -> Coordinate? {
    guard bounds.east.contains(point.east), bounds.north.contains(point.north) else { return nil }
    let across = point.east - falseEast
    let down = falseNorth + originRadius - point.north
    let distance = (across * across + down * down).squareRoot()
    let longitude = originLongitude + atan2(across, down) / exponent
    let target = -log(distance / constant) / exponent
    // The isometric latitude is inverted step by step; the steps shrink by the eccentricity's square.
    var latitude = 2 * atan(exp(target)) - .pi / 2
    for _ in 0..<12 {
      let sine = eccentricity * sin(latitude)
      latitude =
        2 * atan(pow((1 + sine) / (1 - sine), eccentricity / 2) * exp(target)) - .pi / 2
    }
    return Coordinate(latitude: latitude * 180 / .pi, longitude: longitude * 180 / .pi)
  }
}
