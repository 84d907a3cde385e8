import Learning

/// The expected share of events for a combination of activities, drawn towards that of its first
/// group, which is drawn towards the overall share.
struct ActivityRates: Equatable {
  /// How many rows' worth the draw is.
  private static let strength: Float = 10

  private let combinations: RateTable
  private let groups: RateTable
  private let overall: RateTable

  /// Learns the shares.
  ///
  /// - Parameters:
  ///   - keys: the number of each row's combination.
  ///   - firstGroups: the first group of each row.
  init(
    keys: [Int32], keyCount: Int, firstGroups: [ActivityGroup], events: [Bool], folds: [Int]
  ) {
    var combinations = RateTable(keyCount: keyCount)
    var groups = RateTable(keyCount: ActivityGroup.allCases.count)
    var overall = RateTable(keyCount: 1)
    let none = [Float](repeating: 0, count: RateTable.foldCount + 1)[...]
    for row in keys.indices {
      let (event, fold) = (events[row], folds[row])
      combinations.add(keys[row], event: event, expectations: none, fold: fold)
      groups.add(
        Int32(firstGroups[row].rawValue), event: event, expectations: none, fold: fold)
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

  func write(to writer: inout ByteWriter) {
    for table in [combinations, groups, overall] { table.write(to: &writer) }
  }

  init(from reader: inout ByteReader) throws(LearningError) {
    combinations = try RateTable(from: &reader)
    groups = try RateTable(from: &reader)
    overall = try RateTable(from: &reader)
    guard groups.fits(ActivityGroup.allCases.count), overall.fits(1) else {
      throw .damaged(what: "rates of activities")
    }
  }
}

extension ActivityRates {
  /// Whether the numbers of a table of combinations can be looked up here.
  func fits(_ keyCount: Int) -> Bool { combinations.fits(keyCount) }
}
