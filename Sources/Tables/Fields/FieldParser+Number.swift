extension FieldParser {
  /// A decimal number, with a comma or a point, and spaces (thin or not) between thousands.
  ///
  /// With both a comma and a point the last one is the decimal sign; one kind that stands more
  /// than once separates thousands; a single comma is decimal, as in French.
  public static func number(_ text: String) throws(FieldError) -> Double? {
    guard let value = value(text) else { return nil }
    guard value.utf8.count <= longestValue, let plain = plainNumber(value),
      let number = Double(plain), number.isFinite
    else { throw FieldError(value, fr: "un nombre", en: "a number") }
    return number
  }

  /// The number with a point and without separators of thousands, or `nil` when it is not one.
  private static func plainNumber(_ value: String) -> String? {
    var body = ""
    var isNegative = false
    for (index, scalar) in value.unicodeScalars.enumerated() {
      switch scalar {
      case "0"..."9", ",", ".", "e", "E": body.unicodeScalars.append(scalar)
      case "+" where index == 0: continue
      case "-" where index == 0, "\u{2212}" where index == 0: isNegative = true
      case "+", "-":
        guard body.last == "e" || body.last == "E" else { return nil }
        body.unicodeScalars.append(scalar)
      case _ where scalar.properties.isWhitespace: body += " "
      default: return nil
      }
    }
    guard let first = body.utf8.first, first != 0x65, first != 0x45,
      let ungrouped = ungroup(body)
    else { return nil }
    return (isNegative ? "-" : "") + ungrouped
  }

  private static func ungroup(_ body: String) -> String? {
    guard let decimal = decimalSign(body) else {
      return joinGroups(body, separators: [" ", ",", "."])
    }
    guard let place = body.lastIndex(of: decimal) else { return nil }
    let fraction = body[body.index(after: place)...]
    guard
      let whole = joinGroups(
        String(body[..<place]), separators: [" ", decimal == "," ? "." : ","]),
      fraction.first?.isNumber ?? true, !(whole.isEmpty && fraction.isEmpty)
    else { return nil }
    return "\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : String(fraction))"
  }

  /// The sign before the decimals, or `nil` when there are none.
  private static func decimalSign(_ body: String) -> Character? {
    let commas = body.count { $0 == "," }
    let points = body.count { $0 == "." }
    switch (commas, points) {
    case (0, 0): return nil
    case (1, 0): return ","
    case (0, 1): return "."
    default: break
    }
    guard commas > 0, points > 0 else { return nil }
    return body.last { $0 == "," || $0 == "." }
  }

  /// Groups of three digits written together, or `nil` when the groups are not of three.
  private static func joinGroups(
    _ text: String, separators: Set<Character>
  ) -> String? {
    let groups = text.split(omittingEmptySubsequences: false) { separators.contains($0) }
    guard groups.count > 1 else { return String(text) }
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return nil }
    return groups.joined()
  }
}
