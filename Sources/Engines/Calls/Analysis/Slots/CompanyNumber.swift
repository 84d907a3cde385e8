/// The check keys of SIREN and SIRET.
public enum CompanyNumber {
  /// Whether digits satisfy Luhn's formula.
  ///
  /// Source: ISO/IEC 7812-1, annex B.
  public static func satisfiesLuhn(_ digits: String) -> Bool {
    var sum = 0
    for (place, character) in digits.reversed().enumerated() {
      guard character.isASCII, var digit = character.wholeNumberValue else { return false }
      if place % 2 == 1 {
        digit *= 2
        if digit > 9 { digit -= 9 }
      }
      sum += digit
    }
    return !digits.isEmpty && sum % 10 == 0
  }

  /// Whether digits are a SIREN.
  public static func isSIREN(_ digits: String) -> Bool {
    digits.count == 9 && satisfiesLuhn(digits) && digits != "000000000"
  }

  /// Whether digits are a SIRET. Those of La Poste (SIREN 356 000 000) do not satisfy Luhn's formula
  /// but a sum of digits divisible by five (Insee).
  public static func isSIRET(_ digits: String) -> Bool {
    guard digits.count == 14, digits != String(repeating: "0", count: 14) else { return false }
    if satisfiesLuhn(digits) { return true }
    guard digits.hasPrefix("356000000") else { return false }
    return digits.compactMap(\.wholeNumberValue).reduce(0, +) % 5 == 0
  }
}
