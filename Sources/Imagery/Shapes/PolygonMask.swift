/// Which pixels lie inside polygons.
public enum PolygonMask {
  /// For each row, the columns whose centres lie inside rings by the even-odd rule, so that holes
  /// are holes; given to a body as ranges cut to the picture.
  public static func forEachSpan(
    _ rings: [[PixelPoint]], width: Int, height: Int, _ body: (Int, Range<Int>) -> Void
  ) {
    let rows = rings.flatMap { $0.map(\.y) }
    guard let low = rows.min(), let high = rows.max(), low.isFinite, high.isFinite else { return }
    let first = max(0, Int(max(-1, min(Double(height), low.rounded(.down)))))
    let last = min(height - 1, Int(max(-1, min(Double(height), high.rounded(.up)))))
    guard first <= last else { return }
    for row in first...last {
      var crossings: [Double] = []
      let y = Double(row) + 0.5
      for ring in rings {
        for index in ring.indices {
          let (a, b) = (ring[index], ring[(index + 1) % ring.count])
          guard (a.y <= y) != (b.y <= y) else { continue }
          crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
        }
      }
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let from = column(crossings[pair], width)
        let to = column(crossings[pair + 1], width)
        if from < to { body(row, from..<to) }
      }
    }
  }

  private static func column(_ x: Double, _ width: Int) -> Int {
    Int(max(0, min(Double(width), (x - 0.5).rounded(.up))))
  }

  /// The mask of rings.
  public static func mask(_ rings: [[PixelPoint]], width: Int, height: Int) -> [Bool] {
    var mask = [Bool](repeating: false, count: width * height)
    forEachSpan(rings, width: width, height: height) { row, columns in
      for column in columns { mask[row * width + column] = true }
    }
    return mask
  }
}
