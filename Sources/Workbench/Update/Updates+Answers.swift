import Display
import Oversight
import Review

/// What came back from outside and is shown over the list.
extension Updates {
  static func answer(_ state: inout State, _ message: Message) -> [Effect] {
    let words = state.words
    switch message {
    case .document(let document, let spans):
      state.overlays.append(.document(.init(document: document, spans: spans)))
      state.announcement.append(SafeText(document.title + ". " + document.text))
      return []
    case .found(let query, let hits):
      var search = Overlay.SearchPage()
      search.input = TextInput(query)
      search.hits = hits
      search.isTyping = false
      search.isAnswered = true
      state.overlays.append(.search(search))
      announce(&state, hits)
      return []
    case .hits(let query, let hits):
      guard case .search(var search) = state.overlays.last, search.input.text == query else {
        return []
      }
      search.hits = hits
      search.selected = 0
      search.isAnswered = true
      replaceTop(&state, .search(search))
      announce(&state, hits)
      return []
    case .facet(let name, let counts):
      let items = counts.map { count in
        let facet = Facet(name, count.value)
        let shown = state.panel?.shown(facet, words.language) ?? count.value
        return Overlay.Menu.Item(
          title: SafeText("\(shown)  \(words.count(count.count))"), choice: .facet(facet))
      }
      return open(&state, words("Filtrer par", "Filter by"), items)
    case .models(_, let models): return openModels(&state, models)
    case .table(let project, let name, let rows):
      return showTable(&state, project, name, rows)
    case .tableRefused(let text):
      guard case .table(var page) = state.overlays.last else { return [] }
      page.error = words(text)
      replaceTop(&state, .table(page))
      return []
    case .page(let title, let lines):
      let safe = lines.flatMap { SafeText.lines($0) }
      if heard(&state, title, safe) { return [] }
      state.overlays.append(.page(.init(title: words(title), lines: safe)))
      state.announcement += safe
      return []
    case .replayed(let suggestion, let event): return showReplay(&state, suggestion, event)
    default: return []
    }
  }

  /// Shows a suggestion as it was, in the language in which it was read.
  private static func showReplay(
    _ state: inout State, _ suggestion: Suggestion, _ event: LedgerEvent
  ) -> [Effect] {
    guard let panel = state.panels[suggestion.project]?.panel else { return [] }
    let lines = ReplayView.lines(
      suggestion, event, panel: panel, width: state.size.width - 8, glyphs: state.glyphs)
    let title = SafeText("#\(event.sequence) \(event.agent) \(state.words.moment(event.time))")
    state.overlays.append(.page(.init(title: title, lines: lines)))
    state.announcement += lines
    return []
  }

  private static func openModels(_ state: inout State, _ models: [ModelRecord]) -> [Effect] {
    guard !models.isEmpty else {
      state.tell(
        state.words(
          "aucun modèle : T en apprend un", "no model: T learns one"))
      return []
    }
    var items: [Overlay.Menu.Item] = []
    for model in models {
      items.append(
        .init(
          title: ModelView.title(model, state.words),
          choice: model.state == .active ? .nothing : .promote(model.version)))
      items += ModelView.figures(model, state.words).map { .init(title: $0, choice: .nothing) }
      guard model.state != .active else { continue }
      items.append(
        .init(
          title: state.words(
            "  → ce qui bougerait dans la liste", "  → what would move in the list"),
          choice: .preview(model.version)))
    }
    return open(
      &state,
      state.words(
        "Modèles (Entrée : mettre en service)", "Models (Enter: put into use)"), items)
  }

  private static func showTable(
    _ state: inout State, _ project: Project, _ name: String, _ rows: [KnowledgeRow]
  ) -> [Effect] {
    guard let table = state.panels[project]?.panel.allTables.first(where: { $0.name == name })
    else { return [] }
    if case .table(var page) = state.overlays.last, page.table.name == name {
      page.rows = rows
      page.editing = nil
      page.error = .empty
      page.row = min(page.row, rows.count)
      replaceTop(&state, .table(page))
    } else {
      state.overlays.append(.table(.init(table: table, rows: rows)))
    }
    return []
  }

  /// How many were found, and the first.
  private static func announce(_ state: inout State, _ hits: [SearchHit]) {
    let count = state.words.count(hits.count)
    state.announcement.append(
      hits.isEmpty
        ? state.words("rien trouvé", "nothing found")
        : state.words("trouvés : \(count)", "found: \(count)"))
    if let hit = hits.first {
      state.announcement.append(SafeText("\(hit.title). \(hit.snippet)"))
    }
  }
}
