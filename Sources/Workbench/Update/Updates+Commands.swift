import Display
import Review

/// What each command does.
extension Updates {
  static func perform(_ state: inout State, _ command: Command) -> [Effect] {
    switch command {
    case .up: return step(&state, -1)
    case .down: return step(&state, 1)
    case .pageUp: return step(&state, -max(2, visibleRows(state) - 1))
    case .pageDown: return step(&state, max(2, visibleRows(state) - 1))
    case .first: return state.pane == .list ? jump(&state, toEnd: false) : step(&state, -1_000_000)
    case .last: return state.pane == .list ? jump(&state, toEnd: true) : step(&state, 1_000_000)
    case .nextPanel: return cycle(&state, 1)
    case .previousPanel: return cycle(&state, -1)
    case .screen(let number): return open(&state, number)
    case .palette:
      state.overlays.append(.palette(.init()))
      return []
    case .help:
      state.overlays.append(.help(scroll: 0))
      return []
    case .redraw: return state.project.map { reload(&state, $0) } ?? [.loadSupervision]
    case .suspend: return [.suspend]
    case .quit: return [.close]
    default: return inPanel(&state, command)
    }
  }

  private static func inPanel(_ state: inout State, _ command: Command) -> [Effect] {
    guard let project = state.project else {
      if command == .back { return cycle(&state, 1) }
      state.tell(state.words("ouvrez d'abord un panneau", "open a panel first"))
      return []
    }
    switch command {
    case .open: return openFocused(&state)
    case .back: return back(&state)
    case .accept, .reject, .later, .note: return begin(&state, command)
    case .undo: return [.undoLast(project)]
    case .explain: return state.list?.row.map { [.explain($0.id)] } ?? []
    case .filter:
      state.filter = TextInput(state.list?.query.text ?? "")
      state.pane = .list
      return []
    case .mark: return mark(&state)
    case .unmark:
      state.lists[project]?.marks = [:]
      return []
    case .search:
      state.overlays.append(.search(.init()))
      return []
    case .models: return [.loadModels(project)]
    case .train: return [.train(project)]
    case .history, .replay, .followUp, .facets, .statuses, .tables: return openMenu(&state, command)
    case .flipPictures, .bothPictures, .zoomPictures, .outlinePictures:
      return picture(&state, command)
    case .action(let name): return act(&state, name)
    default: return []
    }
  }

  private static func step(_ state: inout State, _ offset: Int) -> [Effect] {
    guard state.project != nil else {
      let last = SupervisionView.lastScroll(state)
      state.supervision.scroll = max(0, min(last, state.supervision.scroll + offset))
      return []
    }
    if state.pane == .detail {
      moveInDetail(&state, by: offset)
      return []
    }
    return move(&state, by: offset)
  }

  private static func cycle(_ state: inout State, _ offset: Int) -> [Effect] {
    let screens = state.projects.map { State.Screen.panel($0) } + [.supervision]
    let now = screens.firstIndex(of: state.screen) ?? 0
    return show(&state, screens[(now + offset + screens.count) % screens.count])
  }

  private static func open(_ state: inout State, _ number: Int) -> [Effect] {
    if number == Project.allCases.count + 1 { return show(&state, .supervision) }
    guard let project = Project.allCases.first(where: { $0.number == number }) else { return [] }
    guard state.panels[project] != nil else {
      let name = project.title[state.words.language]
      state.tell(
        state.words("le panneau \(name) n'est pas encore là", "the panel \(name) is not there yet"))
      return []
    }
    return show(&state, .panel(project))
  }

  private static func openFocused(_ state: inout State) -> [Effect] {
    guard state.pane == .detail else {
      guard state.list?.row != nil else { return [] }
      state.pane = .detail
      if let item = detailLayout(state)?.items.first { state.announcement.append(item.spoken) }
      return []
    }
    guard let layout = detailLayout(state), let item = state.list?.item,
      layout.items.indices.contains(item), let source = layout.items[item].source
    else {
      state.tell(state.words("rien à ouvrir ici", "nothing to open here"))
      return []
    }
    return [.loadDocument(source.document, spans(state, source))]
  }

