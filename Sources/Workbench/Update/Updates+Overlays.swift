import Display
import Review

/// Keys while something lies over the list.
extension Updates {
  static func overlayKey(_ state: inout State, _ key: Key) -> [Effect] {
    guard let overlay = state.overlays.last else { return [] }
    if key == "C-z" { return [.suspend] }
    switch overlay {
    case .help(let scroll):
      return scrolled(&state, key, scroll) { .help(scroll: $0) }
    case .page(let page):
      return scrolled(&state, key, page.scroll) { scroll in
        var page = page
        page.scroll = scroll
        return .page(page)
      }
    case .document(let page):
      let first = page.scroll ?? DocumentView.firstScroll(page, state)
      return scrolled(&state, key, first) { scroll in
        var page = page
        page.scroll = scroll
        return .document(page)
      }
    case .reasons(let target): return reasonKey(&state, key, target)
    case .confirm(let target, let verdict, let reason):
      return confirmKey(&state, key, target, verdict, reason)
    case .note(let input, let target): return noteKey(&state, key, input, target)
    case .palette(let palette): return paletteKey(&state, key, palette)
    case .menu(let menu): return menuKey(&state, key, menu)
    case .search(let search): return searchKey(&state, key, search)
    case .form(let form): return formKey(&state, key, form)
    case .conversation(let conversation): return conversationKey(&state, key, conversation)
    case .table(let table): return tableKey(&state, key, table)
    }
  }

  static func replaceTop(_ state: inout State, _ overlay: Overlay) {
    if !state.overlays.isEmpty { state.overlays[state.overlays.count - 1] = overlay }
  }

  private static let escape = Key.named(.escape)

  private static func scrolled(
    _ state: inout State, _ key: Key, _ scroll: Int, _ make: (Int) -> Overlay
  ) -> [Effect] {
    let page = max(2, state.size.height - 6)
    var scroll = scroll
    switch KeyMap.command(key, panel: nil) {
    case .back, .quit, .open:
      state.overlays.removeLast()
      return []
    case .help where key == "?":
      state.overlays.removeLast()
      return []
    case .up: scroll -= 1
    case .down: scroll += 1
    case .pageUp: scroll -= page
    case .pageDown, .mark: scroll += page
    case .first: scroll = 0
    case .last: scroll = Int(Int16.max)
    default: return []
    }
    replaceTop(&state, make(max(0, min(scroll, OverlayView.lastScroll(state)))))
    return []
  }

  private static func reasonKey(
    _ state: inout State, _ key: Key, _ target: Overlay.Target
  ) -> [Effect] {
    if key == escape {
      state.overlays.removeLast()
      return []
    }
    let typed = key.typed.map { String($0) } ?? ""
    guard let reason = reasons(state, target).first(where: { $0.key == typed }) else { return [] }
    state.overlays.removeLast()
    return confirm(&state, target, .reject, reason: reason.code)
  }

  private static func confirmKey(
    _ state: inout State, _ key: Key, _ target: Overlay.Target, _ verdict: Verdict,
    _ reason: String?
  ) -> [Effect] {
    let yes: Set<Unicode.Scalar> = state.words.language == .french ? ["o", "y"] : ["y"]
    guard let typed = key.typed, yes.contains(typed) else {
      state.overlays.removeLast()
      state.tell(state.words("rien n'a été décidé", "nothing was decided"))
      return []
    }
    state.overlays.removeLast()
    return decide(&state, target, verdict, reason: reason, note: nil)
  }

