import Review

/// Telephone numbers as the list shows and compares them.
public enum PhoneNumber {
  /// The digits of a number as exchanges write it, `+33` and `0033` brought to `0`; empty when the
  /// number is hidden.
  public static func normalised(_ text: String) -> String {
    let digits = text.unicodeScalars.filter { (0x30...0x39).contains($0.value) }
    var number = String(String.UnicodeScalarView(digits.prefix(20)))
    if text.hasPrefix("+33"), number.count == 11 { number = "0" + number.dropFirst(2) }
    if number.hasPrefix("0033"), number.count == 13 { number = "0" + number.dropFirst(4) }
    return number.count >= 4 ? number : ""
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
