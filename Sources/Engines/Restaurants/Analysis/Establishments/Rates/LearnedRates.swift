import Learning

/// The tables of rates made from learned rows.
struct LearnedRates {
  let rows: LearnedRows
  /// Rates of non-compliance by kind.
  let nonCompliance: [RateTable]
  /// Rates of results below the best by kind.
  let belowBest: [RateTable]
  /// The expected share of non-compliance by activities.
  let activities: ActivityRates
  /// The expected shares of each row, for each fold left out and for none: row after row.
  private let expected: [Float]
  private let expectedBelow: [Float]

  private static let width = RateTable.foldCount + 1

  init(_ rows: LearnedRows) {
    self.rows = rows
    let folds = rows.groups.map { EstablishmentEncoder.fold(of: $0) }
    activities = ActivityRates(rows, events: rows.isNonCompliant, folds: folds)
    expected = Self.expectations(rows, activities)
    expectedBelow = Self.expectations(
      rows, ActivityRates(rows, events: rows.isBelowBest, folds: folds))
    nonCompliance = Self.tables(rows, rows.isNonCompliant, expected, folds)
    belowBest = Self.tables(rows, rows.isBelowBest, expectedBelow, folds)
  }

  private static func expectations(_ rows: LearnedRows, _ rates: ActivityRates) -> [Float] {
    // Rows of the same activities share their expectations.
    var known: [Int32: [Float]] = [:]
    var result: [Float] = []
    result.reserveCapacity(rows.count * width)
    for row in 0..<rows.count {
      let key = rows.activities[row]
      let values =
        known[key]
        ?? (0..<width).map { rates.rate(key, rows.firstGroups[row], without: $0) }
      known[key] = values
      result += values
    }
    return result
  }

  private static func tables(
    _ rows: LearnedRows, _ events: [Bool], _ expected: [Float], _ folds: [Int]
  ) -> [RateTable] {
    zip(rows.keys, rows.numbers).map { keys, numbers in
      var table = RateTable(keyCount: keys.count)
      for row in 0..<rows.count {
        table.add(
          numbers[row], event: events[row],
          expectations: expected[row * width..<(row + 1) * width], fold: folds[row])
      }
      return table
    }
  }

  /// The map of the rows whose place is known.
  func map() -> NeighbourMap {
    let points = (0..<rows.count).compactMap { row -> NeighbourMap.Point? in
      guard !rows.latitudes[row].isNaN, !rows.longitudes[row].isNaN else { return nil }
      return NeighbourMap.Point(
        latitude: rows.latitudes[row], longitude: rows.longitudes[row],
        isNonCompliant: rows.isNonCompliant[row], isBelowBest: rows.isBelowBest[row], row: row,
        fold: UInt8(EstablishmentEncoder.fold(of: rows.groups[row])))
    }
    return NeighbourMap(points, expected: expected, expectedBelow: expectedBelow)
  }
}
