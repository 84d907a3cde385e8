import Display
import Review

/// Draws a whole document with its highlighted spans.
enum DocumentView {
  static func lines(
    _ page: Overlay.DocumentPage, _ state: State, _ width: Int
  ) -> [StyledLine] {
    let words = state.words
    var lines: [StyledLine] = []
    var altered = 0
    for safe in SafeText.lines(page.document.text, tracking: page.spans.map(\.range)) {
      altered += safe.alterations
      lines += EvidenceDrawer.bracketed(safe).wrapped(to: width)
    }
    var head = StyledLine()
    if let date = page.document.date {
      head.append(SafeText(words.day(date) + " · "), Style(.muted))
    }
    let source = page.document.provenance
    head.append(SafeText(source.file), Style(.muted))
    if let row = source.row {
      head.append(words(", ligne \(row)", ", row \(row)"), Style(.muted))
    }
    var top = head.wrapped(to: width)
    if altered > 0 {
      top.append(
        StyledLine(
          words(
            "⚠ texte altéré pour l'affichage (\(altered))",
            "⚠ text altered for display (\(altered))"),
          Style(.warning)))
    }
    let names = page.document.attributes.keys.sorted().filter { $0 != "author" && $0 != "id" }
    let values = names.map { SafeText("\($0) : \(page.document.attributes[$0] ?? "")") }
    if !values.isEmpty {
      top += StyledLine(values.joined(by: " · "), Style(.muted)).wrapped(to: width)
    }
    return top + [StyledLine()] + lines
  }

  /// Where the document lies: over the list when the detail stands beside it, so that statement and
  /// source are seen together; else over the middle of the screen.
  static func area(_ state: State) -> Rect {
    if state.isWide, state.pane == .detail, state.overlays.count == 1 { return Layout(state).list }
    let size = state.size
    let width = min(size.width, max(1, min(110, size.width - 6)) + 4)
    let height = min(size.height, max(1, size.height - 4) + 2)
    return Rect(
      x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
  }

  /// The columns of its lines.
  static func width(_ state: State) -> Int { max(1, area(state).width - 4) }

  private static func height(_ state: State) -> Int { max(1, area(state).height - 2) }

  /// The last first line.
  static func lastScroll(_ page: Overlay.DocumentPage, _ state: State) -> Int {
    max(0, lines(page, state, width(state)).count - height(state))
  }

  /// The first line shown, so that the first highlight is visible.
  static func firstScroll(_ page: Overlay.DocumentPage, _ state: State) -> Int {
    let all = lines(page, state, width(state))
    let place = all.firstIndex { line in
      line.runs.contains { $0.style.role == .highlight }
    }
    let height = height(state)
    guard let place, place >= height else { return 0 }
    return min(place - height / 3, max(0, all.count - height))
  }
}
