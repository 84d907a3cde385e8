import Display
import Oversight
import Review

/// Menus, forms and tables.
extension Updates {
  static func openMenu(_ state: inout State, _ command: Command) -> [Effect] {
    let words = state.words
    switch command {
    case .history: return openHistory(&state)
    case .followUp: return openFollowUp(&state)
    case .replay: return openReplays(&state)
    case .facets:
      var items = (state.panel?.facets ?? []).map {
        Overlay.Menu.Item(title: words($0.title), choice: .facetValues($0.name))
      }
      if !(state.list?.query.facets.isEmpty ?? true) {
        items.insert(
          .init(title: words("sans filtre", "no filter"), choice: .clearFacets), at: 0)
      }
      return open(&state, words("Filtrer par", "Filter by"), items)
    case .statuses:
      var items = ReviewStatus.allCases.map {
        Overlay.Menu.Item(title: words($0.title), choice: .statuses([$0]))
      }
      items.append(.init(title: words("tout", "all"), choice: .statuses([])))
      items.append(
        .init(
          title: words("mes lectures de contrôle (à l'aveugle)", "my control readings (blind)"),
          choice: .controls))
      if state.agent.role >= .supervisor {
        items.append(
          .init(
            title: words("désaccords à trancher", "disagreements to settle"),
            choice: .disagreements))
      }
      return open(&state, words("Lister", "List"), items)
    case .tables:
      let items = (state.panel?.allTables ?? []).map {
        Overlay.Menu.Item(title: words($0.title), choice: .table($0.name))
      }
      return open(&state, words("Tables", "Tables"), items)
    default: return []
    }
  }

  static func open(
    _ state: inout State, _ title: SafeText, _ items: [Overlay.Menu.Item]
  ) -> [Effect] {
    guard !items.isEmpty else {
      state.tell(state.words("rien à choisir ici", "nothing to choose here"))
      return []
    }
    state.overlays.append(.menu(.init(title: title, items: items)))
    state.announcement.append(title + ": " + items[0].title)
    return []
  }

  private static func openHistory(_ state: inout State) -> [Effect] {
    guard let detail = state.detail else { return [] }
    let own = detail.history.filter { event in
      guard event.agent == state.agent.id, !detail.undone.contains(event.sequence) else {
        return false
      }
      switch event.payload {
      case .decision, .followUp: return true
      default: return false
      }
    }
    let items = own.reversed().map { event in
      Overlay.Menu.Item(
        title: SafeText(state.words.moment(event.time) + " ")
          + state.words.event(event.payload, panel: state.panel),
        choice: .undo(event.sequence))
    }
    return open(&state, state.words("Annuler", "Undo"), items)
  }

  /// The decisions on the focused suggestion, each of which can be shown again as it was seen.
  private static func openReplays(_ state: inout State) -> [Effect] {
    let decisions = (state.detail?.history ?? []).filter { event in
      if case .decision(let decision) = event.payload { return decision.seen.content != nil }
      return false
    }
    let items = decisions.reversed().map { event in
      Overlay.Menu.Item(
        title: SafeText("\(state.words.moment(event.time)) \(event.agent) ")
          + state.words.event(event.payload, panel: state.panel),
        choice: .replay(event.sequence))
    }
    return open(&state, state.words("Revoir l'écran d'alors", "See the screen of then"), items)
  }

  private static func openFollowUp(_ state: inout State) -> [Effect] {
    guard let row = state.list?.row, let scheme = state.panel?.followUp else { return [] }
    guard row.status == .accepted else {
      state.tell(
        state.words(
          "la suite se donne à une suggestion acceptée (v : choisir ce qui est listé)",
          "follow-up is given to an accepted suggestion (v: choose what is listed)"))
      return []
    }
    let items = scheme.next(after: row.followUp).map {
      Overlay.Menu.Item(
        title: state.words($0.title),
        choice: .followUp(suggestion: row.id, from: row.followUp, to: $0.code))
    }
    return open(&state, state.words("Suite donnée", "Follow-up"), items)
  }

  static func menuKey(_ state: inout State, _ key: Key, _ menu: Overlay.Menu) -> [Effect] {
    var menu = menu
    switch KeyMap.command(key, panel: nil) {
    case .back, .quit:
      state.overlays.removeLast()
      return []
    case .open:
      state.overlays.removeLast()
      guard menu.items.indices.contains(menu.selected) else { return [] }
      return choose(&state, menu.items[menu.selected].choice)
    case .down: menu.selected = min(menu.selected + 1, max(0, menu.items.count - 1))
    case .up: menu.selected = max(0, menu.selected - 1)
    case .pageDown, .last: menu.selected = max(0, menu.items.count - 1)
    case .pageUp, .first: menu.selected = 0
    default: return []
    }
    replaceTop(&state, .menu(menu))
    if menu.items.indices.contains(menu.selected) {
      state.announcement.append(menu.items[menu.selected].title)
    }
    return []
  }

