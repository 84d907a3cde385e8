/// A picture in memory: rows of pixels of 3 (red, green, blue) or 4 (and alpha) bytes.
public struct Raster: Hashable, Sendable {
  /// Pixels on a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Bytes of one pixel: 3 or 4.
  public let channels: Int
  /// `width` × `height` × `channels` bytes, row after row.
  public let bytes: [UInt8]

  /// Makes a picture; nothing when the bytes are not as many as its sides ask for.
  public init?(width: Int, height: Int, channels: Int = 3, bytes: [UInt8]) {
    guard width >= 0, height >= 0, channels == 3 || channels == 4 else { return nil }
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow, pixels <= Int.max / 4, pixels * channels == bytes.count else { return nil }
    self.width = width
    self.height = height
    self.channels = channels
    self.bytes = bytes
  }

  /// The most pixels looked at on one side to find a mean colour: an aerial picture of a hundred
  /// million pixels is drawn at every key.
  static let maximumSamples = 8

  /// The mean colour of a rectangle of pixels, cut to the picture; nothing where there is none or
  /// where it is more transparent than not. Of large rectangles it is that of pixels spread evenly.
  func mean(_ columns: Range<Int>, _ rows: Range<Int>) -> RGB? {
    let across = columns.clamped(to: 0..<width)
    let down = rows.clamped(to: 0..<height)
    let stepX = max(1, across.count / Self.maximumSamples)
    let stepY = max(1, down.count / Self.maximumSamples)
    var (red, green, blue, opaque, seen) = (0, 0, 0, 0, 0)
    for y in stride(from: down.lowerBound, to: down.upperBound, by: stepY) {
      for x in stride(from: across.lowerBound, to: across.upperBound, by: stepX) {
        seen += 1
        let index = (y * width + x) * channels
        guard channels == 3 || bytes[index + 3] >= 128 else { continue }
        red += Int(bytes[index])
        green += Int(bytes[index + 1])
        blue += Int(bytes[index + 2])
        opaque += 1
      }
    }
    guard opaque * 2 >= seen, opaque > 0 else { return nil }
    return RGB(UInt8(red / opaque), UInt8(green / opaque), UInt8(blue / opaque))
  }
}
