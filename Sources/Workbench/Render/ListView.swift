import Display
import Review

/// Draws the list.
enum ListView {
  /// Draws the list and gives the place of the focused row.
  static func draw(_ state: State, _ layout: Layout, into grid: inout Grid) -> Point? {
    guard !layout.list.isEmpty, let list = state.list, let panel = state.panel else { return nil }
    if layout.list.height > 4 {
      let isFocused = state.pane == .list
      grid.box(
        layout.list, title: title(state, list),
        style: Style(isFocused ? .borderFocused : .border), glyphs: state.glyphs)
    }
    let body = layout.listBody
    guard !list.window.rows.isEmpty else {
      drawEmpty(state, list, panel, body, into: &grid)
      return nil
    }
    let context = state.context(width: body.width)
    let columns = ListColumns(panel, width: body.width)
    let isAhead = state.rowsAhead.suits(context)
    var cursor: Point?
    grid.clipped(to: body) { grid in
      for offset in 0..<body.height {
        let index = list.top + offset
        guard list.window.rows.indices.contains(index) else { break }
        let row = list.window.rows[index]
        let isFocused = index == list.focus
        let isMarked = list.marks[row.id] != nil
        let made = isAhead && !isFocused ? state.rowsAhead.line(row, isMarked: isMarked) : nil
        let line =
          made
          ?? ListRowView.line(
            row, columns: columns, context: context, isFocused: isFocused, isMarked: isMarked)
        grid.write(line, at: Point(x: body.x, y: body.y + offset))
        if isFocused { cursor = Point(x: body.x, y: body.y + offset) }
      }
    }
    return cursor
  }

  /// Makes the lines of the rows that are shown and of those that come next.
  static func layAhead(_ state: inout State) {
    guard let list = state.list, let panel = state.panel else { return }
    let body = Layout(state).listBody
    let rows = list.window.rows
    let first = max(0, list.top - 1)
    let last = min(rows.count, list.top + body.height + 1)
    guard !body.isEmpty, first < last else { return }
    state.rowsAhead.make(
      rows[first..<last], marks: list.marks, columns: ListColumns(panel, width: body.width),
      context: state.context(width: body.width))
  }

  private static func title(_ state: State, _ list: ListState) -> StyledLine {
    let words = state.words
    let statuses = list.query.statuses
    let what =
      list.isBlind
      ? words("Lectures de contrôle", "Control readings")
      : list.purpose == .adjudication
        ? words("Désaccords à trancher", "Disagreements to settle")
        : statuses.isEmpty
          ? words("Tout", "All")
          : ReviewStatus.allCases.filter { statuses.contains($0) }
            .map { words($0.title) }.joined(by: ", ")
    var line = StyledLine(
      what + SafeText(" " + words.count(list.window.total)), Style(.title))
    for facet in list.query.facets {
      let value = state.panel?.shown(facet, words.language) ?? facet.value
      line.append(SafeText(" · \(value)"), Style(.accent))
    }
    if !list.query.text.isEmpty {
      line.append(SafeText(" · « \(list.query.text) »"), Style(.accent))
    }
    if !list.marks.isEmpty {
      line.append(words(" · \(list.marks.count) marqué(s)", " · \(list.marks.count) marked"))
    }
    return line
  }

  private static func drawEmpty(
    _ state: State, _ list: ListState, _ panel: Panel, _ body: Rect, into grid: inout Grid
  ) {
    let words = state.words
    let text: SafeText
    if !list.isLoaded {
      text = ""
    } else if list.counts.total == 0 {
      text = words(panel.feedingHint)
    } else if !list.query.text.isEmpty || !list.query.facets.isEmpty {
      text = words(
        "Rien ne correspond au filtre. Échap l'enlève.",
        "Nothing matches the filter. Esc takes it away.")
    } else {
      text = words(
        "Tout est décidé. v : voir ce qui l'a été.",
        "Everything is decided. v: see what was.")
    }
    grid.write(
      StyledText([StyledLine(text, Style(.muted))]).wrapped(to: max(1, body.width - 2)),
      in: body.inset(left: 1, right: 1))
  }
}