  private static func choose(_ state: inout State, _ choice: Overlay.Choice) -> [Effect] {
    guard let project = state.project else {
      if case .promote(let version) = choice, let first = state.projects.first {
        return [.promote(first, version)]
      }
      return []
    }
    switch choice {
    case .followUp(let suggestion, let from, let to):
      return [.follow(suggestion: suggestion, project: project, from: from, to: to)]
    case .facetValues(let name):
      guard var query = state.list?.query else { return [] }
      query.facets.removeAll { $0.name == name }
      return [.loadFacet(query, name)]
    case .facet(let facet):
      return setQuery(&state) { query in
        query.facets.removeAll { $0.name == facet.name }
        query.facets.append(facet)
      }
    case .clearFacets: return setQuery(&state) { $0.facets = [] }
    case .promote(let version): return [.promote(project, version)]
    case .preview(let version): return [.preview(project, version)]
    case .table(let name): return [.loadTable(project, name)]
    case .undo(let sequence): return [.undo(sequence: sequence, project)]
    case .statuses(let statuses): return list(&state, statuses)
    case .controls: return [.loadControls(project)]
    case .disagreements: return [.loadDisagreements(project)]
    case .replay(let sequence): return [.replay(sequence: sequence, project)]
    case .nothing: return []
    }
  }

  // MARK: Forms

  static func formKey(_ state: inout State, _ key: Key, _ form: Overlay.Form) -> [Effect] {
    var form = form
    switch key.code {
    case .named(.escape):
      state.overlays.removeLast()
      return []
    case .named(.down), .named(.tab):
      form.selected = (form.selected + 1) % max(1, form.inputs.count)
    case .named(.up):
      form.selected = (form.selected + form.inputs.count - 1) % max(1, form.inputs.count)
    case .named(.enter): return submit(&state, form)
    default:
      guard form.inputs.indices.contains(form.selected),
        TextKeys.apply(key, to: &form.inputs[form.selected])
      else { return [] }
      form.error = .empty
    }
    replaceTop(&state, .form(form))
    return []
  }

  private static func submit(_ state: inout State, _ form: Overlay.Form) -> [Effect] {
    var form = form
    var values: [String: String] = [:]
    for (parameter, input) in zip(form.action.parameters, form.inputs) {
      guard let value = parameter.type.canonical(input.text) else {
        let expected = state.words(parameter.type.expectation)
        form.error = state.words(parameter.title) + " : " + expected
        replaceTop(&state, .form(form))
        return []
      }
      values[parameter.name] = value
    }
    state.overlays.removeLast()
    guard let project = state.project else { return [] }
    return [.act(project, form.action.name, values, on: subject(state, of: form.action))]
  }

  // MARK: Tables

  static func tableKey(_ state: inout State, _ key: Key, _ page: Overlay.TablePage) -> [Effect] {
    var page = page
    if page.editing != nil { return editKey(&state, key, page) }
    switch key.code {
    case .named(.escape), .character("q"):
      state.overlays.removeLast()
      return []
    case .named(.down), .character("j"): page.row = min(page.row + 1, page.rows.count)
    case .named(.up), .character("k"): page.row = max(0, page.row - 1)
    case .named(.enter), .character("n"):
      guard state.agent.role >= page.table.editableBy else {
        let needed = page.table.editableBy.title
        page.error = state.words(
          "il faut le rôle « \(needed.fr) »", "this needs the role “\(needed.en)”")
        break
      }
      if key.typed == "n" { page.row = page.rows.count }
      let values = page.rows.indices.contains(page.row) ? page.rows[page.row].values : [:]
      page.editing = page.table.columns.map { TextInput(values[$0.name] ?? "") }
      page.column = 0
      page.error = .empty
    case .character("d"), .named(.delete):
      guard let project = state.project, page.rows.indices.contains(page.row),
        state.agent.role >= page.table.editableBy
      else { return [] }
      return [.removeRow(project, page.table.name, page.rows[page.row].key)]
    default: return []
    }
    replaceTop(&state, .table(page))
    return []
  }

  private static func editKey(
    _ state: inout State, _ key: Key, _ page: Overlay.TablePage
  ) -> [Effect] {
    var page = page
    guard var inputs = page.editing, let project = state.project else { return [] }
    switch key.code {
    case .named(.escape): page.editing = nil
    case .named(.tab), .named(.down): page.column = (page.column + 1) % max(1, inputs.count)
    case .named(.up): page.column = (page.column + inputs.count - 1) % max(1, inputs.count)
    case .named(.enter):
      let values = zip(page.table.columns, inputs).map { ($0.name, $1.text) }
      return [
        .writeRow(
          project, page.table.name,
          Dictionary(values, uniquingKeysWith: { first, _ in first }))
      ]
    default:
      guard inputs.indices.contains(page.column), TextKeys.apply(key, to: &inputs[page.column])
      else { return [] }
      page.editing = inputs
    }
    replaceTop(&state, .table(page))
    return []
  }
}