  /// The highlighted spans of a source, in code points of the whole document.
  private static func spans(_ state: State, _ source: DocumentReference) -> [Span] {
    for case .passage(let passage) in state.detail?.suggestion.evidence ?? []
    where passage.source == source {
      // A passage that was cut begins with an ellipsis that the document does not have.
      let shift = passage.text.hasPrefix("…") ? source.span.begin - 1 : source.span.begin
      let found = passage.highlights.map { Span($0.span.begin + shift, $0.span.end + shift) }
      return found.isEmpty ? [source.span] : found
    }
    return [source.span]
  }

  private static func back(_ state: inout State) -> [Effect] {
    guard let project = state.project, var list = state.lists[project] else { return [] }
    if state.pane == .detail {
      state.pane = .list
      announceRow(&state)
      return []
    }
    if !list.marks.isEmpty {
      state.lists[project]?.marks = [:]
      return []
    }
    guard list.query != SuggestionQuery(project: project) else { return [] }
    list.query = SuggestionQuery(project: project)
    state.lists[project] = list
    return [.loadWindow(list.query, .start, limit: limit(state), .first)]
  }

  private static func mark(_ state: inout State) -> [Effect] {
    guard let project = state.project, let row = state.list?.row else { return [] }
    if state.lists[project]?.marks[row.id] == nil {
      state.lists[project]?.marks[row.id] = row
    } else {
      state.lists[project]?.marks[row.id] = nil
    }
    let count = state.lists[project]?.marks.count ?? 0
    state.tell(state.words("\(count) marqué(s)", "\(count) marked"))
    return move(&state, by: 1)
  }

  // MARK: Filter

  static func filterKey(_ state: inout State, _ key: Key) -> [Effect] {
    switch key.code {
    case .named(.enter):
      state.filter = nil
      return []
    case .named(.escape):
      state.filter?.clear()
      let effects = filterChanged(&state)
      state.filter = nil
      return effects
    case .named(.down): return move(&state, by: 1)
    case .named(.up): return move(&state, by: -1)
    default:
      guard var input = state.filter, TextKeys.apply(key, to: &input) else { return [] }
      state.filter = input
      return filterChanged(&state)
    }
  }

  static func filterChanged(_ state: inout State) -> [Effect] {
    guard let project = state.project, var list = state.lists[project], let filter = state.filter,
      list.query.text != filter.text
    else { return [] }
    list.query.text = filter.text
    state.lists[project] = list
    return [.loadWindow(list.query, .start, limit: limit(state), .first)]
  }

  static func setQuery(_ state: inout State, _ change: (inout SuggestionQuery) -> Void) -> [Effect]
  {
    guard let project = state.project, var list = state.lists[project] else { return [] }
    change(&list.query)
    state.lists[project] = list
    return [.loadWindow(list.query, .start, limit: limit(state), .first)]
  }

  // MARK: Actions

  private static func act(_ state: inout State, _ name: String) -> [Effect] {
    guard let project = state.project,
      let action = state.panel?.actions.first(where: { $0.name == name })
    else { return [] }
    guard state.agent.role >= action.minimumRole else {
      let needed = action.minimumRole.title
      state.tell(
        state.words("il faut le rôle « \(needed.fr) »", "this needs the role “\(needed.en)”"),
        isError: true)
      return []
    }
    let subject = subject(state, of: action)
    if action.scope == .suggestion, subject == nil { return [] }
    if action.isConversation { return converse(&state, action) }
    guard action.parameters.isEmpty else {
      state.overlays.append(
        .form(.init(action: action, inputs: action.parameters.map { TextInput($0.initial) })))
      return []
    }
    return [.act(project, name, [:], on: subject)]
  }

  /// What an action runs on: the focused suggestion, with its focused part in the detail.
  static func subject(_ state: State, of action: ActionDescription) -> ActionSubject? {
    guard action.scope == .suggestion, let row = state.list?.row else { return nil }
    return ActionSubject(
      suggestion: row.id, part: focusedPart(state), seen: seen(state, row))
  }
}
