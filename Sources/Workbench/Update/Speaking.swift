import Display
import Review

/// What is said of screens, overlays and fields that get the focus, for those who hear the screen.
///
/// Most changes announce themselves; this says the rest, so that no key moves the focus in silence.
enum Speaking {
  /// What had the focus before a message.
  struct Focus {
    let screen: State.Screen
    let depth: Int
    let place: String
    let isFiltering: Bool
    let supervision: Supervision

    init(_ state: State) {
      screen = state.screen
      depth = state.overlays.count
      place = Speaking.place(state.overlays.last)
      isFiltering = state.filter != nil
      supervision = state.supervision
    }
  }

  /// Adds what was not said yet.
  static func complete(_ state: inout State, since before: Focus) {
    if state.screen != before.screen {
      state.announcement.insert(title(state), at: 0)
      if state.list?.isLoaded == true { Updates.announceRow(&state) }
    }
    if state.screen == .supervision, state.supervision.eventCount > 0 { sayNews(&state, before) }
    guard state.announcement.isEmpty else { return }
    if state.overlays.count < before.depth, state.overlays.isEmpty {
      if state.project != nil { Updates.announceRow(&state) }
    } else if let overlay = state.overlays.last,
      state.overlays.count != before.depth || place(overlay) != before.place
    {
      state.announcement += spoken(overlay, state)
    } else if let filter = state.filter, !before.isFiltering {
      state.announcement.append(
        state.words("Filtre : ", "Filter: ") + SafeText(filter.text))
    }
  }

  /// The lines of the supervision that were not there before.
  private static func sayNews(_ state: inout State, _ before: Focus) {
    let isOpening = state.screen != before.screen
    guard isOpening || state.supervision != before.supervision else { return }
    let isKnown = !isOpening && before.supervision.eventCount > 0
    let known = isKnown ? lines(state, before.supervision) : []
    state.announcement += lines(state, state.supervision).filter {
      !known.contains($0) && !$0.isEmpty
    }
  }

  /// No line of the supervision is longer: sentences are not cut where they are only heard.
  private static let longLine = 1000

  private static func lines(_ state: State, _ supervision: Supervision) -> [SafeText] {
    var state = state
    state.supervision = supervision
    return SupervisionView.lines(state, width: longLine).map(\.text)
  }

  private static func title(_ state: State) -> SafeText {
    guard let project = state.project else { return state.words("Supervision", "Supervision") }
    return state.words(project.title)
  }

  /// Where the focus is inside an overlay; what is being typed does not move it.
  private static func place(_ overlay: Overlay?) -> String {
    switch overlay {
    case .form(let form): "form \(form.selected) \(form.error.content)"
    case .conversation(let talk): "conversation \(talk.lines.count)"
    case .table(let page):
      "table \(page.row) \(page.editing == nil ? -1 : page.column) \(page.error.content) "
        + "\(page.rows.count)"
    default: ""
    }
  }

  /// An overlay in sentences, when it opens or the focus moves inside it.
  static func spoken(_ overlay: Overlay, _ state: State) -> [SafeText] {
    let words = state.words
    switch overlay {
    case .help:
      return [words("Aide", "Help")]
        + KeyMap.bindings.map { SafeText($0.keys[0].notation) + " : " + words($0.title) }
    case .reasons(let target):
      return [words("Raison du rejet ?", "Reason for the rejection?")]
        + Updates.reasons(state, target).map { SafeText($0.key) + " : " + words($0.title) }
    case .confirm(let target, let verdict, _):
      let count = words.count(target.rows.count)
      return [words(verdict.title) + words(" : \(count) ? o / n", ": \(count)? y / n")]
    case .note:
      return [
        words("Note. Entrée enregistre, Échap abandonne", "Note. Enter saves, Esc gives up")
      ]
    case .palette: return [words("Commandes : tapez un nom", "Commands: type a name")]
    case .search: return [words("Chercher : tapez des mots", "Search: type words")]
    case .form(let form): return self.form(form, words)
    case .conversation(let talk):
      return talk.lines.isEmpty ? [words(talk.action.title)] : Array(talk.lines.suffix(2))
    case .table(let page): return table(page, words)
    case .menu(let menu):
      return menu.items.indices.contains(menu.selected) ? [menu.items[menu.selected].title] : []
    case .page(let page): return [page.title]
    case .document(let page): return [SafeText(page.document.title)]
    }
  }

  private static func form(_ form: Overlay.Form, _ words: Words) -> [SafeText] {
    if !form.error.isEmpty { return [form.error] }
    guard form.action.parameters.indices.contains(form.selected) else { return [] }
    let title = words(form.action.parameters[form.selected].title)
    return [title + " : " + SafeText(form.inputs[form.selected].text)]
  }

  private static func table(_ page: Overlay.TablePage, _ words: Words) -> [SafeText] {
    if !page.error.isEmpty { return [page.error] }
    let columns = page.table.columns
    if let inputs = page.editing {
      guard columns.indices.contains(page.column) else { return [] }
      return [words(columns[page.column].title) + " : " + SafeText(inputs[page.column].text)]
    }
    guard page.rows.indices.contains(page.row) else {
      return [words("nouvelle ligne", "new row")]
    }
    let values = page.rows[page.row].values
    return [
      SafeText(columns.compactMap { values[$0.name] }.joined(separator: ", "))
    ]
  }
}
