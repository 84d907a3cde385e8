import Language

/// A street address reduced to its number and the words of its street.
struct StreetAddress: Equatable {
  /// The first number, or `nil`.
  let number: Int?
  /// The words of the street, folded, without kinds of street, postcode and what follows it.
  let street: [UInt8]

  private static let dropped: Set<String> = [
    "rue", "avenue", "av", "ave", "boulevard", "bd", "bld", "blvd", "place", "pl", "chemin", "che",
    "ch", "route", "rte", "quai", "impasse", "imp", "allee", "allees", "all", "cours", "cour",
    "square", "sq", "passage", "pass", "de", "du", "des", "la", "le", "les", "l", "d", "bis", "ter",
    "zac", "za", "zi", "angle", "et",
  ]

  /// The greatest number of words looked at.
  private static let longest = 12

  /// Reads an address; a group of five digits is taken as the postcode, where the street ends.
  init(_ address: String) {
    var number: Int?
    var street: [UInt8] = []
    let words = address.folded.utf8.split { byte in
      !((0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte))
    }
    for word in words.prefix(Self.longest) {
      let text = String(decoding: word, as: UTF8.self)
      if let value = Int(text) {
        if word.count == 5 { break }
        if number == nil { number = value }
      } else if !Self.dropped.contains(text) {
        street += word
      }
    }
    self.number = number
    self.street = street
  }

  /// Whether two addresses are the same: same number, same street but for a slip.
  func matches(_ other: StreetAddress) -> Bool {
    guard let number, number == other.number, street.count >= 3, other.street.count >= 3
    else { return false }
    return street == other.street || JaroWinkler.similarity(street, other.street) >= Self.alike
  }

  private static let alike = 0.93
}
