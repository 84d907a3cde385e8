import Review

/// What is said of a subject.
struct Assessment {
  var score: Score
  var contributions: ContributionsEvidence
  var features: FrozenFeatures?
  var selection = Selection(.best)
  /// What the list is sorted by.
  var priority: Double
  /// The place in the plan that is in force, or `nil`.
  var plan: PlanEntry?
}
