/// A point of a picture, in pixels from its upper left corner.
public struct PixelPoint: Hashable, Codable, Sendable {
  /// Pixels to the right.
  public var x: Double
  /// Pixels down.
  public var y: Double

  /// Makes a point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
