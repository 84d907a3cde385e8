import Imagery
import Review

/// Places as exports give them: two numbers and the code or name of a projection.
enum ProjectedPlace {
  /// The place of two numbers: 26, 2154 or a name with « Lambert 93 » are metres, 31, 4326 or none
  /// within ±180 are degrees; `nil` for a projection not known here and outside of France.
  static func place(x: Double, y: Double, projection: String) -> Coordinate? {
    let name = projection.lowercased()
    if ["26", "2154", "epsg:2154"].contains(name) || name.contains("93") {
      return Lambert93.coordinate(GroundPoint(east: x, north: y))
    }
    if abs(x) <= 180, abs(y) <= 90 { return Coordinate(latitude: y, longitude: x) }
    return name.isEmpty ? Lambert93.coordinate(GroundPoint(east: x, north: y)) : nil
  }
}
