import Oversight
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
    /// What decisions tell of the engine and of the work; `nil` while it is worked out.
    public var oversight: ProjectOversight?
    /// How each agent decides; empty unless a supervisor looks and the panel's settings allow it for a
    /// written purpose.
    public var agents: [String: AutomationBias]

    /// Makes a line.
    public init(
      project: Project, counts: PanelCounts, models: [ModelRecord],
      oversight: ProjectOversight? = nil, agents: [String: AutomationBias] = [:]
    ) {
      self.project = project
      self.counts = counts
      self.models = models
      self.oversight = oversight
      self.agents = agents
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
  /// The usability scores that were given (SUS, 0…100).
  public var usability: [Double] = []
  /// The first line shown.
  public var scroll = 0

  /// Makes an empty screen.
  public init() {}
}
