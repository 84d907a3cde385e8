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
    /// Its part of the picks divided by its part of the non-compliances found.
    var selectionRatio: Double
    /// Whether the part of the picks departs by more than 20 % from the part at equal risk, with
    /// enough cases to say so.
    var isAlarming: Bool
  }

  /// How far the part of the picks may depart.
  static let tolerance = 0.2
  /// The fewest non-compliances found in a group to raise an alarm.
  static let fewestObserved = 20

  /// The groups, largest first.
  let groups: [Group]

  /// Compares rows by group.
  init(_ rows: [Row]) {
    let order = rows.indices.sorted {
      (rows[$1].probability, $0) < (rows[$0].probability, $1)
    }
    let picked = Set(order.prefix((rows.count + 9) / 10))
    var byName: [String: [Int]] = [:]
    for (number, row) in rows.enumerated() { byName[row.group, default: []].append(number) }
    let found = rows.count { $0.isNonCompliant }
    groups = byName.map { name, members in
      Self.group(name, members, rows, picked, found)
    }
    .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private static func group(
    _ name: String, _ members: [Int], _ rows: [Row], _ picked: Set<Int>, _ found: Int
  ) -> Group {
    let observed = members.count { rows[$0].isNonCompliant }
    let selected = members.count { picked.contains($0) }
    let part = Double(selected) / Double(max(1, picked.count))
    let equal = Double(observed) / Double(max(1, found))
    let ratio = equal > 0 ? part / equal : .nan
    return Group(
      name: name, count: members.count,
      predicted: members.reduce(0) { $0 + rows[$1].probability }, observed: observed,
      selected: selected, selectionRatio: ratio,
      isAlarming: observed >= fewestObserved && abs(ratio - 1) > tolerance)
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
