import Review

/// A building permit or a declaration, from Sitadel.
struct Permit: Codable, Hashable, Sendable {
  /// Its number.
  var number: String
  /// PC, DP, PA…
  var kind: String
  /// Whether it stands: a cancelled one permits nothing.
  var isValid: Bool
  /// The day it was granted.
  var date: CalendarDate?
  /// The parcels it names: commune, section, number, each without padding.
  var parcels: [ParcelName]
}

/// A parcel as registers name it: without prefix and padding.
struct ParcelName: Codable, Hashable, Sendable {
  var commune: String
  var section: String
  var number: String

  init(commune: String, section: String, number: String) {
    self.commune = commune
    self.section = Self.bare(section)
    self.number = Self.bare(number)
  }

  private static func bare(_ text: String) -> String {
    let kept = text.uppercased().filter { $0.isLetter || $0.isNumber }
    return String(kept.drop { $0 == "0" })
  }
}
