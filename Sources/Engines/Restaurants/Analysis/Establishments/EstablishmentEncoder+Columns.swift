import Foundation
import Learning
import Review

extension EstablishmentEncoder {
  func addActivities(
    _ subject: EstablishmentSubject, _ keys: EstablishmentKeys, _ fold: Int,
    _ features: inout EstablishmentFeatures
  ) {
    let number = recent.rows.activityKeys.number(keys.activity)
    let rate = recent.activities.rate(number, keys.groups[0], without: fold)
    features[.activityRate] = Logistic.logit(Double(rate))
    features[.activityCount] = Double(subject.activities.count)
    features[.primaryActivity] = Double(keys.groups[0].rawValue)
    for group in ActivityGroup.allCases { features[group] = keys.groups.contains(group) }
  }

  func addRates(
    _ keys: EstablishmentKeys, _ fold: Int, _ features: inout EstablishmentFeatures
  ) {
    // How strongly each table is drawn to what activities alone would give, in expected events:
    // chosen by cross-validation grouped by SIRET.
    features[.activityRatio] = recent.ratio(.activity, keys, 1, fold)
    features[.departmentRatio] = recent.ratio(.department, keys, 1, fold)
    features[.departmentActivityRatio] = recent.ratio(.departmentActivity, keys, 1, fold)
    features[.postcodeRatio] = recent.ratio(.postcode, keys, 0.5, fold)
    features[.communeRatio] = recent.ratio(.commune, keys, 0.5, fold)
    features[.companyRatio] = recent.ratio(.company, keys, 0.3, fold)
    features[.departmentStrictness] = recent.strictness(.department, keys, 3, fold)
    features[.departmentActivityStrictness] =
      recent.strictness(.departmentActivity, keys, 2, fold)
    let all = RateTable.all
    features[.olderDepartmentRatio] = older.ratio(.department, keys, 1.5, all)
    features[.olderDepartmentStrictness] = older.strictness(.department, keys, 3, all)
    features[.olderDepartmentActivityRatio] = older.ratio(.departmentActivity, keys, 1, all)
  }

  func addPlace(
    _ subject: EstablishmentSubject, _ fold: Int, _ features: inout EstablishmentFeatures
  ) {
    features[.department] = Double(subject.department) ?? .nan
    features[.postcode] = Double(subject.postcode) ?? .nan
    features[.hasNoAddress] = subject.address.isEmpty ? 1 : 0
    features[.isUnlocated] = subject.location == nil ? 1 : 0
    guard let place = subject.location else { return }
    features[.latitude] = place.latitude
    features[.longitude] = place.longitude
    let found = map.surroundings(place, without: fold)
    features[.neighbours300] = found.ratios[0]
    features[.neighbours1500] = found.ratios[1]
    features[.neighbours8000] = found.ratios[2]
    features[.neighbourStrictness1500] = found.strictness[1]
    features[.neighbourStrictness8000] = found.strictness[2]
    features[.density1500] = found.densities[1]
    features[.density8000] = found.densities[2]
  }

  func addPast(_ subject: EstablishmentSubject, _ features: inout EstablishmentFeatures) {
    let past = history.past(siret: subject.siret, before: subject.asOf)
    features[.pastCount] = Double(past?.count ?? 0)
    guard let past else { return }
    features[.lastOutcome] = Double(past.last.rawValue)
    guard let day = subject.asOf else { return }
    // Whole years only: the exact age would betray the day of the inspection to be predicted.
    features[.lastAge] = min(
      Self.oldestAge, (Double(day.days(since: past.date)) / 365.25).rounded(.down))
  }

  /// Ages of past outcomes are not told apart beyond so many years.
  private static let oldestAge = 6.0

  func addCompany(
    _ subject: EstablishmentSubject, _ keys: EstablishmentKeys, _ fold: Int,
    _ features: inout EstablishmentFeatures
  ) {
    features[.hasApproval] = subject.approval.isEmpty ? 0 : 1
    // SIREN numbers are given in order of registration: the number tells the company's age, and
    // those beginning with 1 or 2 are public bodies.
    features[.companyNumber] = subject.company.map { Double($0) / 1e6 } ?? .nan
    features[.establishmentRank] = subject.rank.map { min(500, Double($0)) } ?? .nan
    features[.companySize] = recent.count(.company, keys, fold)
    features[.companyPastCount] = older.count(.company, keys, RateTable.all)
    features[.companyPastRatio] = older.ratio(.company, keys, 0.3, RateTable.all)
    features[.chainSize] = log1p(recent.count(.chain, keys, fold))
  }
}

extension LearnedRates {
  /// The place of a kind's table and the number of a key in it.
  private func place(
    _ kind: EstablishmentEncoder.Kind, _ keys: EstablishmentKeys
  ) -> (table: Int, number: Int32)? {
    // Older rows have fewer tables, in the order of `Kind.older`.
    let isWhole = rows.keys.count == EstablishmentEncoder.Kind.allCases.count
    let table =
      isWhole ? kind.rawValue : EstablishmentEncoder.Kind.older.firstIndex(of: kind)
    guard let table, table < rows.keys.count else { return nil }
    return (table, rows.keys[table].number(kind.key(keys)))
  }

  fileprivate func ratio(
    _ kind: EstablishmentEncoder.Kind, _ keys: EstablishmentKeys, _ strength: Float, _ fold: Int
  ) -> Double {
    guard let place = place(kind, keys) else { return 0 }
    return nonCompliance[place.table].logRatio(
      place.number, strength: strength, without: fold)
  }

  fileprivate func strictness(
    _ kind: EstablishmentEncoder.Kind, _ keys: EstablishmentKeys, _ strength: Float, _ fold: Int
  ) -> Double {
    guard let place = place(kind, keys) else { return 0 }
    return belowBest[place.table].logRatio(place.number, strength: strength, without: fold)
  }

  fileprivate func count(
    _ kind: EstablishmentEncoder.Kind, _ keys: EstablishmentKeys, _ fold: Int
  ) -> Double {
    guard let place = place(kind, keys) else { return 0 }
    return nonCompliance[place.table].count(place.number, without: fold)
  }
}
