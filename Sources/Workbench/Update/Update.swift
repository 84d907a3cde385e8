import Display
import Review

/// Changes the state by a message and says what is to be done outside.
///
/// Total, synchronous and pure: no input or output, no clock, no chance.
public func update(_ state: inout State, _ message: Message) -> [Effect] {
  let before = Speaking.Focus(state)
  state.announcement = []
  let effects = Updates.receive(&state, message)
  Speaking.complete(&state, since: before)
  return effects + Updates.noteReading(&state)
}

/// Does, while nobody waits, what the next key press would wait for; nothing that is shown changes.
public func prepare(_ state: inout State) {
  Updates.layAhead(&state)
  ListView.layAhead(&state)
}

/// Whether the screen has to be drawn again after a message: a detail that came for a row beside the
/// focused one shows nowhere yet.
public func shows(_ message: Message, in state: State) -> Bool {
  guard case .detail(let detail) = message, state.overlays.isEmpty else { return true }
  return detail.suggestion.id == state.list?.row?.id
}

extension Updates {
  static func receive(_ state: inout State, _ message: Message) -> [Effect] {
    switch message {
    case .start: return Updates.show(&state, state.screen)
    case .input(let event, let now):
      state.now = now
      return Updates.input(&state, event)
    case .window(let query, let window, let rule):
      return Updates.take(&state, query, window, rule)
    case .counts(let counts):
      for (project, counts) in counts { state.lists[project]?.counts = counts }
      return Updates.leaveEmptyPanel(&state, counts)
    case .detail(let detail):
      let detail = Updates.blinded(state, detail)
      let isFocused = state.list?.row?.id == detail.suggestion.id
      state.keep(detail)
      if isFocused {
        Updates.layAhead(&state, from: 0)
        Updates.clampItem(&state)
      }
      return []
    case .pictures(let pictures):
      Updates.take(&state, pictures: pictures)
      return []
    case .recorded(let project, let text):
      state.tell(state.words(text))
      return Updates.reload(&state, project) + [.loadCounts]
    case .failed(let text):
      state.tell(state.words(text), isError: true)
      return state.project.map { Updates.reload(&state, $0) + [.loadCounts] } ?? []
    case .progress(let progress):
      state.work = progress
      return []
    case .storeChanged: return Updates.storeChanged(&state)
    case .supervision(let supervision):
      let scroll = state.supervision.scroll
      state.supervision = supervision
      state.supervision.scroll = scroll
      return []
    case .drawn(let project, let ids, let purpose):
      return Updates.list(&state, project, ids, purpose)
    case .document, .hits, .found, .facet, .models, .table, .tableRefused, .page, .replayed:
      return Updates.answer(&state, message)
    }
  }
}

/// The parts of `update`.
enum Updates {
  /// The rows asked for at once, in screens.
  private static let screensHeld = 3

  static func limit(_ state: State) -> Int { max(30, state.size.height * screensHeld) }

  static func input(_ state: inout State, _ event: InputEvent) -> [Effect] {
    switch event {
    case .key, .paste, .mouse: state.isUntouched = false
    case .resize, .hangup, .pictures, .wake, .focus, .answer: break
    }
    switch event {
    case .key(let key):
      state.toast = nil
      return self.key(&state, key)
    case .paste(let text): return paste(&state, text)
    case .mouse(let mouse): return self.mouse(&state, mouse)
    case .resize(let size):
      state.size = size
      clampTop(&state)
      return []
    case .hangup: return [.close]
    case .pictures(let colours):
      state.pictureColours = colours
      return []
    case .wake, .focus, .answer: return []
    }
  }

  /// At the start, an empty panel gives way to the first one that holds something.
  static func leaveEmptyPanel(
    _ state: inout State, _ counts: [Project: PanelCounts]
  ) -> [Effect] {
    guard state.isUntouched, let project = state.project, (counts[project]?.total ?? 0) == 0,
      let next = state.projects.first(where: { (counts[$0]?.total ?? 0) > 0 })
    else { return [] }
    state.isUntouched = false
    return show(&state, .panel(next))
  }

