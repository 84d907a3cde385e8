import Review

/// Predicted against observed non-compliance by group, and whom the list would pick.
struct FairnessReport {
  /// One establishment with what was predicted and found.
  struct Row {
    /// The group it belongs to (an activity, a département, a band of review counts).
    var group: String
    var probability: Double
    var isNonCompliant: Bool
  }

  /// The figures of one group.
  struct Group: Equatable {
    var name: String
    var count: Int
    /// The expected number of non-compliances.
    var predicted: Double
    /// The number found.
    var observed: Int
    /// How many the top tenth of the ranking picks.
    var selected: Int
    /// How many it would pick if the group's probabilities were what was found in it.
    var selectedAtEqualRisk: Int
    /// Whether the picks depart by more than 20 % from those at equal risk, and predicted from found
    /// by more than chance explains.
    var isAlarming: Bool
  }

  /// How far the picks may depart.
  static let tolerance = 0.2
  /// How many expected non-compliances a group's own figures are drawn to the prediction by.
  private static let strength = 10.0

  /// The groups, largest first.
  let groups: [Group]

  /// Compares rows by group.
  init(_ rows: [Row]) {
    let order = rows.indices.sorted {
      (rows[$1].probability, $0) < (rows[$0].probability, $1)
    }
    let picked = order.prefix((rows.count + 9) / 10)
    let threshold = picked.last.map { rows[$0].probability } ?? .infinity
    let isPicked = Set(picked)
    var byName: [String: [Int]] = [:]
    for (number, row) in rows.enumerated() { byName[row.group, default: []].append(number) }
    groups = byName.map { name, members in
      Self.group(name, members.map { rows[$0] }, threshold, members.count { isPicked.contains($0) })
    }
    .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// A ranking by probability treats equal risks equally when each group's probabilities are right;
  /// so the picks are compared with those of the group's corrected probabilities.
  private static func group(
    _ name: String, _ members: [Row], _ threshold: Double, _ selected: Int
  ) -> Group {
    let predicted = members.reduce(0) { $0 + $1.probability }
    let observed = members.count { $0.isNonCompliant }
    let correction = (Double(observed) + strength) / (predicted + strength)
    let equal = members.count { $0.probability * correction >= threshold }
    let gap = abs(Double(selected - equal)) > tolerance * Double(max(1, equal))
    // Two standard errors of a count.
    let isBeyondChance = abs(Double(observed) - predicted) > 2 * max(1, predicted).squareRoot()
    return Group(
      name: name, count: members.count, predicted: predicted, observed: observed,
      selected: selected, selectedAtEqualRisk: equal, isAlarming: gap && isBeyondChance)
  }

  /// The share of the top tenth that stays the same when the reviews are left out.
  static func overlap(with: [Double], without: [Double]) -> Double {
    let size = (with.count + 9) / 10
    func top(_ scores: [Double]) -> Set<Int> {
      Set(scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(size))
    }
    guard size > 0, with.count == without.count else { return .nan }
    return Double(top(with).intersection(top(without)).count) / Double(size)
  }
}
