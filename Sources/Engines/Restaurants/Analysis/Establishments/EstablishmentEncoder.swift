import Language
import Learning
import Review

/// Turns what is known of an establishment before its inspection into numbers, with the rates that
/// were found among other establishments.
///
/// Learned from inspections of the last years (`training`) and from older ones (`history`). An
/// establishment that was learned from is looked at without its fold, so that it never meets its
/// own outcome among its neighbours'.
struct EstablishmentEncoder {
  /// A table of rates of non-compliance, and of any result below the best.
  struct Rates {
    var keys = KeyTable()
    var nonCompliance = RateTable(keyCount: 0)
    var belowBest = RateTable(keyCount: 0)
  }

  /// What the tables are about.
  enum Kind: Int, CaseIterable {
    case activity, department, departmentActivity, postcode, commune, company, chain
    case olderDepartment, olderDepartmentActivity, olderCompany
  }

  let rates: [Rates]
  let activityKeys: KeyTable
  let activityRates: ActivityRates
  let map: NeighbourMap
  let history: OutcomeHistory
  /// The establishments that were learned from.
  let learned: Set<UInt64>

  /// Learns the rates.
  ///
  /// - Parameters:
  ///   - training: inspections of the last years; those without an outcome are left out.
  ///   - history: older inspections.
  init(training: [Inspection], history older: [Inspection]) {
    let recent = InspectionRows(training)
    let past = InspectionRows(older)
    let nonCompliance = recent.activityRates(recent.isNonCompliant)
    let belowBest = recent.activityRates(recent.isBelowBest)
    let pastNonCompliance = past.activityRates(past.isNonCompliant)
    let pastBelowBest = past.activityRates(past.isBelowBest)
    let expected = recent.expectations(nonCompliance)
    let expectedBelow = recent.expectations(belowBest)
    let pastExpected = past.expectations(pastNonCompliance)
    let pastExpectedBelow = past.expectations(pastBelowBest)
    rates = Kind.allCases.map { kind in
      kind.isOlder
        ? past.rates(kind, pastExpected, pastExpectedBelow)
        : recent.rates(kind, expected, expectedBelow)
    }
    activityKeys = recent.activityKeys
    activityRates = nonCompliance
    map = recent.map(expected, expectedBelow)
    history = OutcomeHistory(recent.inspections + past.inspections)
    learned = Set(recent.subjects.map(\.group))
  }

  /// The fold of an establishment: always the same, whatever it is learned with.
  static func fold(of group: UInt64) -> Int {
    Int(StableHash.mix(group) % UInt64(RateTable.foldCount))
  }

  /// The features of establishments, in order, those of reviews still missing.
  func features(of subjects: [EstablishmentSubject]) -> [EstablishmentFeatures] {
    var labels: [[String]: EstablishmentKeys.Labels] = [:]
    return subjects.map { features(of: $0, keys: EstablishmentKeys($0, labels: &labels)) }
  }

  /// The features of one establishment, those of reviews still missing.
  func features(of subject: EstablishmentSubject) -> EstablishmentFeatures {
    features(of: [subject])[0]
  }

  private func features(
    of subject: EstablishmentSubject, keys: EstablishmentKeys
  ) -> EstablishmentFeatures {
    let group = subject.group
    let fold = learned.contains(group) ? Self.fold(of: group) : RateTable.all
    var features = EstablishmentFeatures()
    addActivities(subject, keys, fold, &features)
    addRates(keys, fold, &features)
    addPlace(subject, fold, &features)
    addPast(subject, &features)
    addCompany(subject, keys, fold, &features)
    return features
  }
}

extension EstablishmentEncoder.Kind {
  /// Whether the table is learned from older inspections.
  var isOlder: Bool {
    switch self {
    case .olderDepartment, .olderDepartmentActivity, .olderCompany: true
    default: false
    }
  }

  /// The key of an establishment in the table.
  func key(_ keys: EstablishmentKeys) -> String {
    switch self {
    case .activity: keys.activity
    case .department, .olderDepartment: keys.department
    case .departmentActivity, .olderDepartmentActivity: keys.departmentActivity
    case .postcode: keys.postcode
    case .commune: keys.commune
    case .company, .olderCompany: keys.company
    case .chain: keys.chain
    }
  }
}
