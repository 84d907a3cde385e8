import Display
import Review

/// What the workbench says, in one of its two languages.
///
/// Every string is written once with both its forms side by side, so that none can be forgotten.
public struct Words: Hashable, Sendable {
  /// The language.
  public let language: InterfaceLanguage

  /// Makes the words of a language.
  public init(_ language: InterfaceLanguage) { self.language = language }

  /// Picks the form of the language.
  public func callAsFunction(_ french: String, _ english: String) -> SafeText {
    SafeText(language == .french ? french : english)
  }

  /// The form of a text that came with both.
  public func callAsFunction(_ text: LocalizedText) -> SafeText { SafeText(text[language]) }

  /// « 93 % » (no-break space) or “93%”; under ten per cent with one decimal.
  public func percent(_ value: Double) -> String {
    let whole = value * 100
    let text = whole > 0 && whole < 9.95 ? decimal(whole, 1) : String(Int(whole.rounded()))
    return language == .french ? text + "\u{A0}%" : text + "%"
  }

  /// A number with so many decimals, in the language's own marks.
  public func decimal(_ value: Double, _ places: Int) -> String {
    SafeText(value, decimals: places, separator: language == .french ? "," : ".").content
  }

  /// A number with its sign.
  public func signed(_ value: Double) -> String {
    SafeText(
      value, decimals: 2, separator: language == .french ? "," : ".", isSigned: true
    ).content
  }

  /// A whole number with groups of three: « 23 739 » or “23,739”.
  public func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) {
        out += language == .french ? "\u{202F}" : ","
      }
      out.append(digit)
    }
    return value < 0 ? "−" + out : out
  }

  /// A day: 14/12/2024 or 2024-12-14.
  public func day(_ date: CalendarDate) -> String {
    guard language == .french else { return date.iso }
    let (year, month, day) = date.components
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(two(day))/\(two(month))/\(year)"
  }

  /// A day and the time.
  public func moment(_ time: Timestamp) -> String {
    let (hour, minute, _) = time.clock
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return day(time.day) + " \(two(hour)):\(two(minute))"
  }
}
