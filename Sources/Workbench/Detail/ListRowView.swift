import Display
import Review

/// Draws a row of the list.
public enum ListRowView {
  /// The columns of the score's number and bar.
  private static let numberWidth = 6
  private static let barWidth = 8

  /// The line of a row, exactly as wide as the context.
  public static func line(
    _ row: SuggestionRow, panel: Panel, context: DrawingContext, isFocused: Bool, isMarked: Bool
  ) -> StyledLine {
    let words = context.words
    let isUnicode = context.glyphs == .unicode
    var line = StyledLine(isFocused ? (isUnicode ? "▌" : ">") : " ", Style(.accent))
    line.append(
      isMarked ? (isUnicode ? "●" : "*") : words.sign(row.status),
      Style(isMarked ? .selection : row.status.role))
    line.append(score(row.score, context))
    let isDrawn = row.selection.reason == .random
    line.append(isDrawn ? (isUnicode ? "⚄ " : "? ") : " ", Style(.warning))
    let rest = context.width - line.width
    let columns = facetColumns(row, panel: panel, room: rest - 20, context)
    let textWidth = rest - columns.width
    let placeWidth = textWidth > 34 ? min(16, textWidth / 3) : 0
    let titleStyle = isFocused ? Style(.focus) : Style.text
    line.append(
      SafeText(row.title).fitted(to: max(0, textWidth - placeWidth), glyphs: context.glyphs),
      titleStyle)
    line.append(
      SafeText(" " + row.place).fitted(to: placeWidth, glyphs: context.glyphs),
      isFocused ? Style(.focus) : Style(.muted))
    line.append(columns)
    return line.truncated(to: context.width, glyphs: context.glyphs)
  }

  private static func score(_ score: Score, _ context: DrawingContext) -> StyledLine {
    switch score.basis {
    case .rule(let level):
      var line = StyledLine(
        context.words("règle ", "rule ").padded(to: numberWidth), Style(.muted))
      line.append(ScoreBar.level(level, glyphs: context.glyphs))
      return line.padded(to: numberWidth + barWidth + 1)
    case .probability:
      var line = StyledLine(
        SafeText(context.words.percent(score.value)).padded(to: numberWidth, .right))
      line.append(" ")
      line.append(ScoreBar.line(score.value, width: barWidth, glyphs: context.glyphs))
      return line
    }
  }

  private static func facetColumns(
    _ row: SuggestionRow, panel: Panel, room: Int, _ context: DrawingContext
  ) -> StyledLine {
    var line = StyledLine()
    for name in panel.columns {
      guard let facet = panel.facets.first(where: { $0.name == name }),
        line.width + facet.width + 1 <= room
      else { break }
      line.append(" ")
      line.append(
        SafeText(row.facet(name) ?? "").fitted(to: facet.width, glyphs: context.glyphs),
        Style(.muted))
    }
    return line
  }

  /// What the linear driver says of a row.
  public static func spoken(
    _ row: SuggestionRow, rank: Int, total: Int, isMarked: Bool, words: Words
  ) -> SafeText {
    var text = words("\(rank) sur \(total), ", "\(rank) of \(total), ") + words.score(row.score)
    text = text + SafeText(", \(row.title), \(row.place), ") + words(row.status.title)
    if isMarked { text = text + words(", marqué", ", marked") }
    for facet in row.facets.prefix(3) { text = text + SafeText(", \(facet.value)") }
    return text
  }
}
