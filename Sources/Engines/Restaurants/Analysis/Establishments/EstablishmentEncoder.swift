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
  /// What the tables are about.
  enum Kind: Int, CaseIterable {
    case activity, department, departmentActivity, postcode, commune, company, chain

    /// The tables of older inspections: of the others too little would be told.
    static let older: [Kind] = [.department, .departmentActivity, .company]
  }

  let recent: LearnedRates
  let older: LearnedRates
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
    self.init(
      recent: LearnedRows(training, kinds: Kind.allCases),
      older: LearnedRows(older, kinds: Kind.older), history: OutcomeHistory(training + older))
  }

  /// Makes the tables of learned rows.
  init(recent: LearnedRows, older: LearnedRows, history: OutcomeHistory) {
    self.recent = LearnedRates(recent)
    self.older = LearnedRates(older)
    self.history = history
    map = self.recent.map()
    learned = Set(recent.groups)
  }

  /// The fold of an establishment: always the same, whatever it is learned with.
  static func fold(of group: UInt64) -> Int {
    Int(StableHash.mix(group) % UInt64(RateTable.foldCount))
  }

  /// The features of establishments, in order, those of reviews still missing.
  func features(of subjects: [EstablishmentSubject]) -> [EstablishmentFeatures] {
    var labels: [[String]: EstablishmentKeys.Labels] = [:]
    let keys = subjects.map { EstablishmentKeys($0, labels: &labels) }
    return Parallel.map(Array(subjects.indices)) { features(of: subjects[$0], keys: keys[$0]) }
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
  /// The key of an establishment in the table.
  func key(_ keys: EstablishmentKeys) -> String {
    switch self {
    case .activity: keys.activity
    case .department: keys.department
    case .departmentActivity: keys.departmentActivity
    case .postcode: keys.postcode
    case .commune: keys.commune
    case .company: keys.company
    case .chain: keys.chain
    }
  }
}
