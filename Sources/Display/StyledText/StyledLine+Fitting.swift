extension StyledLine {
  /// The line cut to so many columns, with an ellipsis in the style of the run it cuts.
  public func truncated(to columns: Int, glyphs: GlyphSet = .unicode) -> StyledLine {
    if width <= columns { return self }
    var line = StyledLine()
    for run in runs {
      let room = columns - line.width
      // A run that just fits still needs its end cut when others follow it.
      if run.text.width < room {
        line.append(run.text, run.style)
      } else {
        let marked = run.text + "  "
        line.append(marked.truncated(to: room, glyphs: glyphs), run.style)
        break
      }
    }
    return line
  }

  /// The line with blanks added up to so many columns, in a style.
  public func padded(
    to columns: Int, _ alignment: Alignment = .left, style: Style = .text
  ) -> StyledLine {
    let missing = Swift.min(columns, Rect.limit) - width
    guard missing > 0 else { return self }
    let blank: SafeText = " "
    let before = alignment == .left ? 0 : alignment == .right ? missing : missing / 2
    return StyledLine(blank.repeated(before), style) + self
      + StyledLine(blank.repeated(missing - before), style)
  }
}
