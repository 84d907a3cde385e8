/// The bar that shows a score in a list.
public enum ScoreBar {
  /// A bar for a value of 0…1 in so many columns, blanks included.
  /// - Parameter style: The bar's look; by default that of its score.
  public static func line(
    _ value: Double, width: Int, style: Style? = nil, glyphs: GlyphSet = .unicode
  ) -> StyledLine {
    let bar = Blocks.bar(value, width: width, glyphs: glyphs)
    let rest = max(0, min(width, Size.maximum) - bar.width)
    let track: SafeText = glyphs == .unicode ? " " : "."
    return StyledLine([
      StyledRun(bar, style ?? Style(.score(value))),
      StyledRun(track.repeated(rest), Style(.barTrack)),
    ])
  }

  /// A level of rules (1…3) as dots, `●●○`; never a percentage, for nothing has been learned.
  public static func level(_ level: Int, glyphs: GlyphSet = .unicode) -> StyledLine {
    let count = min(max(level, 0), 3)
    let on: SafeText = glyphs == .unicode ? "●" : "*"
    let off: SafeText = glyphs == .unicode ? "○" : "."
    return StyledLine([
      StyledRun(on.repeated(count), Style(.score(Double(count) / 3))),
      StyledRun(off.repeated(3 - count), Style(.barTrack)),
    ])
  }
}
