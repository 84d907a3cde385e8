/// The type of a value that people enter in a table or give to an action.
public enum ValueType: Hashable, Sendable, Codable {
  /// Any text.
  case text
  /// A whole number between two bounds.
  case integer(ClosedRange<Int>)
  /// A number between two bounds, with a decimal point or comma.
  case number(ClosedRange<Double>)
  /// Yes or no.
  case boolean
  /// A day.
  case date
  /// One of a list.
  case choice([String])

  /// The value in its canonical form (decimal point, ISO date, `true`/`false`), or `nil` when the
  /// text is not of this type. An empty text stands for no value and is always allowed.
  public func canonical(_ text: String) -> String? {
    let text = text.trimmed
    if text.isEmpty { return "" }
    switch self {
    case .text: return text
    case .integer(let bounds):
      guard let value = Int(text), bounds.contains(value) else { return nil }
      return String(value)
    case .number(let bounds):
      let point = text.replacingComma
      // Hexadecimal is read by Double too, and is not what a table holds.
      guard point.utf8.allSatisfy(Self.isOfDecimal), let value = Double(point), value.isFinite,
        bounds.contains(value)
      else { return nil }
      return point
    case .boolean: return Self.boolean(text)
    case .date: return CalendarDate(iso: text)?.iso
    case .choice(let choices): return choices.contains(text) ? text : nil
    }
  }

  private static func isOfDecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  private static func boolean(_ text: String) -> String? {
    switch text.lowercased() {
    case "true", "yes", "oui", "vrai", "1": "true"
    case "false", "no", "non", "faux", "0": "false"
    default: nil
    }
  }

  /// What is expected, in words.
  public var expectation: LocalizedText {
    switch self {
    case .text: LocalizedText(fr: "un texte", en: "a text")
    case .integer(let bounds):
      LocalizedText(
        fr: "un entier de \(bounds.lowerBound) à \(bounds.upperBound)",
        en: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    case .number(let bounds):
      LocalizedText(
        fr: "un nombre de \(bounds.lowerBound) à \(bounds.upperBound)",
        en: "a number from \(bounds.lowerBound) to \(bounds.upperBound)")
    case .boolean: LocalizedText(fr: "oui ou non", en: "yes or no")
    case .date: LocalizedText(fr: "une date AAAA-MM-JJ", en: "a date YYYY-MM-DD")
    case .choice(let choices):
      LocalizedText(
        fr: "l'un de : " + choices.joined(separator: ", "),
        en: "one of: " + choices.joined(separator: ", "))
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
    let end = scalars.lastIndex { !$0.properties.isWhitespace }
    guard let end else { return "" }
    return String(scalars[...end])
  }

  fileprivate var replacingComma: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "," ? "." : $0 }))
  }
}
