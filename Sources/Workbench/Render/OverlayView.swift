import Display
import Review

/// Draws what lies over the screen.
enum OverlayView {
  /// Draws the top overlay and gives the place of its cursor.
  static func draw(_ state: State, into grid: inout Grid) -> Point? {
    guard let overlay = state.overlays.last else { return nil }
    switch overlay {
    case .help(let scroll):
      return page(state, state.words("Aide", "Help"), helpLines(state), scroll, into: &grid)
    case .page(let page):
      let lines = page.lines.map { StyledLine($0) }
      return self.page(state, page.title, lines, page.scroll, into: &grid)
    case .document(let page): return document(state, page, into: &grid)
    case .reasons(let target): return reasons(state, target, into: &grid)
    case .confirm(let target, let verdict, _):
      return confirm(state, target, verdict, into: &grid)
    case .note(let input, let target): return note(state, input, target, into: &grid)
    case .palette(let palette): return self.palette(state, palette, into: &grid)
    case .menu(let menu): return self.menu(state, menu, into: &grid)
    case .search(let search): return self.search(state, search, into: &grid)
    case .form(let form): return self.form(state, form, into: &grid)
    case .conversation(let talk): return conversation(state, talk, into: &grid)
    case .table(let table): return TableView.draw(state, table, into: &grid)
    }
  }

  // MARK: Boxes

