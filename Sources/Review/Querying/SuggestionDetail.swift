/// A suggestion with all that has happened to it.
public struct SuggestionDetail: Hashable, Sendable {
  /// The suggestion.
  public var suggestion: Suggestion
  /// Where it stands.
  public var status: ReviewStatus
  /// Where its parts stand; a part that nobody decided is absent.
  public var partStatuses: [String: ReviewStatus]
  /// Its events, oldest first.
  public var history: [LedgerEvent]
  /// The sequence numbers of the events that were undone.
  public var undone: Set<Int>

  /// Makes a detail.
  public init(
    suggestion: Suggestion, status: ReviewStatus, partStatuses: [String: ReviewStatus],
    history: [LedgerEvent], undone: Set<Int>
  ) {
    self.suggestion = suggestion
    self.status = status
    self.partStatuses = partStatuses
    self.history = history
    self.undone = undone
  }
}
