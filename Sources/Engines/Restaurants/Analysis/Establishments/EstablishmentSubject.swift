import Language
import Review

/// What is known of an establishment before it is inspected: the only source of its features.
///
/// The name serves to count its namesakes (a chain), never word by word: cuisines and owners' names
/// must not weigh.
struct EstablishmentSubject: Equatable {
  /// The SIRET or the authority's identifier, empty when there is neither.
  var siret: String
  var name: String
  var address: String
  var postcode: String
  var commune: String
  var activities: [String]
  var approval: String
  var location: Coordinate?
  /// The day as of which the establishment is judged; only what happened before it counts.
  var asOf: CalendarDate?

  init(
    siret: String = "", name: String, address: String = "", postcode: String = "",
    commune: String = "", activities: [String], approval: String = "",
    location: Coordinate? = nil, asOf: CalendarDate? = nil
  ) {
    self.siret = siret
    self.name = name
    self.address = address
    self.postcode = postcode
    self.commune = commune
    self.activities = activities
    self.approval = approval
    self.location = location
    self.asOf = asOf
  }

  /// The establishment of an inspection, as of its day; the outcome is not looked at.
  init(_ inspection: Inspection) {
    self.init(
      siret: inspection.siret ?? "", name: inspection.name, address: inspection.address,
      postcode: inspection.postcode, commune: inspection.commune,
      activities: inspection.activities, approval: inspection.approval,
      location: inspection.location, asOf: inspection.date)
  }

  /// The département's number: two digits, three overseas; empty when the postcode is not given.
  var department: String {
    guard postcode.utf8.count == 5 else { return "" }
    let isOverseas = postcode.hasPrefix("97") || postcode.hasPrefix("98")
    return String(postcode.prefix(isOverseas ? 3 : 2))
  }

  /// The nine digits of the company, or `nil` when the identifier is no SIRET.
  var company: Int? {
    siret.utf8.count == 14 ? Int(siret.prefix(9)) : nil
  }

  /// The rank of the establishment within its company, or `nil`.
  var rank: Int? {
    company == nil ? nil : Int(siret.dropFirst(9).prefix(4))
  }

  /// What must stay together when data are divided: the SIRET, else name and postcode.
  var group: UInt64 {
    StableHash.of(siret.isEmpty ? "\(name)|\(postcode)" : siret)
  }
}
