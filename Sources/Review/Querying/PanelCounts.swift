/// How many suggestions of a project stand where.
public struct PanelCounts: Hashable, Sendable, Codable {
  /// Nobody has decided.
  public var open: Int
  /// Accepted.
  public var accepted: Int
  /// Rejected.
  public var rejected: Int
  /// Put off.
  public var later: Int
  /// Decided since the start of the day asked for.
  public var decidedToday: Int
  /// Accepted with a follow-up that is past its due date.
  public var overdue: Int

  /// Makes counts; what is left out is 0.
  public init(
    open: Int = 0, accepted: Int = 0, rejected: Int = 0, later: Int = 0, decidedToday: Int = 0,
    overdue: Int = 0
  ) {
    self.open = open
    self.accepted = accepted
    self.rejected = rejected
    self.later = later
    self.decidedToday = decidedToday
    self.overdue = overdue
  }

  /// All suggestions.
  public var total: Int { open + accepted + rejected + later }
}
