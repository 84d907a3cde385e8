import Oversight
import Review
import ReviewStore

/// Erases the personal texts that are past the period their panel's settings allow.
public struct RetentionService {
  /// The most events of a project that are looked at.
  private static let eventLimit = 1_000_000

  /// Texts that are past their period.
  public struct Due: Hashable, Sendable {
    /// The event's number.
    public var sequence: Int
    /// Its kind.
    public var kind: LedgerKind
    /// Its day.
    public var day: CalendarDate
    /// The names of the texts it still holds.
    public var fields: [String]
    /// The days after which texts of the kind fall.
    public var limit: Int
  }

  private let store: any ReviewStore
  private let panel: Panel

  /// Makes a service for a store and a panel.
  public init(store: any ReviewStore, panel: Panel) {
    self.store = store
    self.panel = panel
  }

  /// What is past its period, oldest first; what was erased before is not named again.
  public func due(today: CalendarDate) throws -> [Due] {
    let settings = RetentionSettings(
      rows: try KnowledgeService(
        store: store, project: panel.project, table: RetentionSettings.table
      ).rows())
    guard !settings.days.isEmpty else { return [] }
    return try store.events(
      of: Set(settings.days.keys), project: panel.project, after: 0, limit: Self.eventLimit
    ).compactMap { event in
      let kind = event.payload.kind
      let fields = event.payload.personalFields.keys.sorted()
      guard let limit = settings.days[kind], !fields.isEmpty,
        today.days(since: event.time.day) > limit
      else { return nil }
      return Due(
        sequence: event.sequence, kind: kind, day: event.time.day, fields: fields, limit: limit)
    }
  }

  /// Erases what is past its period; each erasure is an event of its own.
  ///
  /// - Throws: `StoreError.notAllowed` when the agent's role does not allow it.
  public func apply(agent: String, now: Timestamp) throws -> [Due] {
    let due = try due(today: now.day)
    for item in due {
      try store.erase(
        personalOf: item.sequence, reason: "retention \(item.kind.rawValue) \(item.limit)",
        agent: agent, now: now)
    }
    return due
  }
}
