import Review

/// Something to be done outside: the update asks for it, Session performs it.
public enum Effect: Hashable, Sendable {
  /// Load rows of a list.
  case loadWindow(SuggestionQuery, WindowAnchor, limit: Int, FocusRule)
  /// Load the counts of all panels.
  case loadCounts
  /// Load a suggestion with its history.
  case loadDetail(String)
  /// Record that a suggestion or a document of a confidential panel was read.
  case noteReading(Project, subject: String)
  /// Record decisions, all or none.
  case decide([Decision])
  /// Enter a follow-up state.
  case follow(suggestion: String, project: Project, from: String?, to: String)
  /// Take back the agent's last event of a project.
  case undoLast(Project)
  /// Take back an event.
  case undo(sequence: Int, Project)
  /// Load a document to be read at its spans.
  case loadDocument(String, [Span])
  /// Search documents.
  case search(Project, String)
  /// Count the values of a facet.
  case loadFacet(SuggestionQuery, String)
  /// Load the models.
  case loadModels(Project)
  /// Learn a candidate.
  case train(Project)
  /// Put a model into use.
  case promote(Project, Int)
  /// Rank with a candidate and tell what would move.
  case preview(Project, Int)
  /// Run an action.
  case act(Project, String, [String: String], on: ActionSubject?)
  /// Load a knowledge table.
  case loadTable(Project, String)
  /// Write a row of a table.
  case writeRow(Project, String, [String: String])
  /// Remove a row of a table.
  case removeRow(Project, String, String)
  /// Explain a suggestion.
  case explain(String)
  /// Load the control readings that wait for the agent.
  case loadControls(Project)
  /// Load the disagreements to settle.
  case loadDisagreements(Project)
  /// Show a decided suggestion as it was then.
  case replay(sequence: Int, Project)
  /// Load what the supervision shows.
  case loadSupervision
  /// Stop the program as `^Z` does.
  case suspend
  /// End.
  case close
}

/// Which row has the focus once rows have come.
public enum FocusRule: Hashable, Sendable {
  /// The first.
  case first
  /// The last.
  case last
  /// The one with a key, or the next one when it is gone.
  case key(SuggestionKey)
}
