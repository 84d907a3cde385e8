/// Which suggestions of a project are wanted, in the order of their priority.
public struct SuggestionQuery: Hashable, Sendable, Codable {
  /// The project.
  public var project: Project
  /// The statuses wanted; empty for all.
  public var statuses: Set<ReviewStatus>
  /// Words that title, place or facets must begin with (accents and case do not count); empty for
  /// all.
  public var text: String
  /// Facets that must be present; values of one facet are alternatives, facets add up.
  public var facets: [Facet]
  /// The identifiers wanted, or `nil` for all: a list drawn elsewhere, such as second readings.
  public var ids: Set<String>?

  /// Makes a query.
  public init(
    project: Project, statuses: Set<ReviewStatus> = [.open], text: String = "",
    facets: [Facet] = [], ids: Set<String>? = nil
  ) {
    self.project = project
    self.statuses = statuses
    self.text = text
    self.facets = facets
    self.ids = ids
  }
}
