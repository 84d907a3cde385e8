import Foundation
import Imagery

/// The rows of a picture at the scale of the analysis, read strip by strip, so that a mosaic of any
/// height needs the memory of a band.
final class AnalysisStream {
  /// Rows of the analysis made from one strip.
  private static let stripRows = 32

  /// Columns at the scale of the analysis.
  let width: Int
  /// Rows at the scale of the analysis.
  let height: Int
  private let reader: PNGReader
  private let rect: PixelRect
  private let scale: Double
  /// The rows at hand, the first of them being row `first`.
  private var bytes: [UInt8] = []
  private(set) var first = 0
  private var made = 0

  /// Opens the part of a picture in a rectangle.
  ///
  /// - Throws: `PNGError`.
  init(_ url: URL, rect: PixelRect, scale: Double) throws {
    reader = try PNGReader(url)
    self.rect = rect
    self.scale = scale
    width = max(1, Int((Double(rect.width) / scale).rounded()))
    height = max(1, Int((Double(rect.height) / scale).rounded()))
    // Rows above the rectangle are read and left.
    var above = rect.y
    while above > 0, let rows = try reader.next(rows: min(above, 64)) { above -= rows.height }
  }

  /// The rows of a range, which must not begin before those of the range asked for last.
  ///
  /// - Throws: `PNGError` when the file is damaged there.
  func rows(_ range: Range<Int>) throws -> Picture {
    let dropped = min(max(0, range.lowerBound - first), made - first)
    bytes.removeFirst(dropped * width * 4)
    first += dropped
    while made < min(range.upperBound, height) { try readStrip() }
    let count = min(range.upperBound, made) - range.lowerBound
    let start = (range.lowerBound - first) * width * 4
    return Picture(
      width: width, height: count, bytes: Array(bytes[start..<start + count * width * 4]))
      ?? Picture(width: 0, height: 0)
  }

  private func readStrip() throws {
    let next = min(height, made + Self.stripRows)
    let from = source(made)
    let wanted = source(next) - from
    guard let strip = try reader.next(rows: max(1, wanted)) else {
      // Nothing more is there: what is missing is absent, as at the edge of a flight.
      bytes += [UInt8](repeating: 0, count: (height - made) * width * 4)
      made = height
      return
    }
    let part = strip.cut(PixelRect(x: rect.x, y: 0, width: rect.width, height: strip.height))
    bytes += part.resized(width: width, height: next - made).bytes
    made = next
  }

  /// The row of the rectangle at which a row of the analysis begins.
  private func source(_ row: Int) -> Int {
    row >= height ? rect.height : min(rect.height, Int((Double(row) * scale).rounded()))
  }
}
