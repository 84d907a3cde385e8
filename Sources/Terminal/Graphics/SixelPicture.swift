import Display

/// A picture as sixels: columns of six pixels, one colour at a time.
///
/// Source: DEC, "VT330/VT340 programmer reference manual", chapter 14. The colours are the cube of
/// six levels, chosen for each pixel by ordered dither (Bayer 1973).
enum SixelPicture {
  private static let levels = 6
  private static let thresholds: [Int] = [
    0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5,
  ]

  /// The sequence that draws a part of a raster, stretched to so many pixels, at the cursor.
  ///
  /// - Parameter rows: the part, as shares of the height in thousandths.
  static func sequence(_ image: Raster, width: Int, height: Int, rows: Range<Int>) -> [UInt8] {
    guard width > 0, height > 0, image.width > 0, image.height > 0 else { return [] }
    let top = image.height * rows.lowerBound / 1000
    let span = max(1, image.height * rows.count / 1000)
    var colours = [UInt8](repeating: 0, count: width * height)
    for y in 0..<height {
      let source = min(image.height - 1, top + y * span / height)
      for x in 0..<width {
        let index = (source * image.width + x * image.width / width) * image.channels
        colours[y * width + x] = colour(image.bytes, index, x, y)
      }
    }
    var bytes = Array("\u{1B}P0;1q\"1;1;\(width);\(height)".utf8)
    bytes += palette(Set(colours))
    for band in stride(from: 0, to: height, by: 6) {
      bytes += Self.band(colours, width, band..<min(band + 6, height))
      bytes.append(UInt8(ascii: "-"))
    }
    return bytes + Array("\u{1B}\\".utf8)
  }

  private static func colour(_ bytes: [UInt8], _ index: Int, _ x: Int, _ y: Int) -> UInt8 {
    let threshold = thresholds[y % 4 * 4 + x % 4]
    return (0..<3).reduce(UInt8(0)) { sum, channel in
      let value = Int(bytes[index + channel]) * (levels - 1)
      let level = value / 255 + (value % 255 * 16 > 255 * threshold + 127 ? 1 : 0)
      return sum * UInt8(levels) + UInt8(min(levels - 1, level))
    }
  }

  private static func palette(_ used: Set<UInt8>) -> [UInt8] {
    used.sorted().flatMap { number -> [UInt8] in
      let parts = [Int(number) / 36, Int(number) / 6 % 6, Int(number) % 6].map { $0 * 20 }
      return Array("#\(number);2;\(parts[0]);\(parts[1]);\(parts[2])".utf8)
    }
  }

  /// A band of six rows: each of its colours from the left, then back to the left.
  private static func band(_ colours: [UInt8], _ width: Int, _ rows: Range<Int>) -> [UInt8] {
    var masks: [UInt8: [UInt8]] = [:]
    for (bit, y) in rows.enumerated() {
      for x in 0..<width {
        masks[colours[y * width + x], default: [UInt8](repeating: 0, count: width)][x] |=
          1 << UInt8(bit)
      }
    }
    var bytes: [UInt8] = []
    for number in masks.keys.sorted() {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "$")) }
      bytes += Array("#\(number)".utf8)
      bytes += repeated(masks[number] ?? [])
    }
    return bytes
  }

  /// Equal columns are counted.
  private static func repeated(_ mask: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var start = 0
    while start < mask.count {
      var end = start
      while end < mask.count, mask[end] == mask[start] { end += 1 }
      let letter = mask[start] + 63
      let count = end - start
      if count > 3 {
        bytes += Array("!\(count)".utf8) + [letter]
      } else {
        bytes += [UInt8](repeating: letter, count: count)
      }
      start = end
    }
    return bytes
  }
}
