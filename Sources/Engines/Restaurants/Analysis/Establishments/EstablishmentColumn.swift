import Learning

/// The columns of the features of an establishment, in the order in which they are frozen.
///
/// Ratios are natural logarithms of observed over expected non-compliances, where the expectation
/// comes from the activities alone: 0 means as expected. "Strictness" is the same for any result
/// below « Très satisfaisant », which is far more frequent and so less noisy.
enum EstablishmentColumn: Int, CaseIterable {
  case activityRate, activityRatio, departmentRatio, departmentActivityRatio
  case postcodeRatio, communeRatio, companyRatio
  case neighbours300, neighbours1500, neighbours8000, density1500, density8000
  case departmentStrictness, departmentActivityStrictness
  case neighbourStrictness1500, neighbourStrictness8000
  case olderDepartmentRatio, olderDepartmentStrictness, olderDepartmentActivityRatio
  case lastOutcome, pastCount, lastAge, companyPastRatio, companyPastCount
  case companyNumber, establishmentRank, chainSize, companySize
  case hasApproval, activityCount, isUnlocated, hasNoAddress, latitude, longitude
  case department, postcode, primaryActivity

  /// The name and version of the list.
  static let schema = "establishment/1"

  /// The place of the first of the flags that say which groups of activities there are.
  static let firstFlag = EstablishmentColumn.allCases.count
  /// The place of the first column of the reviews.
  static let firstReview = firstFlag + ActivityGroup.allCases.count
  /// The number of columns.
  static let count = firstReview + ReviewColumn.allCases.count

  /// Which way the trees may move the risk when the value rises.
  var direction: TreeOptions.Direction {
    switch self {
    case .activityRate, .activityRatio, .departmentRatio, .departmentActivityRatio,
      .postcodeRatio, .communeRatio, .companyRatio, .neighbours300, .neighbours1500,
      .neighbours8000, .departmentStrictness, .departmentActivityStrictness,
      .neighbourStrictness1500, .neighbourStrictness8000, .olderDepartmentRatio,
      .olderDepartmentStrictness, .olderDepartmentActivityRatio, .lastOutcome,
      .companyPastRatio:
      .rising
    default: .free
    }
  }

  /// The reason under which the column's contribution is told.
  var reason: EstablishmentReason {
    switch self {
    case .activityRate, .activityRatio, .activityCount, .primaryActivity: .activity
    case .departmentRatio, .departmentActivityRatio, .departmentStrictness,
      .departmentActivityStrictness, .olderDepartmentRatio, .olderDepartmentStrictness,
      .olderDepartmentActivityRatio, .department:
      .department
    case .postcodeRatio, .communeRatio, .density1500, .density8000, .latitude, .longitude,
      .postcode:
      .locality
    case .neighbours300, .neighbours1500, .neighbours8000, .neighbourStrictness1500,
      .neighbourStrictness8000:
      .neighbours
    case .lastOutcome, .pastCount, .lastAge: .past
    case .companyRatio, .companyPastRatio, .companyPastCount: .companyResults
    case .companyNumber, .establishmentRank, .chainSize, .companySize: .company
    case .hasApproval, .isUnlocated, .hasNoAddress: .file
    }
  }

  /// The columns the trees see.
  static let treeColumns: [EstablishmentColumn] = allCases.filter {
    ![.department, .postcode, .primaryActivity, .isUnlocated, .hasNoAddress].contains($0)
  }

  /// The columns the linear model sees as numbers.
  static let linearColumns: [EstablishmentColumn] = [
    .activityRate, .neighbours300, .neighbours1500, .neighbours8000, .density1500, .density8000,
    .chainSize, .hasApproval, .establishmentRank, .companyPastRatio, .olderDepartmentRatio,
    .olderDepartmentStrictness, .olderDepartmentActivityRatio, .departmentStrictness,
    .departmentActivityStrictness, .neighbourStrictness1500, .neighbourStrictness8000,
    .companySize, .pastCount,
  ]
}
