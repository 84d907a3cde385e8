import Display
import Review

/// Decisions: on the focused suggestion or part, or on all that are marked.
extension Updates {
  static func begin(_ state: inout State, _ command: Command) -> [Effect] {
    guard let target = target(state) else {
      state.tell(state.words("rien à décider ici", "nothing to decide here"))
      return []
    }
    switch command {
    case .note:
      state.overlays.append(.note(TextInput(isMultiline: true), target))
      return []
    case .reject:
      guard !reasons(state, target).isEmpty else {
        return confirm(&state, target, .reject, reason: nil)
      }
      state.overlays.append(.reasons(target))
      return []
    case .later: return confirm(&state, target, .later, reason: nil)
    default: return confirm(&state, target, .accept, reason: nil)
    }
  }

  /// The reasons for rejecting a target.
  static func reasons(_ state: State, _ target: Overlay.Target) -> [DecisionReason] {
    (target.part == nil ? state.panel?.rejectionReasons : state.panel?.partRejectionReasons) ?? []
  }

  private static func target(_ state: State) -> Overlay.Target? {
    guard let list = state.list else { return nil }
    if let row = list.row, let part = focusedPart(state) {
      return Overlay.Target(rows: [row], part: part)
    }
    if !list.marks.isEmpty {
      return Overlay.Target(rows: list.marks.values.sorted { $0.key < $1.key }, part: nil)
    }
    return list.row.map { Overlay.Target(rows: [$0], part: nil) }
  }

  /// The part in focus in the detail.
  static func focusedPart(_ state: State) -> String? {
    guard state.pane == .detail, let list = state.list, let layout = detailLayout(state),
      layout.items.indices.contains(list.item)
    else { return nil }
    return layout.items[list.item].part
  }

  /// Decides at once on one suggestion; asks once when several are marked.
  static func confirm(
    _ state: inout State, _ target: Overlay.Target, _ verdict: Verdict, reason: String?
  ) -> [Effect] {
    guard target.rows.count > 1 else {
      return decide(&state, target, verdict, reason: reason, note: nil)
    }
    state.overlays.append(.confirm(target, verdict, reason: reason))
    return []
  }

  static func decide(
    _ state: inout State, _ target: Overlay.Target, _ verdict: Verdict, reason: String?,
    note: String?
  ) -> [Effect] {
    guard let project = state.project else { return [] }
    let decisions = target.rows.map { row in
      Decision(
        suggestion: row.id, part: target.part, project: project, verdict: verdict,
        reason: reason, note: note, seen: seen(state, row),
        purpose: state.lists[project]?.purpose ?? .first)
    }
    if target.part == nil, let status = ReviewStatus(verdict) {
      settle(&state, project, target.rows, status)
    }
    return [.decide(decisions)] + prefetch(state)
  }

  static func seen(_ state: State, _ row: SuggestionRow) -> Decision.Seen {
    let list = state.list
    let place = list?.window.rows.firstIndex { $0.id == row.id }
    let isFocused = list?.row?.id == row.id
    let seconds = Double(state.now.milliseconds - state.focusSince.milliseconds) / 1000
    return Decision.Seen(
      model: row.score.model, score: row.score.value,
      rank: (list?.window.before ?? 0) + (place ?? 0) + 1, seconds: isFocused ? seconds : 0,
      language: state.words.language)
  }

  /// Shows the outcome at once; the store's answer comes later and has the last word.
  private static func settle(
    _ state: inout State, _ project: Project, _ rows: [SuggestionRow], _ status: ReviewStatus
  ) {
    guard var list = state.lists[project] else { return }
    let ids = Set(rows.map(\.id))
    let isListed =
      list.purpose == .first
      && (list.query.statuses.isEmpty || list.query.statuses.contains(status))
    // What was read blindly or settled is done with: it leaves a list that was drawn.
    if list.purpose != .first { list.query.ids?.subtract(ids) }
    if isListed {
      for index in list.window.rows.indices where ids.contains(list.window.rows[index].id) {
        list.window.rows[index].status = status
      }
    } else {
      let gone = list.window.rows.prefix(list.focus).count { ids.contains($0.id) }
      list.window.rows.removeAll { ids.contains($0.id) }
      list.window.total = max(0, list.window.total - ids.count)
      list.focus -= gone
      list.item = 0
      list.scroll = 0
    }
    list.marks = [:]
    state.lists[project] = list
    for id in ids { state.details[id] = nil }
    state.detailOrder.removeAll { ids.contains($0) }
    if !isListed {
      state.focusSince = state.now
      if state.pane == .detail, !state.isWide { state.pane = .list }
    }
    clampTop(&state)
    announceRow(&state)
  }
}
