extension SafeText {
  /// Makes the text of a whole number.
  public init(_ number: some BinaryInteger) {
    self.init(String(number))
  }

  /// Makes the text of a number with so many decimals (0…9), rounded half away from zero; a dash
  /// when it is not a number or too large to show.
  /// - Parameters:
  ///   - separator: What stands before the decimals: a comma in French.
  ///   - isSigned: Whether a positive number has its sign too.
  public init(
    _ number: Double, decimals: Int, separator: SafeText = ".", isSigned: Bool = false
  ) {
    let places = min(max(decimals, 0), 9)
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (number.magnitude * scale).rounded()
    guard scaled < 1e15 else {
      self = "–"
      return
    }
    let digits = String(UInt64(scaled))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let whole = SafeText(padded.dropLast(places))
    let sign: SafeText = number < 0 && scaled > 0 ? "−" : isSigned ? "+" : ""
    let decimals: SafeText = places == 0 ? "" : separator + SafeText(padded.suffix(places))
    self = sign + whole + decimals
  }
}
