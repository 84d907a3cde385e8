/// A row to learn from, with its features frozen when it was read.
public struct TrainingExample: Hashable, Sendable {
  /// The project.
  public var project: Project
  /// What is learned, in the engine's own words (`establishment`).
  public var task: String
  /// What identifies the row; one with the same task and key replaces the earlier one.
  public var key: String
  /// What must stay together in cross-validation (a SIRET, a site).
  public var group: String
  /// The features.
  public var features: FrozenFeatures
  /// The outcome, 0 or 1 or a degree, or `nil` when it is not known.
  public var label: Double?
  /// The weight of the row.
  public var weight: Double

  /// Makes an example.
  public init(
    project: Project, task: String, key: String, group: String, features: FrozenFeatures,
    label: Double?, weight: Double = 1
  ) {
    self.project = project
    self.task = task
    self.key = key
    self.group = group
    self.features = features
    self.label = label
    self.weight = weight
  }
}
