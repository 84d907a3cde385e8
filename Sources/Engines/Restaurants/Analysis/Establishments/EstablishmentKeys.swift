import Language

/// The texts by which establishments are compared.
struct EstablishmentKeys {
  let activity: String
  let department: String
  let departmentActivity: String
  let postcode: String
  let commune: String
  let company: String
  let chain: String
  let groups: [ActivityGroup]

  /// Makes the keys of a subject.
  ///
  /// - Parameter labels: groups and folded text of lists of activities that were met before;
  ///   thousands of establishments share a few hundred lists.
  init(_ subject: EstablishmentSubject, labels: inout [[String]: Labels]) {
    let known = labels[subject.activities] ?? Labels(subject.activities)
    if labels.count < Self.labelLimit { labels[subject.activities] = known }
    groups = known.groups
    activity = known.key
    department = subject.department
    departmentActivity =
      department.isEmpty ? "" : "\(department)/\(known.groups[0].rawValue)"
    postcode = subject.postcode
    commune = subject.commune.isEmpty ? "" : "\(subject.commune.folded)/\(department)"
    company = subject.company.map(String.init) ?? ""
    chain = subject.name.folded
  }

  /// The largest number of lists of activities that are remembered.
  private static let labelLimit = 10_000

  /// A list of activities, ready for comparison.
  struct Labels {
    let key: String
    let groups: [ActivityGroup]

    init(_ activities: [String]) {
      key = activities.map(\.folded).sorted().joined(separator: "|")
      groups = ActivityGroup.groups(of: activities)
    }
  }
}
