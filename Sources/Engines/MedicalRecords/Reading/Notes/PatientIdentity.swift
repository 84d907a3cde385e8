import Review

/// What identifies a patient; it is masked wherever it shows.
struct PatientIdentity: Sendable, Hashable, Codable {
  /// Family and given names.
  var names: [String] = []
  /// The day of birth.
  var birthDate: CalendarDate?
  /// `F`, `M` or empty.
  var sex = ""
  /// Identifiers: INS, IPP, social security number.
  var identifiers: [String] = []
  /// Phone numbers, mail and postal addresses.
  var contacts: [String] = []

  /// The identity with what another one adds.
  func merged(with other: PatientIdentity) -> PatientIdentity {
    var merged = self
    for name in other.names where !merged.names.contains(name) { merged.names.append(name) }
    merged.birthDate = birthDate ?? other.birthDate
    if merged.sex.isEmpty { merged.sex = other.sex }
    for one in other.identifiers where !merged.identifiers.contains(one) {
      merged.identifiers.append(one)
    }
    for one in other.contacts where !merged.contacts.contains(one) { merged.contacts.append(one) }
    return merged
  }

  /// The initials of the first family and given name, or empty.
  var initials: String {
    names.prefix(2).compactMap(\.first).map { "\($0.uppercased())." }.joined(separator: " ")
  }
}
