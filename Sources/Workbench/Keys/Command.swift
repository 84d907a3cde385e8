/// Everything a key or the palette can ask for.
public enum Command: Hashable, Sendable {
  /// One row up.
  case up
  /// One row down.
  case down
  /// One page up.
  case pageUp
  /// One page down.
  case pageDown
  /// To the first row.
  case first
  /// To the last row.
  case last
  /// Open what has the focus.
  case open
  /// One step back.
  case back
  /// Accept.
  case accept
  /// Reject, with a reason.
  case reject
  /// Put off.
  case later
  /// Write a note.
  case note
  /// Undo the last own decision.
  case undo
  /// Choose an own event to undo.
  case history
  /// Explain.
  case explain
  /// Filter as you type.
  case filter
  /// Filter by a facet.
  case facets
  /// Choose which statuses are listed.
  case statuses
  /// Mark or unmark.
  case mark
  /// Unmark everything.
  case unmark
  /// The follow-up.
  case followUp
  /// Search documents.
  case search
  /// See a decided suggestion as it was then.
  case replay
  /// The models.
  case models
  /// Learn a candidate.
  case train
  /// The knowledge tables.
  case tables
  /// The other picture of a pair, in the same place.
  case flipPictures
  /// Both pictures of a pair.
  case bothPictures
  /// Pictures nearer.
  case zoomPictures
  /// The outline on pictures, or none.
  case outlinePictures
  /// The next panel.
  case nextPanel
  /// The panel before.
  case previousPanel
  /// A panel, 1…6, or the supervision, 7.
  case screen(Int)
  /// The commands by name.
  case palette
  /// The help.
  case help
  /// Draw everything again.
  case redraw
  /// Stop, to be gone on with later.
  case suspend
  /// End.
  case quit
  /// One of the panel's actions.
  case action(String)

  /// Whether the command is about pictures; a panel without them may use its key.
  var isOfPictures: Bool {
    switch self {
    case .flipPictures, .bothPictures, .zoomPictures, .outlinePictures: true
    default: false
    }
  }
}