  private static func noteKey(
    _ state: inout State, _ key: Key, _ input: TextInput, _ target: Overlay.Target
  ) -> [Effect] {
    var input = input
    if key == escape {
      state.overlays.removeLast()
      if !input.text.isEmpty {
        state.tell(state.words("note abandonnée", "note given up"))
      }
      return []
    }
    if key.code == .named(.enter) {
      if key.modifiers.contains(.alt) {
        input.insert("\n")
        replaceTop(&state, .note(input, target))
        return []
      }
      state.overlays.removeLast()
      guard input.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
        return []
      }
      return decide(&state, target, .annotate, reason: nil, note: input.text)
    }
    if TextKeys.apply(key, to: &input) { replaceTop(&state, .note(input, target)) }
    return []
  }

  static func overlayPaste(_ state: inout State, _ text: String) -> [Effect] {
    switch state.overlays.last {
    case .note(var input, let target):
      input.insert(text)
      replaceTop(&state, .note(input, target))
    case .search(var search) where search.isTyping:
      search.input.insert(text)
      replaceTop(&state, .search(search))
    case .palette(var palette):
      palette.input.insert(text)
      replaceTop(&state, .palette(palette))
    case .conversation(var conversation):
      conversation.input.insert(text)
      replaceTop(&state, .conversation(conversation))
    case .form(var form):
      guard form.inputs.indices.contains(form.selected) else { break }
      form.inputs[form.selected].insert(text)
      replaceTop(&state, .form(form))
    case .table(var table):
      guard table.editing?.indices.contains(table.column) == true else { break }
      table.editing?[table.column].insert(text)
      replaceTop(&state, .table(table))
    default: break
    }
    return []
  }

  // MARK: Palette

  /// A line of the palette.
  struct PaletteLine: Hashable {
    var title: SafeText
    var keys: String
    var command: Command
  }

  /// The commands that match what was typed, the panel's actions among them.
  static func paletteLines(_ state: State, _ palette: Overlay.Palette) -> [PaletteLine] {
    var lines = KeyMap.bindings.map {
      PaletteLine(
        title: state.words($0.title), keys: $0.keys.first?.notation ?? "", command: $0.command)
    }
    lines += (state.panel?.actions ?? []).map {
      PaletteLine(
        title: state.words($0.title), keys: $0.key ?? "", command: .action($0.name))
    }
    let wanted = palette.input.text.lowercased()
    guard !wanted.isEmpty else { return lines }
    return lines.filter { Self.matches($0.title.content.lowercased(), wanted) }
  }

  /// Whether the letters of a pattern stand in a text in their order.
  private static func matches(_ text: String, _ pattern: String) -> Bool {
    var rest = Substring(text)
    for character in pattern where character != " " {
      guard let place = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  private static func paletteKey(
    _ state: inout State, _ key: Key, _ palette: Overlay.Palette
  ) -> [Effect] {
    var palette = palette
    let lines = paletteLines(state, palette)
    switch key.code {
    case .named(.escape):
      state.overlays.removeLast()
      return []
    case .named(.enter):
      state.overlays.removeLast()
      guard lines.indices.contains(palette.selected) else { return [] }
      return perform(&state, lines[palette.selected].command)
    case .named(.down): palette.selected = min(palette.selected + 1, max(0, lines.count - 1))
    case .named(.up): palette.selected = max(0, palette.selected - 1)
    default:
      guard TextKeys.apply(key, to: &palette.input) else { return [] }
      palette.selected = 0
    }
    replaceTop(&state, .palette(palette))
    let now = paletteLines(state, palette)
    if now.indices.contains(palette.selected) {
      state.announcement.append(now[palette.selected].title)
    }
    return []
  }

  // MARK: Search

  private static func searchKey(
    _ state: inout State, _ key: Key, _ search: Overlay.SearchPage
  ) -> [Effect] {
    var search = search
    guard let project = state.project else { return [] }
    switch key.code {
    case .named(.escape):
      state.overlays.removeLast()
      return []
    case .named(.enter):
      if search.isTyping {
        search.isTyping = false
        replaceTop(&state, .search(search))
        return search.isAnswered ? [] : [.search(project, search.input.text)]
      }
      guard search.hits.indices.contains(search.selected) else { return [] }
      let hit = search.hits[search.selected]
      return [.loadDocument(hit.document, hit.matches)]
    case .named(.down),
      .character("j") where !search.isTyping:
      search.selected = min(search.selected + 1, max(0, search.hits.count - 1))
    case .named(.up),
      .character("k") where !search.isTyping:
      search.selected = max(0, search.selected - 1)
    case .character("/") where !search.isTyping: search.isTyping = true
    default:
      guard search.isTyping, TextKeys.apply(key, to: &search.input) else { return [] }
      search.isAnswered = false
      replaceTop(&state, .search(search))
      return [.search(project, search.input.text)]
    }
    search.isTyping = search.isTyping && key.typed != nil
    replaceTop(&state, .search(search))
    if search.hits.indices.contains(search.selected) {
      let hit = search.hits[search.selected]
      state.announcement.append(SafeText("\(hit.title). \(hit.snippet)"))
    }
    return []
  }
}
