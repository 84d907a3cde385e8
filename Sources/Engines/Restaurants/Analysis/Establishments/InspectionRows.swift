import Learning
import Review

/// Inspections with an outcome, with what is needed to learn rates from them.
struct InspectionRows {
  let inspections: [Inspection]
  let subjects: [EstablishmentSubject]
  let keys: [EstablishmentKeys]
  let folds: [Int]
  let isNonCompliant: [Bool]
  let isBelowBest: [Bool]
  /// The combinations of activities and the number of each row's.
  let activityKeys: KeyTable
  let activities: [Int32]

  init(_ all: [Inspection]) {
    inspections = all.filter { $0.outcome != nil }
    subjects = inspections.map { EstablishmentSubject($0) }
    var labels: [[String]: EstablishmentKeys.Labels] = [:]
    keys = subjects.map { EstablishmentKeys($0, labels: &labels) }
    folds = subjects.map { EstablishmentEncoder.fold(of: $0.group) }
    isNonCompliant = inspections.map { $0.outcome?.isNonCompliant ?? false }
    isBelowBest = inspections.map { $0.outcome != .verySatisfactory }
    var table = KeyTable()
    activities = keys.map { table.learn($0.activity) }
    activityKeys = table
  }

  /// The shares of an event by activity.
  func activityRates(_ events: [Bool]) -> ActivityRates {
    ActivityRates(
      keys: activities, keyCount: activityKeys.count, firstGroups: keys.map { $0.groups[0] },
      events: events, folds: folds)
  }

  /// The expected share of each row, for each fold left out and for none: row after row.
  func expectations(_ rates: ActivityRates) -> [Float] {
    // Rows of the same activities share their expectations.
    var known: [Int32: [Float]] = [:]
    var result: [Float] = []
    result.reserveCapacity(keys.count * (RateTable.foldCount + 1))
    for row in keys.indices {
      let key = activities[row]
      let values =
        known[key]
        ?? (0...RateTable.foldCount).map {
          rates.rate(key, keys[row].groups[0], without: $0)
        }
      known[key] = values
      result += values
    }
    return result
  }

  /// The table of a kind.
  func rates(
    _ kind: EstablishmentEncoder.Kind, _ expected: [Float], _ expectedBelow: [Float]
  ) -> EstablishmentEncoder.Rates {
    var table = KeyTable()
    let numbers = keys.map { table.learn(kind.key($0)) }
    var rates = EstablishmentEncoder.Rates(
      keys: table, nonCompliance: RateTable(keyCount: table.count),
      belowBest: RateTable(keyCount: table.count))
    let width = RateTable.foldCount + 1
    for row in keys.indices {
      let range = row * width..<(row + 1) * width
      rates.nonCompliance.add(
        numbers[row], event: isNonCompliant[row], expectations: expected[range],
        fold: folds[row])
      rates.belowBest.add(
        numbers[row], event: isBelowBest[row], expectations: expectedBelow[range],
        fold: folds[row])
    }
    return rates
  }

  /// The map of the rows that have a location.
  func map(_ expected: [Float], _ expectedBelow: [Float]) -> NeighbourMap {
    let width = RateTable.foldCount + 1
    return NeighbourMap(
      inspections.indices.compactMap { row in
        guard let location = inspections[row].location else { return nil }
        return NeighbourMap.Point(
          latitude: Float(location.latitude), longitude: Float(location.longitude),
          isNonCompliant: isNonCompliant[row], isBelowBest: isBelowBest[row],
          expected: expected[row * width + RateTable.all],
          expectedBelowBest: expectedBelow[row * width + RateTable.all],
          fold: UInt8(folds[row]))
      })
  }
}
