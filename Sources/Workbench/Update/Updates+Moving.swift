import Display
import Review

/// Moving in lists and details.
extension Updates {
  /// The rows of the list that are visible.
  static func visibleRows(_ state: State) -> Int { max(1, Layout(state).listBody.height) }

  /// Keeps the focused row visible and the first shown row within the window.
  static func clampTop(_ state: inout State) {
    guard let project = state.project, var list = state.lists[project] else { return }
    let visible = visibleRows(state)
    list.focus = min(max(0, list.focus), max(0, list.window.rows.count - 1))
    list.top = min(list.top, list.focus)
    list.top = max(list.top, list.focus - visible + 1)
    list.top = max(0, min(list.top, max(0, list.window.rows.count - visible)))
    state.lists[project] = list
  }

  /// Moves the focus by so many rows.
  static func move(_ state: inout State, by offset: Int) -> [Effect] {
    guard let project = state.project, var list = state.lists[project] else { return [] }
    let old = list.focus
    list.focus = min(max(0, list.focus + offset), max(0, list.window.rows.count - 1))
    guard list.focus != old else { return edge(state, list, offset) }
    list.item = 0
    list.scroll = 0
    state.lists[project] = list
    state.focusSince = state.now
    clampTop(&state)
    announceRow(&state)
    return prefetch(state) + more(&state, project)
  }

  /// At the end of the rows held: the rows beyond, when there are some.
  private static func edge(_ state: State, _ list: ListState, _ offset: Int) -> [Effect] {
    let isBeyond =
      offset > 0
      ? list.window.before + list.window.rows.count < list.window.total : list.window.before > 0
    guard isBeyond, let row = list.row else { return [] }
    return [.loadWindow(list.query, .around(row.key), limit: limit(state), .key(row.key))]
  }

  /// Asks for more rows before the focus reaches the edge of those held.
  private static func more(_ state: inout State, _ project: Project) -> [Effect] {
    guard let list = state.lists[project], !list.isLoading, let row = list.row else { return [] }
    let margin = visibleRows(state)
    let isNearEnd =
      list.focus + margin >= list.window.rows.count
      && list.window.before + list.window.rows.count < list.window.total
    let isNearStart = list.focus < margin && list.window.before > 0
    guard isNearEnd || isNearStart else { return [] }
    state.lists[project]?.isLoading = true
    return [.loadWindow(list.query, .around(row.key), limit: limit(state), .key(row.key))]
  }

  /// Moves to the first or the last row of the whole list.
  static func jump(_ state: inout State, toEnd: Bool) -> [Effect] {
    guard let project = state.project, let list = state.lists[project] else { return [] }
    let isHeld =
      toEnd
      ? list.window.before + list.window.rows.count >= list.window.total : list.window.before == 0
    if isHeld {
      return move(&state, by: toEnd ? list.window.rows.count : -list.window.rows.count)
    }
    return [
      .loadWindow(
        list.query, toEnd ? .end : .start, limit: limit(state), toEnd ? .last : .first)
    ]
  }

  // MARK: Detail

  static func detailLayout(_ state: State) -> DetailLayout? {
    guard let detail = state.detail, let panel = state.panel else { return nil }
    let context = state.context(width: Layout(state).detailBody.width)
    return state.ahead.layout(of: detail, context: context)
      ?? DetailView.layout(detail, panel: panel, context: context)
  }

  /// Lays out the details of the rows beside the focused one, or the focused one's.
  static func layAhead(_ state: inout State, from offset: Int = 1) {
    guard let list = state.list, let panel = state.panel else { return }
    let body = Layout(state).detailBody
    guard !body.isEmpty else { return }
    let context = state.context(width: body.width)
    for index in [list.focus + offset, list.focus - offset]
    where list.window.rows.indices.contains(index) {
      guard let detail = state.details[list.window.rows[index].id] else { continue }
      state.ahead.make(detail, panel: panel, context: context)
    }
  }

  static func clampItem(_ state: inout State) {
    guard let project = state.project, let layout = detailLayout(state) else { return }
    let item = state.lists[project]?.item ?? 0
    state.lists[project]?.item = min(max(0, item), max(0, layout.items.count - 1))
  }

  /// Moves in the detail: to the next thing that can have the focus, else by a line.
  static func moveInDetail(_ state: inout State, by offset: Int) {
    guard let project = state.project, var list = state.lists[project],
      let layout = detailLayout(state)
    else { return }
    let height = max(1, Layout(state).detailBody.height)
    let next = list.item + offset
    if layout.items.indices.contains(next), abs(offset) == 1 {
      list.item = next
      let lines = layout.items[next].lines
      list.scroll = min(list.scroll, lines.lowerBound)
      list.scroll = max(list.scroll, min(lines.lowerBound, lines.upperBound - height))
      state.announcement.append(layout.items[next].spoken)
    } else {
      list.scroll += abs(offset) == 1 ? offset * 3 : offset
    }
    list.scroll = max(0, min(list.scroll, max(0, layout.lines.count - height)))
    state.lists[project] = list
  }

  // MARK: Mouse

  static func mouse(_ state: inout State, _ event: MouseEvent) -> [Effect] {
    let layout = Layout(state)
    guard state.overlays.isEmpty else { return [] }
    switch event.action {
    case .wheelUp: return wheel(&state, event.position, -3)
    case .wheelDown: return wheel(&state, event.position, 3)
    case .press(.left):
      if event.position.y == 0 {
        let tab = Tabs.hit(state, column: event.position.x)
        return tab.map { perform(&state, .screen($0)) } ?? []
      }
      guard layout.listBody.contains(event.position), let list = state.list else {
        if layout.detailBody.contains(event.position) { state.pane = .detail }
        return []
      }
      state.pane = .list
      let row = list.top + event.position.y - layout.listBody.y
      return move(&state, by: row - list.focus)
    case .press, .release, .drag: return []
    }
  }

  private static func wheel(_ state: inout State, _ point: Point, _ offset: Int) -> [Effect] {
    if Layout(state).detailBody.contains(point) {
      moveInDetail(&state, by: offset)
      return []
    }
    return move(&state, by: offset)
  }
}
