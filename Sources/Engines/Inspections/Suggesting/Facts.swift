import Foundation
import Review

/// Small pieces of text in both languages.
enum Facts {
  /// A number with few digits, in both languages.
  static func number(_ value: Double, digits: Int = 1) -> LocalizedText {
    var text = String(format: "%.\(digits)f", value)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    if text == "-0" { text = "0" }
    return LocalizedText(fr: text.replacingOccurrences(of: ".", with: ","), en: text)
  }

  /// A number with its noun: « 0 station » in French, “0 stations” in English.
  static func count(
    _ count: Int, _ one: String, _ other: String, _ language: InterfaceLanguage = .french
  ) -> String {
    let isOne = language == .french ? count < 2 : count == 1
    return "\(count) \(isOne ? one : other)"
  }

  /// A share in whole percents.
  static func percent(_ share: Double) -> LocalizedText {
    let value = Int((share * 100).rounded())
    return LocalizedText(fr: "\(value) %", en: "\(value)%")
  }

  /// A measured value with its unit and its mark of being below a limit.
  static func value(_ point: WaterPoint, parameter: Int32) -> LocalizedText {
    let known = SandreTable.parameters[parameter]
    let number = number(Double(point.value), digits: point.value < 1 ? 3 : 1)
    let unit = known.map { " " + shortUnit($0.unit) } ?? ""
    let mark = point.isBelow ? "< " : ""
    return LocalizedText(fr: mark + number.fr + unit, en: mark + number.en + unit)
  }

  /// « mg(NO3)/L » is « mg/L » to a reader who knows what is measured.
  static func shortUnit(_ unit: String) -> String {
    guard let open = unit.firstIndex(of: "("), let close = unit.firstIndex(of: ")"), open < close,
      unit.first != "n"
    else { return unit }
    return String(unit[..<open] + unit[unit.index(after: close)...])
  }

  /// The name of a parameter.
  static func name(_ parameter: Int32) -> LocalizedText {
    SandreTable.parameters[parameter]?.name
      ?? LocalizedText(fr: "paramètre \(parameter)", en: "parameter \(parameter)")
  }

  /// The outcome of a control in words.
  static func outcome(_ level: OutcomeWords.Level?) -> LocalizedText {
    switch level {
    case .compliant: LocalizedText(fr: "conforme", en: "compliant")
    case .failing: LocalizedText(fr: "non conforme", en: "non-compliant")
    case .offence: LocalizedText(fr: "infraction", en: "offence")
    case nil: LocalizedText(fr: "sans conclusion", en: "no conclusion")
    }
  }
}
