import Foundation
import Learning
import Review

extension EstablishmentEncoder {
  func addActivities(
    _ subject: EstablishmentSubject, _ keys: EstablishmentKeys, _ fold: Int,
    _ features: inout EstablishmentFeatures
  ) {
    let number = activityKeys.number(keys.activity)
    let rate = activityRates.rate(number, keys.groups[0], without: fold)
    features[.activityRate] = Logistic.logit(Double(rate))
    features[.activityCount] = Double(subject.activities.count)
    features[.primaryActivity] = Double(keys.groups[0].rawValue)
    for group in ActivityGroup.allCases { features[group] = keys.groups.contains(group) }
  }

  /// How strongly each table is drawn to what activities alone would give, in expected events:
  /// chosen by cross-validation grouped by SIRET.
  private func ratio(
    _ kind: Kind, _ keys: EstablishmentKeys, _ strength: Float, _ fold: Int
  ) -> Double {
    let table = rates[kind.rawValue]
    return table.nonCompliance.logRatio(
      table.keys.number(kind.key(keys)), strength: strength, without: fold)
  }

  private func strictness(
    _ kind: Kind, _ keys: EstablishmentKeys, _ strength: Float, _ fold: Int
  ) -> Double {
    let table = rates[kind.rawValue]
    return table.belowBest.logRatio(
      table.keys.number(kind.key(keys)), strength: strength, without: fold)
  }

  func addRates(
    _ keys: EstablishmentKeys, _ fold: Int, _ features: inout EstablishmentFeatures
  ) {
    features[.activityRatio] = ratio(.activity, keys, 1, fold)
    features[.departmentRatio] = ratio(.department, keys, 1, fold)
    features[.departmentActivityRatio] = ratio(.departmentActivity, keys, 1, fold)
    features[.postcodeRatio] = ratio(.postcode, keys, 0.5, fold)
    features[.communeRatio] = ratio(.commune, keys, 0.5, fold)
    features[.companyRatio] = ratio(.company, keys, 0.3, fold)
    features[.departmentStrictness] = strictness(.department, keys, 3, fold)
    features[.departmentActivityStrictness] = strictness(.departmentActivity, keys, 2, fold)
    let all = RateTable.all
    features[.olderDepartmentRatio] = ratio(.olderDepartment, keys, 1.5, all)
    features[.olderDepartmentStrictness] = strictness(.olderDepartment, keys, 3, all)
    features[.olderDepartmentActivityRatio] = ratio(.olderDepartmentActivity, keys, 1, all)
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
    let companies = rates[Kind.company.rawValue]
    features[.companySize] = companies.nonCompliance.count(
      companies.keys.number(keys.company), without: fold)
    let older = rates[Kind.olderCompany.rawValue]
    let number = older.keys.number(keys.company)
    features[.companyPastCount] = older.nonCompliance.count(number, without: RateTable.all)
    features[.companyPastRatio] = ratio(.olderCompany, keys, 0.3, RateTable.all)
    let chains = rates[Kind.chain.rawValue]
    let namesakes = chains.nonCompliance.count(chains.keys.number(keys.chain), without: fold)
    features[.chainSize] = log1p(namesakes)
  }
}
