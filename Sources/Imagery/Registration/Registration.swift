import Foundation

/// How the later picture lies on the earlier one: an affine displacement found from many patches.
public struct Registration: Hashable, Codable, Sendable {
  /// The displacement in pixels: `x` grows by `east[0] + east[1]·x + east[2]·y`, `y` likewise.
  public var east: [Double]
  /// The displacement downwards.
  public var south: [Double]
  /// The root mean square of what the patches still disagree, in pixels.
  public var residual: Double
  /// The patches that agreed.
  public var patchCount: Int

  /// No displacement.
  public static let identity = Registration(
    east: [0, 0, 0], south: [0, 0, 0], residual: 0, patchCount: 0)

  /// Makes a registration.
  public init(east: [Double], south: [Double], residual: Double, patchCount: Int) {
    self.east = east
    self.south = south
    self.residual = residual
    self.patchCount = patchCount
  }

  /// The displacement at a pixel.
  public func displacement(x: Double, y: Double) -> (x: Double, y: Double) {
    (east[0] + east[1] * x + east[2] * y, south[0] + south[1] * x + south[2] * y)
  }

  /// The second picture laid upon the first; pixels that come from outside become absent.
  public func applied(to picture: Picture) -> Picture {
    guard self != .identity, east != [0, 0, 0] || south != [0, 0, 0] else { return picture }
    var result = Picture(width: picture.width, height: picture.height)
    for y in 0..<picture.height {
      for x in 0..<picture.width {
        let move = displacement(x: Double(x), y: Double(y))
        Self.sample(picture, Double(x) + move.x, Double(y) + move.y, into: &result, x, y)
      }
    }
    return result
  }

  private static func sample(
    _ picture: Picture, _ x: Double, _ y: Double, into result: inout Picture, _ column: Int,
    _ row: Int
  ) {
    let target = (row * result.width + column) * 4
    guard x > -0.75, y > -0.75, x < Double(picture.width) - 0.25, y < Double(picture.height) - 0.25
    else {
      for channel in 0..<4 { result.bytes[target + channel] = 0 }
      return
    }
    let left = max(0, min(picture.width - 2, Int(x.rounded(.down))))
    let top = max(0, min(picture.height - 2, Int(y.rounded(.down))))
    let across = Float(max(0, min(1, x - Double(left))))
    let down = Float(max(0, min(1, y - Double(top))))
    for channel in 0..<4 {
      func value(_ x: Int, _ y: Int) -> Float {
        Float(
          picture.bytes[
            (min(y, picture.height - 1) * picture.width + min(x, picture.width - 1)) * 4 + channel])
      }
      let upper = value(left, top) * (1 - across) + value(left + 1, top) * across
      let lower = value(left, top + 1) * (1 - across) + value(left + 1, top + 1) * across
      result.bytes[target + channel] = UInt8(
        max(0, min(255, (upper * (1 - down) + lower * down).rounded())))
    }
  }
}
