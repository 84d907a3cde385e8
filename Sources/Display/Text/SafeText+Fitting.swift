extension SafeText {
  /// The text cut to so many columns, its end replaced by an ellipsis where it was longer.
  public func truncated(to columns: Int, glyphs: GlyphSet = .unicode) -> SafeText {
    if width <= columns { return self }
    if columns <= 0 { return .empty }
    let ellipsis: SafeText = glyphs == .unicode ? "…" : columns >= 6 ? "..." : "~"
    let head = prefix(columns: columns - ellipsis.width)
    return head + ellipsis
  }

  /// The longest beginning of the text that fits in so many columns.
  public func prefix(columns: Int) -> SafeText {
    if width <= columns { return self }
    if isPlain { return plainPrefix(columns) }
    var used = 0
    var end = content.startIndex
    var clusters = Clusters(self)
    while let cluster = clusters.next(), used + cluster.width <= columns {
      used += cluster.width
      end = cluster.range.upperBound
    }
    let head = String(content.unicodeScalars[..<end])
    return SafeText(checked: head, width: used, isPlain: isPlain, alterations: alterations)
  }

  /// The beginning of a text whose every code point takes one column.
  private func plainPrefix(_ columns: Int) -> SafeText {
    let count = Swift.max(0, columns)
    let head = String(content.unicodeScalars.prefix(count))
    return SafeText(checked: head, width: count, isPlain: true, alterations: alterations)
  }

  /// The text with blanks added up to so many columns; longer text is left as it is.
  public func padded(to columns: Int, _ alignment: Alignment = .left) -> SafeText {
    let missing = Swift.min(columns, Rect.limit) - width
    guard missing > 0 else { return self }
    let blank: SafeText = " "
    switch alignment {
    case .left: return self + blank.repeated(missing)
    case .right: return blank.repeated(missing) + self
    case .centre:
      return blank.repeated(missing / 2) + self + blank.repeated(missing - missing / 2)
    }
  }

  /// The text in exactly so many columns: cut with an ellipsis or padded.
  public func fitted(
    to columns: Int, _ alignment: Alignment = .left, glyphs: GlyphSet = .unicode
  ) -> SafeText {
    let cut = truncated(to: columns, glyphs: glyphs).padded(to: columns, alignment)
    return cut
  }
}
