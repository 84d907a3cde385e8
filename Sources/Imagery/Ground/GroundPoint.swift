/// A place in the coordinates of a projection, in metres.
public struct GroundPoint: Hashable, Codable, Sendable {
  /// Metres east.
  public var east: Double
  /// Metres north.
  public var north: Double

  /// Makes a place.
  public init(east: Double, north: Double) {
    self.east = east
    self.north = north
  }
}
