import Display
import Review

/// Draws a knowledge table and the row being edited.
enum TableView {
  /// The widest column.
  private static let columnLimit = 28

  static func draw(
    _ state: State, _ page: Overlay.TablePage, into grid: inout Grid
  ) -> Point? {
    guard let inputs = page.editing else { return rows(state, page, into: &grid) }
    var lines = zip(page.table.columns, inputs).map { column, input in
      StyledLine(state.words(column.title) + (column.isRequired ? " * : " : " : "), Style(.accent))
        + StyledLine(SafeText(input.text) + "_", Style(.input))
    }
    if !page.error.isEmpty { lines.append(StyledLine(page.error, Style(.error))) }
    let hint = state.words(
      "Tab champ suivant · Entrée enregistrer · Échap abandonner",
      "Tab next field · Enter save · Esc give up")
    lines.append(StyledLine(hint, Style(.muted)))
    return OverlayView.list(state, state.words(page.table.title), lines, page.column, into: &grid)
  }

  private static func rows(
    _ state: State, _ page: Overlay.TablePage, into grid: inout Grid
  ) -> Point? {
    let columns = page.table.columns
    let widths = columns.map { column in
      let cells = page.rows.map { SafeText($0.values[column.name] ?? "").width }
      return min(columnLimit, max(state.words(column.title).width, cells.max() ?? 0))
    }
    var lines = page.rows.map { row in
      zip(columns, widths).reduce(StyledLine()) { line, pair in
        line
          + StyledLine(
            SafeText(row.values[pair.0.name] ?? "").fitted(to: pair.1, glyphs: state.glyphs) + "  ")
      }
    }
    lines.append(
      StyledLine(state.words("+ nouvelle ligne", "+ new row"), Style(.muted)))
    if !page.error.isEmpty { lines.append(StyledLine(page.error, Style(.error))) }
    let hint = state.words(
      "Entrée modifier · n nouvelle · d enlever · Échap fermer",
      "Enter edit · n new · d remove · Esc close")
    lines.append(StyledLine(hint, Style(.muted)))
    return OverlayView.list(state, state.words(page.table.title), lines, page.row, into: &grid)
  }
}
