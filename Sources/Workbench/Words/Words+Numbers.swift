extension Words {
  /// A whole number, its digits in groups of three: « 1 234 », “1,234”.
  public func count(_ value: Int) -> String {
    let digits = grouped(String(value.magnitude))
    return value < 0 ? minus + digits : digits
  }

  /// A number with so many decimals (0…9): « 1 234,5 », “1,234.5”; a dash when it is not finite or
  /// too large to write.
  public func decimal(_ value: Double, _ places: Int, isSigned: Bool = false) -> String {
    let places = min(max(places, 0), 9)
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 1e15 else { return glyphs == .ascii ? "-" : "–" }
    let digits = String(UInt64(scaled))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let whole = grouped(String(padded.dropLast(places)))
    let sign = value < 0 && scaled > 0 ? minus : isSigned ? "+" : ""
    return sign + whole + (places == 0 ? "" : decimalMark + padded.suffix(places))
  }

  /// A number with its sign: « +1,31 ».
  public func signed(_ value: Double, _ places: Int = 2) -> String {
    decimal(value, places, isSigned: true)
  }

  /// A number with the decimals its size calls for: three figures, no idle zeros.
  public func shortNumber(_ value: Double) -> String {
    let size = value.magnitude
    let places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
    let text = decimal(value, places)
    guard places > 0, let mark = decimalMark.unicodeScalars.first,
      text.unicodeScalars.contains(mark)
    else { return text }
    var scalars = text.unicodeScalars
    while scalars.last == "0" { scalars.removeLast() }
    if scalars.last == mark { scalars.removeLast() }
    return String(scalars)
  }

  /// A part of one as a percentage: « 93 % », “93%”.
  public func percent(_ part: Double, _ places: Int = 0) -> String {
    let figure = decimal(part * 100, places)
    return isFrench ? figure + (glyphs == .ascii ? " %" : "\u{A0}%") : figure + "%"
  }

  /// The bounds of an interval of percentages: « 79–93 ».
  public func percentRange(_ low: Double, _ high: Double) -> String {
    decimal(low * 100, 0) + (glyphs == .ascii ? "-" : "–")
      + decimal(high * 100, 0)
  }

  /// What stands before decimals.
  public var decimalMark: String { isFrench ? "," : "." }

  private var minus: String { glyphs == .ascii ? "-" : "−" }

  private func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 3 else { return digits }
    let separator = isFrench ? (glyphs == .ascii ? " " : "\u{202F}") : ","
    let first = (digits.utf8.count - 1) % 3 + 1
    var out = String(digits.prefix(first))
    var rest = digits.dropFirst(first)
    while !rest.isEmpty {
      out += separator + rest.prefix(3)
      rest = rest.dropFirst(3)
    }
    return out
  }
}
