import Imagery

/// Three colours being painted, in metres from the upper left corner.
struct Canvas {
  let width: Int
  let height: Int
  /// Metres for a pixel.
  let metres: Double
  /// By how much everything is moved, in metres.
  let shift: SIMD2<Double>
  var pixels: [SIMD3<Float>]

  init(width: Int, height: Int, metres: Double, shift: SIMD2<Double>) {
    self.width = width
    self.height = height
    self.metres = metres
    self.shift = shift
    pixels = Array(repeating: .zero, count: width * height)
  }

  /// The middle of a pixel, in metres.
  func place(_ x: Int, _ y: Int) -> SIMD2<Double> {
    SIMD2((Double(x) + 0.5) * metres, (Double(y) + 0.5) * metres) - shift
  }

  /// Gives every pixel inside a polygon to a body, with its place in metres.
  mutating func fill(
    _ corners: [PixelPoint], _ body: (SIMD2<Double>, Int, inout SIMD3<Float>) -> Void
  ) {
    let (width, height, metres, shift) = (self.width, self.height, self.metres, self.shift)
    let ring = corners.map {
      PixelPoint(x: ($0.x + shift.x) / metres, y: ($0.y + shift.y) / metres)
    }
    PolygonMask.forEachSpan([ring], width: width, height: height) { row, columns in
      for column in columns {
        let place = SIMD2((Double(column) + 0.5) * metres, (Double(row) + 0.5) * metres) - shift
        body(place, row * width + column, &pixels[row * width + column])
      }
    }
  }

  /// Gives every pixel inside a circle to a body, with its place from the middle in radii.
  mutating func disc(
    _ centre: SIMD2<Double>, radius: Double,
    _ body: (SIMD2<Double>, Int, inout SIMD3<Float>) -> Void
  ) {
    let middle = (centre + shift) / metres
    let reach = radius / metres
    let rows = Self.range(middle.y, reach, height)
    let columns = Self.range(middle.x, reach, width)
    for y in rows {
      for x in columns {
        let from = SIMD2((Double(x) + 0.5 - middle.x) / reach, (Double(y) + 0.5 - middle.y) / reach)
        if (from * from).sum() <= 1 { body(from, y * width + x, &pixels[y * width + x]) }
      }
    }
  }

  /// The pixels around a middle, cut to the picture.
  private static func range(_ middle: Double, _ reach: Double, _ side: Int) -> Range<Int> {
    let low = max(0, min(side, Int((middle - reach).rounded(.down))))
    return low..<max(low, min(side, Int(middle + reach) + 2))
  }
}
