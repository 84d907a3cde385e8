import Review

/// Who read what of a confidential panel.
extension Updates {
  /// What such a panel shows, be it the detail or a text over it, is read: the first time in a
  /// session it goes to the ledger. Rows that are only loaded ahead are not.
  static func noteReading(_ state: inout State) -> [Effect] {
    var effects: [Effect] = []
    for (project, subject) in shown(state) where state.read.insert(subject).inserted {
      effects.append(.noteReading(project, subject: subject))
    }
    return effects
  }

  private static func shown(_ state: State) -> [(Project, String)] {
    var shown: [(Project, String)] = []
    if let panel = state.panel, panel.isConfidential, state.isWide || state.pane == .detail,
      let detail = state.detail
    {
      shown.append((panel.project, detail.suggestion.id))
    }
    for case .document(let page) in state.overlays
    where state.panels[page.document.project]?.panel.isConfidential == true {
      shown.append((page.document.project, page.document.id))
    }
    return shown
  }
}
