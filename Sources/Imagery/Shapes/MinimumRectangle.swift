import Foundation

/// The smallest rectangle, turned as it must be, around points.
public struct MinimumRectangle: Hashable, Sendable {
  /// The longer side.
  public let length: Double
  /// The shorter side.
  public let width: Double
  /// The direction of the longer side, in radians from the right, clockwise, 0…π.
  public let angle: Double
  /// The four corners.
  public let corners: [PixelPoint]

  /// The area.
  public var area: Double { length * width }

  /// Finds the rectangle: one of its sides lies on a side of the convex hull.
  ///
  /// Source: Freeman, Shapira, "Determining the minimum-area encasing rectangle", 1975.
  public init?(_ points: [PixelPoint]) {
    let hull = ConvexHull.corners(points)
    guard hull.count >= 3 else { return nil }
    var best: (area: Double, angle: Double, low: (Double, Double), high: (Double, Double))?
    for index in hull.indices {
      let next = hull[(index + 1) % hull.count]
      let angle = atan2(next.y - hull[index].y, next.x - hull[index].x)
      let (cosine, sine) = (cos(angle), sin(angle))
      let along = hull.map { $0.x * cosine + $0.y * sine }
      let across = hull.map { $0.y * cosine - $0.x * sine }
      let low = (along.min() ?? 0, across.min() ?? 0)
      let high = (along.max() ?? 0, across.max() ?? 0)
      let area = (high.0 - low.0) * (high.1 - low.1)
      if area < (best?.area ?? .infinity) { best = (area, angle, low, high) }
    }
    guard let best else { return nil }
    let (cosine, sine) = (cos(best.angle), sin(best.angle))
    let sides = (best.high.0 - best.low.0, best.high.1 - best.low.1)
    length = max(sides.0, sides.1)
    width = min(sides.0, sides.1)
    let turned = sides.0 >= sides.1 ? best.angle : best.angle + .pi / 2
    angle = (turned.truncatingRemainder(dividingBy: .pi) + .pi)
      .truncatingRemainder(dividingBy: .pi)
    corners = [
      (best.low.0, best.low.1), (best.high.0, best.low.1), (best.high.0, best.high.1),
      (best.low.0, best.high.1),
    ].map { PixelPoint(x: $0.0 * cosine - $0.1 * sine, y: $0.0 * sine + $0.1 * cosine) }
  }
}

/// The convex hull of points.
enum ConvexHull {
  /// The hull's corners. Source: Andrew, "Another efficient algorithm for convex hulls in two
  /// dimensions", 1979.
  static func corners(_ points: [PixelPoint]) -> [PixelPoint] {
    let sorted = Set(points).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count > 2 else { return sorted }
    func half(_ points: [PixelPoint]) -> [PixelPoint] {
      var chain: [PixelPoint] = []
      for point in points {
        while chain.count > 1, cross(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
          chain.removeLast()
        }
        chain.append(point)
      }
      return chain.dropLast()
    }
    return half(sorted) + half(sorted.reversed())
  }

  private static func cross(_ o: PixelPoint, _ a: PixelPoint, _ b: PixelPoint) -> Double {
    (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)
  }
}
