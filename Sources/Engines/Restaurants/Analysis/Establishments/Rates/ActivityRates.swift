/// The expected share of events for a combination of activities, drawn towards that of its first
/// group, which is drawn towards the overall share.
struct ActivityRates: Equatable {
  /// How many rows' worth the draw is.
  private static let strength: Float = 10

  private let combinations: RateTable
  private let groups: RateTable
  private let overall: RateTable

  /// Learns the shares of an event among rows.
  init(_ rows: LearnedRows, events: [Bool], folds: [Int]) {
    var combinations = RateTable(keyCount: rows.activityKeys.count)
    var groups = RateTable(keyCount: ActivityGroup.allCases.count)
    var overall = RateTable(keyCount: 1)
    let none = [Float](repeating: 0, count: RateTable.foldCount + 1)[...]
    for row in 0..<rows.count {
      let (event, fold) = (events[row], folds[row])
      let group = Int32(rows.firstGroups[row].rawValue)
      combinations.add(rows.activities[row], event: event, expectations: none, fold: fold)
      groups.add(group, event: event, expectations: none, fold: fold)
      overall.add(0, event: event, expectations: none, fold: fold)
    }
    self.combinations = combinations
    self.groups = groups
    self.overall = overall
  }

  /// The expected share of a combination, seen without a fold.
  func rate(_ key: Int32, _ group: ActivityGroup, without fold: Int) -> Float {
    let whole = overall.share(0, prior: 0.05, strength: 1, without: fold)
    let first = groups.share(
      Int32(group.rawValue), prior: whole, strength: Self.strength, without: fold)
    return combinations.share(key, prior: first, strength: Self.strength, without: fold)
  }
}
