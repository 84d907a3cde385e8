import Display
import Review

/// Draws a row of the list: signs, score, title, place and the facets that the width allows.
public enum ListRowView {
  /// The line of a row, exactly as wide as the context.
  ///
  /// From the left: `▌` focus, `●` mark, the status, `⚄` for a row drawn at random or `!` for an
  /// overdue follow-up, the score, then columns that stand below each other from row to row.
  public static func line(
    _ row: SuggestionRow, panel: Panel, context: DrawingContext, isFocused: Bool, isMarked: Bool
  ) -> StyledLine {
    line(
      row, columns: ListColumns(panel, width: context.width), context: context,
      isFocused: isFocused, isMarked: isMarked)
  }

  /// The line of a row with columns that are worked out once for all rows.
  static func line(
    _ row: SuggestionRow, columns: ListColumns, context: DrawingContext, isFocused: Bool,
    isMarked: Bool
  ) -> StyledLine {
    let glyphs = context.glyphs
    var line = signs(row, context, isFocused, isMarked)
    line.append(score(row.score, columns, context))
    let titleStyle = isMarked ? Style(.selection) : .text
    line.append(SafeText(row.title).fitted(to: columns.title, glyphs: glyphs), titleStyle)
    if columns.place > 0 {
      line.append(" ")
      line.append(SafeText(row.place).fitted(to: columns.place, glyphs: glyphs), Style(.muted))
    }
    for facet in columns.facets {
      let value = row.facet(facet.name).map { facet.shown($0, context.words.language) } ?? ""
      line.append(" ")
      line.append(
        SafeText(value).fitted(to: ListColumns.width(facet), glyphs: glyphs))
    }
    let whole = line.truncated(to: context.width, glyphs: glyphs).padded(to: context.width)
    return isFocused ? whole.restyled { Style(.focus, $0.attributes) } : whole
  }

  private static func signs(
    _ row: SuggestionRow, _ context: DrawingContext, _ isFocused: Bool, _ isMarked: Bool
  ) -> StyledLine {
    let isASCII = context.glyphs == .ascii
    let words = context.words
    var line = StyledLine(isFocused ? (isASCII ? ">" : "▌") : " ", Style(.accent))
    line.append(isMarked ? (isASCII ? "*" : "●") : " ", Style(.selection))
    line.append(words.sign(row.status), Style(row.status.role))
    if isOverdue(row, context.today) {
      line.append("!", Style(.error))
    } else if row.selection.reason == .random {
      line.append(words.randomSign, Style(.warning))
    } else {
      line.append(" ")
    }
    return line
  }

  private static func isOverdue(_ row: SuggestionRow, _ today: CalendarDate) -> Bool {
    row.status == .accepted && row.due.map { $0 < today } ?? false
  }

  private static func score(
    _ score: Score, _ columns: ListColumns, _ context: DrawingContext
  ) -> StyledLine {
    let words = context.words
    var line = StyledLine(" ")
    switch score.basis {
    case .rule(let level):
      if columns.bar > 0 { line.append(words("règle", "rule ").padded(to: 6), Style(.muted)) }
      line.append(ScoreBar.level(level, glyphs: context.glyphs))
    case .probability:
      let style = Style(.score(score.value))
      line.append(
        SafeText(words.percent(score.value)).padded(to: ListColumns.figure, .right), style)
      if columns.bar > 0 {
        line.append(" ")
        line.append(ScoreBar.line(score.value, width: columns.bar, glyphs: context.glyphs))
      }
    }
    return line.padded(to: columns.score)
  }

  /// What the linear driver says of a row.
  public static func spoken(
    _ row: SuggestionRow, rank: Int, total: Int, isMarked: Bool, panel: Panel? = nil, words: Words
  ) -> SafeText {
    var parts = [
      words.say(
        "\(words.count(rank)) sur \(words.count(total))",
        "\(words.count(rank)) of \(words.count(total))"),
      words.spokenScore(row.score), row.title,
    ]
    if !row.place.isEmpty { parts.append(row.place) }
    for name in panel?.columns ?? row.facets.prefix(3).map(\.name) {
      guard let value = row.facet(name), !value.isEmpty else { continue }
      let facet = panel?.facets.first { $0.name == name }
      let title = facet.map { words.say($0.title) + " " } ?? ""
      parts.append(title + (facet?.shown(value, words.language) ?? value))
    }
    parts.append(words.say(row.status.title))
    if row.selection.reason == .random {
      parts.append(words.say("tiré au hasard", "drawn at random"))
    }
    if isMarked { parts.append(words.say("marqué", "marked")) }
    return SafeText(parts.joined(separator: ", "))
  }
}
