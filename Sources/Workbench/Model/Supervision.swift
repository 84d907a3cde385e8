import Review

/// What the supervision screen shows.
public struct Supervision: Hashable, Sendable {
  /// One project.
  public struct Line: Hashable, Sendable {
    /// The project.
    public var project: Project
    /// How many suggestions stand where.
    public var counts: PanelCounts
    /// The models, newest first, without their content.
    public var models: [ModelRecord]
    /// Decisions by tenth of the score shown: how many, and how many accepted.
    public var deciles: [Decile]

    /// Makes a line.
    public init(
      project: Project, counts: PanelCounts, models: [ModelRecord], deciles: [Decile]
    ) {
      self.project = project
      self.counts = counts
      self.models = models
      self.deciles = deciles
    }
  }

  /// Decisions whose shown score lay in one tenth.
  public struct Decile: Hashable, Sendable {
    /// The number of decisions.
    public var decided: Int
    /// The number of acceptances among them.
    public var accepted: Int

    /// Makes a decile.
    public init(decided: Int = 0, accepted: Int = 0) {
      self.decided = decided
      self.accepted = accepted
    }
  }

  /// The projects.
  public var lines: [Line] = []
  /// The number of ledger events.
  public var eventCount = 0
  /// The head's hash, in hexadecimal.
  public var head = ""
  /// Whether the chain was verified to its end; `nil` when it was not looked at yet.
  public var isIntact: Bool?

  /// Makes an empty screen.
  public init() {}
}
