import Foundation
import Review

/// Turns Lambert-93 (EPSG 2154) into degrees.
///
/// Source: IGN, « Projection cartographique conique conforme de Lambert », NT/G 71, algorithms 2
/// and 4, on the ellipsoid GRS80.
enum Lambert93 {
  private static let eccentricity = 0.081_819_191_042_815_79
  private static let exponent = 0.725_607_765_053_267_3
  private static let constant = 11_754_255.426_096_0
  private static let originX = 700_000.0
  private static let originY = 12_655_612.049_876

  /// The place of metres east and north, or `nil` outside of metropolitan France.
  static func coordinate(x: Double, y: Double) -> Coordinate? {
    guard (-500_000...1_500_000).contains(x), (5_900_000...7_300_000).contains(y) else {
      return nil
    }
    let east = x - originX
    let north = originY - y
    let radius = (east * east + north * north).squareRoot()
    let longitude = 3 * Double.pi / 180 + atan(east / north) / exponent
    let isometric = -log(abs(radius / constant)) / exponent
    var latitude = 2 * atan(exp(isometric)) - Double.pi / 2
    for _ in 0..<12 {
      let sine = eccentricity * sin(latitude)
      let factor = pow((1 + sine) / (1 - sine), eccentricity / 2)
      latitude = 2 * atan(factor * exp(isometric)) - Double.pi / 2
    }
    return Coordinate(
      latitude: latitude * 180 / Double.pi, longitude: longitude * 180 / Double.pi)
  }

  /// The place of two numbers in a projection told by its code or name: 26, 2154 or a name with
  /// « Lambert 93 » are metres, 31, 4326 or none within ±180 are degrees.
  static func place(x: Double, y: Double, projection: String) -> Coordinate? {
    let name = projection.lowercased()
    if ["26", "2154", "epsg:2154"].contains(name) || name.contains("93") {
      return coordinate(x: x, y: y)
    }
    if abs(x) <= 180, abs(y) <= 90 { return Coordinate(latitude: y, longitude: x) }
    return name.isEmpty ? coordinate(x: x, y: y) : nil
  }
}
