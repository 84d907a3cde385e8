/// Compares units as files write them: `mg(NO3)/L`, `mg/l NO3`, `µg/L`, `ug/l`.
enum UnitSymbol {
  /// A unit in lower case with `u` for micro and without spaces.
  static func key(_ symbol: String) -> String {
    var key = ""
    for scalar in symbol.unicodeScalars {
      switch scalar {
      case "µ", "μ": key += "u"
      case " ", "\u{A0}", "\u{202F}": continue
      case "²": key += "2"
      case "³": key += "3"
      case "A"..."Z": key.unicodeScalars.append(Unicode.Scalar(scalar.value + 32) ?? scalar)
      default: key.unicodeScalars.append(scalar)
      }
    }
    return key
  }

  /// A key without what is weighed: `mg(NO3)/L`, `mg/l NO3` and `mg(CO3)/L` are all milligrams a litre.
  static func bare(_ key: String) -> String {
    guard let open = key.firstIndex(of: "("), let close = key.firstIndex(of: ")"), open < close
    else { return key }
    return String(key[..<open] + key[key.index(after: close)...])
  }
}
