/// The outer boundary of a set of pixels, along their edges.
public enum Contour {
  /// The corners of the boundary, clockwise, from the upper left of the first pixel; collinear ones
  /// are left out. Holes are not followed.
  ///
  /// - Parameter pixels: the pixels of one component, sorted.
  public static func corners(_ pixels: [Int], width: Int) -> [PixelPoint] {
    guard let first = pixels.first else { return [] }
    let members = Set(pixels)
    func isInside(_ x: Int, _ y: Int) -> Bool {
      x >= 0 && x < width && y >= 0 && members.contains(y * width + x)
    }
    // Directions: right, down, left, up; the inside lies to the right hand.
    let steps = [(1, 0), (0, 1), (-1, 0), (0, -1)]
    let start = (x: first % width, y: first / width)
    var (x, y, direction) = (start.x, start.y, 0)
    var corners = [PixelPoint(x: Double(x), y: Double(y))]
    repeat {
      x += steps[direction].0
      y += steps[direction].1
      // The two pixels ahead of the vertex: on the left hand and on the right hand.
      let (ahead, right): ((Int, Int), (Int, Int)) =
        switch direction {
        case 0: ((x, y - 1), (x, y))
        case 1: ((x, y), (x - 1, y))
        case 2: ((x - 1, y), (x - 1, y - 1))
        default: ((x - 1, y - 1), (x, y - 1))
        }
      let turn = isInside(ahead.0, ahead.1) ? 3 : isInside(right.0, right.1) ? 0 : 1
      if turn != 0, (x, y) != (start.x, start.y) {
        corners.append(PixelPoint(x: Double(x), y: Double(y)))
      }
      direction = (direction + turn) % 4
    } while (x, y) != (start.x, start.y) || direction != 0
    return corners
  }

  /// The corners that remain when those nearer than a tolerance to the line between others go.
  ///
  /// Source: Douglas, Peucker, "Algorithms for the reduction of the number of points", 1973.
  public static func simplified(_ corners: [PixelPoint], tolerance: Double) -> [PixelPoint] {
    guard corners.count > 4, let first = corners.first else { return corners }
    let far =
      corners.indices.max {
        distance(corners[$0], first) < distance(corners[$1], first)
      } ?? 0
    let there = line(Array(corners[0...far]), tolerance)
    let back = line(Array(corners[far...]) + [first], tolerance)
    return there.dropLast() + back.dropLast()
  }

  private static func line(_ points: [PixelPoint], _ tolerance: Double) -> [PixelPoint] {
    guard points.count > 2, let first = points.first, let last = points.last else { return points }
    var worst = (index: 0, distance: 0.0)
    let length = max(1e-9, distance(first, last))
    for index in 1..<points.count - 1 {
      let point = points[index]
      let away =
        abs(
          (last.x - first.x) * (first.y - point.y) - (first.x - point.x) * (last.y - first.y))
        / length
      if away > worst.distance { worst = (index, away) }
    }
    guard worst.distance > tolerance else { return [first, last] }
    return line(Array(points[...worst.index]), tolerance).dropLast()
      + line(Array(points[worst.index...]), tolerance)
  }

  private static func distance(_ a: PixelPoint, _ b: PixelPoint) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }
}
