import Learning

/// How much more or less often each agent finds a non-conformity, in log-odds.
///
/// A nuisance: it is accounted for while the model learns, so that a strict inspector's district does
/// not look dangerous; it is never shown and never ranks.
struct AgentEffects: Hashable, Sendable {
  /// The effect by the agent's hash.
  let effects: [String: Double]

  /// How many rows of the mean each agent is drawn towards.
  private static let strength = 5.0

  init(effects: [String: Double]) { self.effects = effects }

  /// Learns the effects from rows whose outcome is known.
  init(_ rows: [Control]) {
    var tallies: [String: (bad: Double, all: Double)] = [:]
    var total = (bad: 0.0, all: 0.0)
    for row in rows {
      guard let isBad = row.isBad, !row.agent.isEmpty else { continue }
      tallies[row.agent, default: (0, 0)].all += 1
      total.all += 1
      guard isBad else { continue }
      tallies[row.agent, default: (0, 0)].bad += 1
      total.bad += 1
    }
    let base = (total.bad + 0.5) / (total.all + 1)
    effects = tallies.mapValues { tally in
      let share = (tally.bad + Self.strength * base) / (tally.all + Self.strength)
      return Logistic.logit(share) - Logistic.logit(base)
    }
  }

  /// The effect of an agent; 0 for one never seen.
  func effect(_ agent: String) -> Double { effects[agent] ?? 0 }
}
