import Imagery

/// A connected set of pixels that may be one changed object.
struct Region: Sendable {
  /// Its pixels, sorted, in a picture of `width` columns.
  var pixels: [Int]
  /// The columns of that picture.
  var width: Int
  /// The mean of the scores there.
  var mean: Double
  /// The highest score there.
  var peak: Double

  /// The rectangle around it.
  var bounds: PixelRect {
    let columns = pixels.map { $0 % width }
    let left = columns.min() ?? 0
    let top = (pixels.first ?? 0) / width
    return PixelRect(
      x: left, y: top, width: (columns.max() ?? left) - left + 1,
      height: (pixels.last ?? 0) / width - top + 1)
  }

  /// The corners of its outline.
  var outline: [PixelPoint] {
    Contour.simplified(Contour.corners(pixels, width: width), tolerance: 0.8)
  }
}