  /// A box in the middle, large enough for its lines and never larger than the screen.
  static func box(
    _ state: State, title: SafeText, width: Int, height: Int, into grid: inout Grid
  ) -> Rect {
    let size = state.size
    let width = min(size.width, width + 4)
    let height = min(size.height, height + 2)
    let rect = Rect(
      x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
    return box(state, title: title, in: rect, into: &grid)
  }

  /// A box at a place; its inside is given back.
  private static func box(
    _ state: State, title: SafeText, in rect: Rect, into grid: inout Grid
  ) -> Rect {
    grid.fill(rect, style: Style(.overlay))
    grid.box(
      rect, title: StyledLine(title, Style(.title)), style: Style(.borderFocused),
      glyphs: state.glyphs)
    return rect.inset(left: 2, top: 1, right: 2, bottom: 1)
  }

  /// The largest page.
  private static func pageSize(_ state: State) -> (width: Int, height: Int) {
    (max(1, min(110, state.size.width - 6)), max(1, state.size.height - 4))
  }

  private static func wrapped(_ state: State, _ lines: [StyledLine]) -> [StyledLine] {
    lines.flatMap { $0.wrapped(to: pageSize(state).width) }
  }

  private static func page(
    _ state: State, _ title: SafeText, _ lines: [StyledLine], _ scroll: Int,
    into grid: inout Grid
  ) -> Point? {
    let (width, height) = pageSize(state)
    let all = wrapped(state, lines)
    let body = box(state, title: title, width: width, height: height, into: &grid)
    grid.write(StyledText(Array(all.dropFirst(scroll).prefix(body.height))), in: body)
    return body.origin
  }

  /// The last first line of the top overlay's page.
  static func lastScroll(_ state: State) -> Int {
    let lines: [StyledLine]
    switch state.overlays.last {
    case .help: lines = wrapped(state, helpLines(state))
    case .page(let page): lines = wrapped(state, page.lines.map { StyledLine($0) })
    case .document(let page): return DocumentView.lastScroll(page, state)
    default: lines = []
    }
    return max(0, lines.count - pageSize(state).height)
  }

  private static func document(
    _ state: State, _ page: Overlay.DocumentPage, into grid: inout Grid
  ) -> Point? {
    let rect = DocumentView.area(state)
    let lines = DocumentView.lines(page, state, DocumentView.width(state))
    let first = page.scroll ?? DocumentView.firstScroll(page, state)
    let body = box(state, title: SafeText(page.document.title), in: rect, into: &grid)
    grid.write(StyledText(Array(lines.dropFirst(first).prefix(body.height))), in: body)
    return body.origin
  }

  // MARK: Help

  private static func helpLines(_ state: State) -> [StyledLine] {
    var lines = KeyMap.bindings.map { binding -> StyledLine in
      let keys = binding.keys.map(\.notation).joined(separator: " ")
      return StyledLine(SafeText(keys).padded(to: 16), Style(.hintKey))
        + StyledLine(state.words(binding.title))
    }
    for action in state.panel?.actions ?? [] {
      lines.append(
        StyledLine(SafeText(action.key ?? ":").padded(to: 16), Style(.hintKey))
          + StyledLine(state.words(action.title) + " — " + state.words(action.help)))
    }
    lines.append(StyledLine())
    lines.append(
      StyledLine(
        state.words(
          "Dans le détail, a r l n décident du passage choisi ; Entrée ouvre sa source.",
          "In the detail, a r l n decide about the chosen passage; Enter opens its source."),
        Style(.muted)))
    return lines
  }

  // MARK: Deciding

  private static func what(_ state: State, _ target: Overlay.Target) -> SafeText {
    if target.rows.count > 1, let panel = state.panel {
      let noun = panel.item.form(target.rows.count, state.words.language)
      return SafeText("\(target.rows.count) \(noun)")
    }
    let title = SafeText(target.rows.first?.title ?? "")
    return target.part == nil ? title : title + state.words(" (passage)", " (passage)")
  }

  private static func reasons(
    _ state: State, _ target: Overlay.Target, into grid: inout Grid
  ) -> Point? {
    let lines = Updates.reasons(state, target).map { reason in
      StyledLine(SafeText(reason.key + "  "), Style(.hintKey))
        + StyledLine(state.words(reason.title))
    }
    let title = state.words("Rejeter : ", "Reject: ") + what(state, target)
    return list(state, title, lines, nil, into: &grid)
  }

  private static func confirm(
    _ state: State, _ target: Overlay.Target, _ verdict: Verdict, into grid: inout Grid
  ) -> Point? {
    let line = StyledLine(
      state.words(verdict.title) + " : " + what(state, target)
        + state.words(" ? o / n", "? y / n"))
    return list(state, state.words("Confirmer", "Confirm"), [line], nil, into: &grid)
  }

  private static func note(
    _ state: State, _ input: TextInput, _ target: Overlay.Target, into grid: inout Grid
  ) -> Point? {
    let width = min(72, max(1, state.size.width - 6))
    let lines = SafeText.lines(input.text).flatMap { $0.wrapped(to: width) }
    let title = state.words("Note : ", "Note: ") + what(state, target)
    let body = box(state, title: title, width: width, height: 8, into: &grid)
    let first = max(0, lines.count - max(1, body.height - 1))
    let shown = Array(lines[min(first, lines.count)...])
    grid.write(StyledText(shown.map { StyledLine($0) }), in: body)
    let hint = state.words(
      "Entrée enregistrer · Alt-Entrée ligne · Échap abandonner",
      "Enter save · Alt-Enter line · Esc give up")
    grid.clipped(to: body) {
      $0.write(hint, at: Point(x: body.x, y: body.maxY - 1), style: Style(.muted))
    }
    return Point(
      x: body.x + (shown.last?.width ?? 0), y: body.y + max(0, shown.count - 1))
  }

  // MARK: Lists

  /// Lines in a box, one of them chosen; the chosen one stays visible.
  static func list(
    _ state: State, _ title: SafeText, _ lines: [StyledLine], _ selected: Int?,
    into grid: inout Grid
  ) -> Point? {
    let width = min(
      max(1, state.size.width - 6), max(title.width + 2, lines.map(\.width).max() ?? 0, 24) + 2)
    let height = max(1, min(lines.count, state.size.height - 4))
    let body = box(state, title: title, width: width, height: height, into: &grid)
    let chosen = selected ?? 0
    let first = max(0, min(chosen - body.height / 2, lines.count - body.height))
    var cursor = body.origin
    grid.clipped(to: body) { grid in
      for offset in 0..<body.height where lines.indices.contains(first + offset) {
        let isChosen = first + offset == selected
        let sign: SafeText = selected == nil ? "" : isChosen ? "▶ " : "  "
        let point = Point(x: body.x, y: body.y + offset)
        grid.write(StyledLine(sign, Style(.accent)) + lines[first + offset], at: point)
        if isChosen {
          grid.restyle(body.row(offset)) { $0.adding(.reverse) }
          cursor = point
        }
      }
    }
    return cursor
  }

  private static func palette(
    _ state: State, _ palette: Overlay.Palette, into grid: inout Grid
  ) -> Point? {
    let found = Updates.paletteLines(state, palette).map { line in
      StyledLine(line.title.padded(to: 34)) + StyledLine(SafeText(line.keys), Style(.hintKey))
    }
    _ = list(state, SafeText(": " + palette.input.text + "_"), found, palette.selected, into: &grid)
    return nil
  }

  private static func menu(
    _ state: State, _ menu: Overlay.Menu, into grid: inout Grid
  ) -> Point? {
    list(state, menu.title, menu.items.map { StyledLine($0.title) }, menu.selected, into: &grid)
  }

  private static func search(
    _ state: State, _ search: Overlay.SearchPage, into grid: inout Grid
  ) -> Point? {
    let words = state.words
    var lines = search.hits.map { hit -> StyledLine in
      let day = hit.date.map { words.day($0) + " " } ?? ""
      let text = SafeText(hit.snippet, tracking: hit.highlights.map(\.range))
      return StyledLine(SafeText(day + hit.title + " — "), Style(.accent))
        + EvidenceDrawer.bracketed(text)
    }
    if lines.isEmpty {
      let text =
        search.isAnswered
        ? words("rien trouvé", "nothing found")
        : words("tapez des mots, puis Entrée", "type words, then Enter")
      lines = [StyledLine(text, Style(.muted))]
    }
    let title =
      words("Chercher : ", "Search: ") + SafeText(search.input.text)
      + (search.isTyping ? "_" : "")
    return list(
      state, title, lines, search.hits.isEmpty ? nil : search.selected, into: &grid)
  }

  private static func form(
    _ state: State, _ form: Overlay.Form, into grid: inout Grid
  ) -> Point? {
    var lines = zip(form.action.parameters, form.inputs).map { parameter, input in
      StyledLine(state.words(parameter.title) + " : ", Style(.accent))
        + StyledLine(SafeText(input.text) + "_", Style(.input))
    }
    if !form.error.isEmpty { lines.append(StyledLine(form.error, Style(.error))) }
    return list(state, state.words(form.action.title), lines, form.selected, into: &grid)
  }

  /// What was said, the end of it when it is long, over the line being typed.
  private static func conversation(
    _ state: State, _ talk: Overlay.Conversation, into grid: inout Grid
  ) -> Point? {
    let (width, height) = pageSize(state)
    let body = box(
      state, title: state.words(talk.action.title), width: width, height: height, into: &grid)
    guard body.height >= 3 else { return nil }
    let lines = wrapped(state, talk.lines.map { StyledLine($0) }).suffix(body.height - 3)
    grid.write(StyledText(Array(lines)), in: body)
    let typed = SafeText(talk.input.text)
    let shown = StyledLine("› ", Style(.hintKey)) + StyledLine(typed, Style(.input))
    let hint = state.words("Entrée dire · Échap finir", "Enter say · Esc end")
    grid.clipped(to: body) {
      $0.write(shown, at: Point(x: body.x, y: body.maxY - 2))
      $0.write(hint, at: Point(x: body.x, y: body.maxY - 1), style: Style(.muted))
    }
    return Point(x: min(body.maxX - 1, body.x + 2 + typed.width), y: body.maxY - 2)
  }
}
