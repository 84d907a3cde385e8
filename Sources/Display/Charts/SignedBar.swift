/// Bars that say how much a reason raises or lowers a score. Sign and shape say it without colour:
/// what raises is solid, what lowers is hatched.
public enum SignedBar {
  /// A bar for a value whose magnitude is at most `maximum`, in at most so many columns.
  public static func line(
    _ value: Double, maximum: Double, width: Int, glyphs: GlyphSet = .unicode
  ) -> StyledLine {
    let part = maximum > 0 ? value.magnitude / maximum : 0
    if value >= 0 {
      return StyledLine(Blocks.bar(part, width: width, glyphs: glyphs), Style(.positive))
    }
    let unit: SafeText = glyphs == .unicode ? "▌" : "-"
    let columns = Double(min(max(width, 0), Size.maximum))
    let count = part.isFinite ? Int((min(part, 1) * columns).rounded()) : 0
    return StyledLine(unit.repeated(columns > 0 ? max(count, 1) : 0), Style(.negative))
  }

  /// Lines of name, signed value and bar, on one scale, each in at most so many columns.
  /// - Parameters:
  ///   - decimals: Decimals of the values.
  ///   - separator: What stands before them.
  public static func lines(
    _ contributions: [(name: SafeText, value: Double)], width: Int, decimals: Int = 2,
    separator: SafeText = ".", glyphs: GlyphSet = .unicode
  ) -> [StyledLine] {
    let maximum = contributions.map(\.value.magnitude).filter(\.isFinite).max() ?? 0
    let numbers = contributions.map {
      SafeText($0.value, decimals: decimals, separator: separator, isSigned: true)
    }
    let numberWidth = numbers.map(\.width).max() ?? 0
    let longest = contributions.map(\.name.width).max() ?? 0
    let nameWidth = max(0, min(longest, (width - numberWidth) * 2 / 3 - 2))
    let barWidth = max(0, width - nameWidth - numberWidth - 2)
    return zip(contributions, numbers).map { contribution, number in
      let isRaising = contribution.value >= 0
      var line = StyledLine(contribution.name.fitted(to: nameWidth, glyphs: glyphs))
      line.append(" ")
      line.append(number.padded(to: numberWidth, .right), Style(isRaising ? .positive : .negative))
      line.append(" ")
      line.append(
        self.line(contribution.value, maximum: maximum, width: barWidth, glyphs: glyphs))
      return line.truncated(to: width, glyphs: glyphs)
    }
  }
}