  private static func key(_ state: inout State, _ key: Key) -> [Effect] {
    if !state.overlays.isEmpty { return overlayKey(&state, key) }
    if state.filter != nil { return filterKey(&state, key) }
    guard let command = KeyMap.command(key, panel: state.panel) else { return [] }
    return perform(&state, command)
  }

  private static func paste(_ state: inout State, _ text: String) -> [Effect] {
    if !state.overlays.isEmpty { return overlayPaste(&state, text) }
    guard state.filter != nil else {
      state.tell(
        state.words(
          "texte collé ignoré : il ne presse jamais de touches",
          "pasted text ignored: it never presses keys"))
      return []
    }
    state.filter?.insert(text)
    return filterChanged(&state)
  }

  /// Shows a screen and loads what it needs.
  static func show(_ state: inout State, _ screen: State.Screen) -> [Effect] {
    state.screen = screen
    state.pane = .list
    state.filter = nil
    state.focusSince = state.now
    switch screen {
    case .supervision: return [.loadSupervision]
    case .panel(let project):
      guard let list = state.lists[project] else { return [] }
      guard !list.isLoaded else {
        return reload(&state, project) + [.loadCounts]
      }
      state.lists[project]?.isLoading = true
      return [
        .loadWindow(list.query, .start, limit: limit(state), .first), .loadCounts,
      ]
    }
  }

  /// Loads the rows around the focus again.
  static func reload(_ state: inout State, _ project: Project) -> [Effect] {
    guard let list = state.lists[project] else { return [] }
    let row = list.row
    var effects: [Effect] = []
    if let row {
      effects.append(
        .loadWindow(list.query, .around(row.key), limit: limit(state), .key(row.key)))
    } else {
      effects.append(.loadWindow(list.query, .start, limit: limit(state), .first))
    }
    if let row, project == state.project { effects.append(.loadDetail(row.id)) }
    return effects
  }

  static func storeChanged(_ state: inout State) -> [Effect] {
    guard let project = state.project else { return [.loadSupervision] }
    return reload(&state, project) + [.loadCounts]
  }

  /// Takes rows that came, unless they answer a question that is no longer asked.
  static func take(
    _ state: inout State, _ query: SuggestionQuery, _ window: SuggestionWindow, _ rule: FocusRule
  ) -> [Effect] {
    guard var list = state.lists[query.project], list.query == query else { return [] }
    let before = list.row
    let shown = list.focus - list.top
    list.window = list.isBlind ? blinded(window) : window
    list.isLoaded = true
    list.isLoading = false
    switch rule {
    case .first: list.focus = 0
    case .last: list.focus = max(0, window.rows.count - 1)
    case .key(let key):
      let place = window.rows.firstIndex { !($0.key < key) } ?? window.rows.count - 1
      list.focus = max(0, place)
    }
    list.top = list.focus - shown
    let isSame = list.row?.id == before?.id
    if !isSame {
      list.item = 0
      list.scroll = 0
    }
    state.lists[query.project] = list
    clampTop(&state)
    guard query.project == state.project else { return [] }
    if !isSame { state.focusSince = state.now }
    if !isSame || before == nil { announceRow(&state) }
    return prefetch(state)
  }

  /// Loads the details of the focused row and of its neighbours, so that the next one is there.
  static func prefetch(_ state: State) -> [Effect] {
    guard let list = state.list else { return [] }
    let near = [list.focus, list.focus + 1, list.focus - 1]
    return near.compactMap { index -> Effect? in
      guard list.window.rows.indices.contains(index) else { return nil }
      let id = list.window.rows[index].id
      return state.details[id] == nil ? .loadDetail(id) : nil
    }
  }

  static func announceRow(_ state: inout State) {
    guard let list = state.list, let row = list.row else {
      state.announcement.append(
        state.list?.isLoaded == false
          ? state.words("chargement", "loading") : state.words("liste vide", "empty list"))
      return
    }
    state.announcement.append(
      ListRowView.spoken(
        row, rank: list.rank, total: list.window.total, isMarked: list.marks[row.id] != nil,
        words: state.words))
  }
}
