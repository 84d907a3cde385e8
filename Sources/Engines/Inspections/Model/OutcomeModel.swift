import Learning
import Review

/// Predicts whether an inspection would find a non-conformity.
struct OutcomeModel: Sendable {
  let spec: OutcomeSpec
  let model: TwoLogits
  let agents: AgentEffects
  /// What was learned from: the number of rows and of non-conformities.
  let rowCount: Int
  let positiveCount: Int

  /// The fewest outcomes and non-conformities that a probability may rest on.
  static let fewestRows = 200
  static let fewestPositives = 30

  /// Whether rows suffice to learn a probability.
  static func suffices(_ rows: [Control]) -> Bool {
    let known = rows.filter { $0.isBad != nil }
    let bad = known.count { $0.isBad == true }
    return known.count >= fewestRows && bad >= fewestPositives
      && known.count - bad >= fewestPositives
  }

  /// Trains on rows and on what older rows add.
  ///
  /// - Parameters:
  ///   - rows: rows with their features, outcomes known.
  ///   - history: older inspections, and others without features: they are learned from too.
  ///   - regardsAgents: whether the agents' effect is accounted for.
  static func train(
    _ rows: [Control], history: [Control], spec: OutcomeSpec, regardsAgents: Bool = true,
    options: TwoLogits.Options = TwoLogits.Options()
  ) throws -> OutcomeModel {
    let known = merged(rows, history).filter { $0.isBad != nil }
    return try train(
      known, try features(known, spec: spec), spec: spec, regardsAgents: regardsAgents,
      options: options)
  }

  /// The features of rows to learn from.
  struct Features {
    /// With all that was found until the day before: what risk depends on shows best.
    var fresh: DenseMatrix
    /// As the plan of two months knew them: what probabilities are fitted on.
    var planned: DenseMatrix
  }

  /// The features of rows to learn from, both ways.
  static func features(_ known: [Control], spec: OutcomeSpec) throws -> Features {
    Features(
      fresh: try OutcomeFeatures.matrix(known, history: known, spec: spec),
      planned: try OutcomeFeatures.matrix(
        known, history: known, spec: spec, blocks: PlanBlocks(endingWith: known)))
  }

  /// Trains on rows whose features are made.
  static func train(
    _ known: [Control], _ features: Features, spec: OutcomeSpec, regardsAgents: Bool,
    weights: [Double]? = nil, options: TwoLogits.Options
  ) throws -> OutcomeModel {
    let agents = AgentEffects(known)
    let isRegarded = regardsAgents && agents.effects.count > 1
    let model = try TwoLogits.train(
      features.fresh, asked: features.planned, labels: known.map { $0.isBad == true },
      days: known.map(\.day), weights: weights,
      offsets: isRegarded ? known.map { agents.effect($0.agent) } : nil, columns: spec.columns,
      options: options)
    return OutcomeModel(
      spec: spec, model: model, agents: agents, rowCount: known.count,
      positiveCount: known.count { $0.isBad == true })
  }

  /// Rows and older rows in one list, each inspection once: the row with its features is kept.
  static func merged(_ rows: [Control], _ history: [Control]) -> [Control] {
    let known = Set(rows.map { "\($0.id)|\($0.day)|\($0.site)" })
    let byID = Dictionary(
      history.map { ("\($0.id)|\($0.day)|\($0.site)", $0) }, uniquingKeysWith: { first, _ in first }
    )
    // What only the older file knows (severities, codes, groups) goes to the row it tells of.
    let completed = rows.map { row in
      guard let other = byID["\(row.id)|\(row.day)|\(row.site)"] else { return row }
      var row = row
      if row.severities.allSatisfy(\.isNaN) { row.severities = other.severities }
      if row.codes.isEmpty { row.codes = other.codes }
      if row.groups.allSatisfy(\.isEmpty) { row.groups = other.groups }
      return row
    }
    return completed + history.filter { !known.contains("\($0.id)|\($0.day)|\($0.site)") }
  }
}
