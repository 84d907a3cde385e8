/// The block characters bars and curves are made of.
enum Blocks {
  private static let eighths: [SafeText] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let heights: [SafeText] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let asciiHeights: [SafeText] = ["_", ".", ":", "-", "=", "+", "*", "#"]
  /// Quadrants by mask: 1 upper left, 2 upper right, 4 lower left, 8 lower right.
  static let quadrants: [SafeText] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]

  /// A bar of so much of a width, from the left, to an eighth of a column; a part above 0 shows
  /// at least an eighth.
  static func bar(_ part: Double, width: Int, glyphs: GlyphSet) -> SafeText {
    let unit = part.isFinite ? min(max(part, 0), 1) : 0
    let columns = Double(min(max(width, 0), Size.maximum))
    if glyphs == .ascii {
      let full = Int((unit * columns).rounded())
      return SafeText("#").repeated(unit > 0 && columns > 0 ? max(full, 1) : 0)
    }
    var eighth = Int((unit * columns * 8).rounded())
    if unit > 0 && columns > 0 { eighth = max(eighth, 1) }
    let full: SafeText = "█"
    return full.repeated(eighth / 8) + eighths[eighth % 8]
  }

  /// A column of height 0…1 in one cell.
  static func height(_ part: Double, glyphs: GlyphSet) -> SafeText {
    let unit = part.isFinite ? min(max(part, 0), 1) : 0
    let step = Int((unit * 7).rounded())
    return glyphs == .unicode ? heights[step] : asciiHeights[step]
  }
}
