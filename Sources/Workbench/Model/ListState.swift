import Review

/// The list of one panel.
public struct ListState: Hashable, Sendable {
  /// What is listed.
  public var query: SuggestionQuery
  /// The rows that are held, with what lies around them.
  public var window = SuggestionWindow.empty
  /// The focused row of the window.
  public var focus = 0
  /// The first row shown, of the window.
  public var top = 0
  /// The marked suggestions, with their rows, by identifier.
  public var marks: [String: SuggestionRow] = [:]
  /// How many stand where.
  public var counts = PanelCounts()
  /// Whether a window has come from the store yet.
  public var isLoaded = false
  /// Whether rows were asked for and have not come yet.
  public var isLoading = false
  /// The focused thing in the detail.
  public var item = 0
  /// Why decisions are asked for here: ordinary readings, blind ones, or settlements.
  public var purpose = ReadingPurpose.first
  /// The first line shown of the detail.
  public var scroll = 0

  /// Makes the list of a project's open suggestions.
  public init(_ project: Project) { query = SuggestionQuery(project: project) }

  /// The focused row.
  public var row: SuggestionRow? {
    window.rows.indices.contains(focus) ? window.rows[focus] : nil
  }

  /// Whether what others decided is hidden.
  public var isBlind: Bool { purpose == .second || purpose == .repeat }

  /// The place of the focused row in the whole list, from 1.
  public var rank: Int { window.before + focus + 1 }
}
