import Review

/// Telephone numbers as the list shows and compares them.
public enum PhoneNumber {
  /// The digits of a number as exchanges write it, the prefix of France brought to `0`; empty when the
  /// number is hidden.
  public static func normalised(_ text: String) -> String {
    let digits = text.unicodeScalars.filter { (0x30...0x39).contains($0.value) }
    var number = String(String.UnicodeScalarView(digits.prefix(20)))
    if let national = national(number) { number = national }
    return number.count >= 4 ? number : ""
  }

  /// Exchanges write France before the nine digits as `+33`, `33` or `0033`, people `+33 (0)`.
  private static func national(_ number: String) -> String? {
    for country in ["0033", "33"] where number.hasPrefix(country) {
      var rest = number.dropFirst(country.count)
      if rest.first == "0" { rest.removeFirst() }
      if rest.count == 9, rest.first != "0" { return "0" + rest }
    }
    return nil
  }

  /// The number with its middle hidden: `03 21 •• •• 23`.
  public static func masked(_ number: String) -> String {
    // Four digits, what is hidden, two digits: a shorter number has no middle.
    guard number.count >= 8 else { return "••" }
    let hidden = number.enumerated().map { place, digit in
      place < 4 || place >= number.count - 2 ? String(digit) : "•"
    }
    var groups: [String] = []
    for start in stride(from: 0, to: hidden.count, by: 2) {
      groups.append(hidden[start..<min(start + 2, hidden.count)].joined())
    }
    return groups.joined(separator: " ")
  }

  /// The number in pairs.
  public static func display(_ number: String) -> String {
    Slot.grouped(number, Array(repeating: 2, count: (number.count + 1) / 2))
  }

  /// A pseudonym that is the same at each analysis of a store.
  static func pseudonym(_ number: String, salt: String) -> String {
    StableID.make("caller", salt, number)
  }
}
