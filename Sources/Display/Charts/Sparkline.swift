/// A small curve in one row of text.
public enum Sparkline {
  /// One column for each value, or for the mean of neighbouring values when there are more than
  /// columns; a missing value leaves a blank.
  /// - Parameter range: The values of the lowest and the highest block; 0 and the largest value
  ///   when none is given.
  public static func line(
    _ values: [Double?], width: Int, range: ClosedRange<Double>? = nil,
    style: Style = Style(.plot1), glyphs: GlyphSet = .unicode
  ) -> StyledLine {
    let columns = means(of: values, columns: min(max(width, 0), Size.maximum))
    let known = columns.compactMap { $0 }
    let low = range?.lowerBound ?? min(0, known.min() ?? 0)
    let high = range?.upperBound ?? known.max() ?? 0
    let texts = columns.map { value -> SafeText in
      guard let value else { return " " }
      return Blocks.height(high > low ? (value - low) / (high - low) : 0, glyphs: glyphs)
    }
    return StyledLine(texts.joined(), style)
  }

  /// At most so many values: the means of equal parts.
  static func means(of values: [Double?], columns: Int) -> [Double?] {
    let finite = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    guard finite.count > columns else { return finite }
    return (0..<columns).map { column in
      let part = finite[column * finite.count / columns..<(column + 1) * finite.count / columns]
      let known = part.compactMap { $0 }
      return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }
  }
}
