/// The circumstances of an analysis, given because engines have no clock and no chance.
public struct AnalysisRequest: Sendable {
  /// The day on which the ranking is made.
  public var today: CalendarDate
  /// The instant written into provenance.
  public var now: Timestamp
  /// The active model, or `nil` for rules only.
  public var model: ModelRecord?
  /// The seed of every random draw.
  public var seed: UInt64
  /// A secret of the store, to pseudonymise authors and callers the same way each time.
  public var pseudonymSalt: String
  /// The rows of the panel's knowledge tables, by table: those they start with and those written.
  public var knowledge: [String: [KnowledgeRow]]

  /// Makes a request.
  public init(
    today: CalendarDate, now: Timestamp, model: ModelRecord?, seed: UInt64 = 20_181_107,
    pseudonymSalt: String, knowledge: [String: [KnowledgeRow]] = [:]
  ) {
    self.today = today
    self.now = now
    self.model = model
    self.seed = seed
    self.pseudonymSalt = pseudonymSalt
    self.knowledge = knowledge
  }
}
