import Display
import Review

/// Draws the detail of the focused suggestion.
enum DetailPane {
  /// Draws the detail and gives the place of the focused thing.
  static func draw(
    _ state: State, _ layout: Layout, into grid: inout Grid, pictures: inout [PlacedPicture]
  ) -> Point? {
    let isFocused = state.pane == .detail
    let row = state.list?.row
    var title = StyledLine()
    if let row {
      let place = row.place.isEmpty ? "" : " · \(row.place)"
      title = StyledLine(SafeText(row.title + place), Style(.title))
    }
    if layout.detail.height > 4 {
      grid.box(
        layout.detail, title: title, style: Style(isFocused ? .borderFocused : .border),
        glyphs: state.glyphs)
    }
    guard let list = state.list, let drawn = Updates.detailLayout(state) else { return nil }
    pictures = drawn.pictures
    let body = layout.detailBody
    let first = max(0, min(list.scroll, max(0, drawn.lines.count - body.height)))
    var cursor: Point?
    grid.clipped(to: layout.detail.inset(by: layout.detail.height > 4 ? 1 : 0)) { grid in
      for offset in 0..<body.height {
        let index = first + offset
        guard drawn.lines.indices.contains(index) else { break }
        grid.write(drawn.lines[index], at: Point(x: body.x, y: body.y + offset))
        guard isFocused, drawn.items.indices.contains(list.item),
          drawn.items[list.item].lines.contains(index)
        else { continue }
        let sign: SafeText = state.glyphs == .unicode ? "▌" : ">"
        grid.write(sign, at: Point(x: body.x - 1, y: body.y + offset), style: Style(.accent))
        if index == drawn.items[list.item].lines.lowerBound {
          cursor = Point(x: body.x - 1, y: body.y + offset)
        }
      }
      drawMore(drawn.lines.count - first - body.height, state, layout, into: &grid)
    }
    return cursor
  }

  /// Says how many lines lie below.
  private static func drawMore(
    _ count: Int, _ state: State, _ layout: Layout, into grid: inout Grid
  ) {
    guard count > 0, layout.detail.height > 4 else { return }
    let text = state.words(" \(count) lignes plus bas ", " \(count) more lines below ")
    let point = Point(
      x: layout.detail.maxX - text.width - 2, y: layout.detail.maxY - 1)
    grid.clipped(to: layout.detail) { $0.write(text, at: point, style: Style(.muted)) }
  }
}
