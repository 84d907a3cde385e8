/// What the list shows of a suggestion.
public struct SuggestionRow: Identifiable, Hashable, Sendable, Codable {
  /// The suggestion's identifier.
  public let id: String
  /// The short title.
  public var title: String
  /// The place, in words.
  public var place: String
  /// The day it speaks of.
  public var date: CalendarDate?
  /// The facets.
  public var facets: [Facet]
  /// The score.
  public var score: Score
  /// What the list is sorted by.
  public var priority: Double
  /// Why it is in the list.
  public var selection: Selection
  /// Where it stands.
  public var status: ReviewStatus
  /// The state of its follow-up, or `nil`.
  public var followUp: String?
  /// When the follow-up's next step is due.
  public var due: CalendarDate?
  /// The number of notes.
  public var noteCount: Int

  /// Makes a row from a suggestion and where it stands.
  public init(
    _ suggestion: Suggestion, status: ReviewStatus = .open, followUp: String? = nil,
    due: CalendarDate? = nil, noteCount: Int = 0
  ) {
    self.init(
      id: suggestion.id, title: suggestion.title, place: suggestion.place, date: suggestion.date,
      facets: suggestion.facets, score: suggestion.score, priority: suggestion.priority,
      selection: suggestion.selection, status: status, followUp: followUp, due: due,
      noteCount: noteCount)
  }

  /// Makes a row from its values.
  public init(
    id: String, title: String, place: String, date: CalendarDate?, facets: [Facet], score: Score,
    priority: Double, selection: Selection, status: ReviewStatus, followUp: String?,
    due: CalendarDate?, noteCount: Int
  ) {
    self.id = id
    self.title = title
    self.place = place
    self.date = date
    self.facets = facets
    self.score = score
    self.priority = priority
    self.selection = selection
    self.status = status
    self.followUp = followUp
    self.due = due
    self.noteCount = noteCount
  }

  /// The row's place in the list.
  public var key: SuggestionKey { SuggestionKey(priority: priority, id: id) }

  /// The first value of a facet.
  public func facet(_ name: String) -> String? { facets.first { $0.name == name }?.value }
}
