/// What an engine declares of its panel, so that the workbench can show it without knowing it.
public struct Panel: Sendable {
  /// The project.
  public var project: Project
  /// One item and several (« établissement », « établissements »).
  public var item: PluralText
  /// The facets, in the order in which they are offered.
  public var facets: [FacetDescription]
  /// The names of the facets shown in the list, most telling first.
  public var columns: [String]
  /// The reasons for rejecting a suggestion, each with its key.
  public var rejectionReasons: [DecisionReason]
  /// The reasons for rejecting a part, each with its key; empty when parts are not decided.
  public var partRejectionReasons: [DecisionReason]
  /// What becomes of an accepted suggestion.
  public var followUp: FollowUpScheme
  /// The knowledge tables.
  public var tables: [KnowledgeTable]
  /// What the panel can do besides deciding.
  public var actions: [ActionDescription]
  /// How the panel is fed, shown while it is empty.
  public var feedingHint: LocalizedText
  /// The tasks of `vigie evaluate`, by name.
  public var evaluationTasks: [EvaluationTask]
  /// Formats of `vigie export` beyond those every panel has.
  public var exportFormats: [String]
  /// Whether what is read is personal: each reading goes to the ledger.
  public var isConfidential: Bool

  /// Makes a panel; what is left out is empty.
  public init(
    project: Project, item: PluralText, facets: [FacetDescription] = [], columns: [String] = [],
    rejectionReasons: [DecisionReason], partRejectionReasons: [DecisionReason] = [],
    followUp: FollowUpScheme = FollowUpScheme(states: [], moves: []),
    tables: [KnowledgeTable] = [], actions: [ActionDescription] = [],
    feedingHint: LocalizedText, evaluationTasks: [EvaluationTask] = [],
    exportFormats: [String] = [], isConfidential: Bool = false
  ) {
    self.project = project
    self.item = item
    self.facets = facets
    self.columns = columns
    self.rejectionReasons = rejectionReasons
    self.partRejectionReasons = partRejectionReasons
    self.followUp = followUp
    self.tables = tables
    self.actions = actions
    self.feedingHint = feedingHint
    self.evaluationTasks = evaluationTasks
    self.exportFormats = exportFormats
    self.isConfidential = isConfidential
  }
}
