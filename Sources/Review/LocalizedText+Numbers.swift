import Foundation

extension LocalizedText {
  /// A number with so many decimals: « 0,75 », “0.75”; a real minus, and a plus when signed.
  public static func decimal(
    _ value: Double, _ places: Int, isSigned: Bool = false
  ) -> LocalizedText {
    var text = String(format: "%.\(places)f", value.magnitude)
    // What rounds to nothing has no sign.
    let isZero = !text.contains { ("1"..."9").contains($0) }
    if value < 0, !isZero { text = "−" + text } else if isSigned { text = "+" + text }
    return LocalizedText(fr: text.replacingOccurrences(of: ".", with: ","), en: text)
  }
}
