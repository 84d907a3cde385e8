import Review

/// The sides of the smallest rectangle around an outline, turned as the outline is.
///
/// One side of that rectangle lies along a side of the outline's convex hull (Freeman and Shapira
/// 1975); every side of the outline is tried, which is the same for convex outlines.
struct OutlineSize: Hashable {
  /// The most corners that are looked at.
  static let cornerLimit = 256

  /// The longer side, in pixels.
  let length: Double
  /// The shorter side, in pixels.
  let width: Double

  /// Measures an outline; `nil` when it has no area.
  init?(_ outline: [PicturePairEvidence.Pixel]) {
    let corners = outline.prefix(Self.cornerLimit).filter { $0.x.isFinite && $0.y.isFinite }
    var best: (Double, Double)?
    for (index, start) in corners.enumerated() {
      let end = corners[(index + 1) % corners.count]
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { continue }
      let along = Self.extent(corners, dx / length, dy / length)
      let across = Self.extent(corners, -dy / length, dx / length)
      if along * across < best.map({ $0.0 * $0.1 }) ?? .infinity { best = (along, across) }
    }
    guard let best, best.0 > 0, best.1 > 0 else { return nil }
    length = max(best.0, best.1)
    width = min(best.0, best.1)
  }

  private static func extent(
    _ corners: [PicturePairEvidence.Pixel], _ x: Double, _ y: Double
  ) -> Double {
    let places = corners.map { $0.x * x + $0.y * y }
    return (places.max() ?? 0) - (places.min() ?? 0)
  }
}
