import Display
import Review

/// Lists drawn elsewhere: blind control readings, and disagreements to settle.
extension Updates {
  /// Lists the drawn suggestions; without any, says so.
  static func list(
    _ state: inout State, _ project: Project, _ ids: Set<String>, _ purpose: ReadingPurpose
  ) -> [Effect] {
    guard project == state.project, var list = state.lists[project] else { return [] }
    guard !ids.isEmpty else {
      state.tell(state.words("rien n'attend de vous ici", "nothing waits for you here"))
      return []
    }
    list.purpose = purpose
    list.query = SuggestionQuery(project: project, statuses: [], ids: ids)
    list.marks = [:]
    state.lists[project] = list
    forgetDetails(&state)
    if list.isBlind {
      state.tell(
        state.words(
          "lecture de contrôle : les décisions d'avant sont cachées ; v : revenir à la liste",
          "control reading: earlier decisions are hidden; v: back to the list"))
    }
    return [.loadWindow(list.query, .start, limit: limit(state), .first)]
  }

  /// Back to ordinary readings of some statuses.
  static func list(_ state: inout State, _ statuses: Set<ReviewStatus>) -> [Effect] {
    if let project = state.project, state.lists[project]?.purpose != .first {
      state.lists[project]?.purpose = .first
      forgetDetails(&state)
    }
    return setQuery(&state) { query in
      query.statuses = statuses
      query.ids = nil
    }
  }

  /// Rows as they look to somebody who must not know what was decided.
  static func blinded(_ window: SuggestionWindow) -> SuggestionWindow {
    var window = window
    for index in window.rows.indices {
      window.rows[index].status = .open
      window.rows[index].followUp = nil
      window.rows[index].due = nil
      window.rows[index].noteCount = 0
    }
    return window
  }

  /// A detail without what was decided, when its list is read blindly.
  static func blinded(_ state: State, _ detail: SuggestionDetail) -> SuggestionDetail {
    guard let list = state.lists[detail.suggestion.project], list.isBlind else { return detail }
    return SuggestionDetail(
      suggestion: detail.suggestion, status: .open, partStatuses: [:], history: [], undone: [])
  }

  private static func forgetDetails(_ state: inout State) {
    state.details = [:]
    state.detailOrder = []
  }
}
