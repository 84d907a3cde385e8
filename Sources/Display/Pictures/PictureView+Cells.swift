extension PictureView {
  /// Bayer's matrix of order 4 (Bayer 1973), in sixteenths.
  private static let thresholds: [Int] = [
    0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5,
  ]
  private static let cube: [Int] = [0, 95, 135, 175, 215, 255]
  private static let shades: [SafeText] = [" ", "░", "▒", "▓", "█"]
  private static let asciiShades: [SafeText] = [" ", ".", ":", "+", "#"]

  /// The colour, or with few colours the one of the cube that the dither chooses for this pixel.
  func dithered(_ colour: RGB?, _ x: Int, _ y: Int) -> RGB? {
    guard let colour, colours == .palette else { return colour }
    let threshold = Self.thresholds[y % 4 * 4 + x % 4]
    return RGB(
      Self.level(colour.red, threshold), Self.level(colour.green, threshold),
      Self.level(colour.blue, threshold))
  }

  private static func level(_ value: UInt8, _ threshold: Int) -> UInt8 {
    let value = Int(value)
    guard let upper = cube.firstIndex(where: { $0 >= value }), upper > 0 else { return 0 }
    let low = cube[upper - 1]
    let high = cube[upper]
    return UInt8((value - low) * 16 > (high - low) * threshold ? high : low)
  }

  /// Writes one cell of two pixels, one above the other.
  func writeHalves(_ upper: RGB?, _ lower: RGB?, at point: Point, _ grid: inout Grid) {
    switch (upper, lower) {
    case (nil, nil): grid.write(" ", at: point)
    case (let upper?, nil):
      grid.write("▀", at: point, style: Style(foreground: upper, background: nil))
    case (nil, let lower?):
      grid.write("▄", at: point, style: Style(foreground: lower, background: nil))
    case (let upper?, let lower?) where upper == lower:
      grid.write(" ", at: point, style: Style(foreground: nil, background: lower))
    case (let upper?, let lower?):
      grid.write("▀", at: point, style: Style(foreground: upper, background: lower))
    }
  }

  /// Writes one cell of two pixels without colour.
  func writeShade(
    _ upper: RGB?, _ lower: RGB?, _ isOutline: Bool, at point: Point, _ grid: inout Grid,
    _ glyphs: GlyphSet
  ) {
    if isOutline {
      grid.write(glyphs == .unicode ? "□" : "O", at: point, style: Style(.highlight))
      return
    }
    let known = [upper, lower].compactMap { $0 }
    guard !known.isEmpty else { return }
    let light = known.reduce(0) {
      $0 + 2 * Int($1.red) + 5 * Int($1.green) + Int($1.blue)
    }
    let step = light / (known.count * 8) * 5 / 256
    grid.write(glyphs == .unicode ? Self.shades[step] : Self.asciiShades[step], at: point)
  }
}
