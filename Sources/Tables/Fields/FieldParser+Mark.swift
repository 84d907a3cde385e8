extension FieldParser {
  /// The scale a mark was given on.
  public enum MarkScale: Int, Sendable, CaseIterable {
    /// 1 to 5.
    case five = 5
    /// 0 to 10.
    case ten = 10
    /// 0 to 20.
    case twenty = 20
  }

  /// A customer's mark, brought to 1…5.
  ///
  /// Reads `4`, `4,5`, `4/5`, `8/10`, `15/20`, `4 sur 5`, `4 out of 5`, `4,5 étoiles`, `★★★★☆` and
  /// the words `ONE`…`FIVE` of Google's interface. A mark on 10 or 20 is brought to 5 in
  /// proportion, 1 at least.
  ///
  /// - Parameter scale: the scale of a mark that does not tell its own.
  public static func mark(
    _ text: String, scale: MarkScale = .five
  ) throws(FieldError) -> Double? {
    guard let value = value(text) else { return nil }
    if value.utf8.count <= longestValue, let stars = stars(value) { return stars }
    if value.utf8.count <= longestValue, let mark = numericMark(value, scale: scale) { return mark }
    throw FieldError(
      value, fr: "une note de 1 à \(scale.rawValue)", en: "a mark from 1 to \(scale.rawValue)")
  }

  private static func numericMark(_ value: String, scale: MarkScale) -> Double? {
    var body = value.lowercased()
    var scale = scale
    for word in ["etoiles", "étoiles", "etoile", "étoile", "stars", "star"]
    where body.hasSuffix(word) {
      body = body.dropLast(word.count).trimmedField
      break
    }
    for separator in ["/", "sur", "out of", "of"] {
      guard let range = body.firstRange(of: separator) else { continue }
      guard let base = Int(body[range.upperBound...].trimmedField),
        let told = MarkScale(rawValue: base)
      else { return nil }
      scale = told
      body = body[..<range.lowerBound].trimmedField
      break
    }
    guard let mark = (try? number(body)) ?? nil else { return nil }
    switch scale {
    case .five: return (1...5).contains(mark) ? mark : nil
    case .ten, .twenty:
      guard (0...Double(scale.rawValue)).contains(mark) else { return nil }
      return max(1, mark * 5 / Double(scale.rawValue))
    }
  }

  private static let words = ["ONE": 1.0, "TWO": 2.0, "THREE": 3.0, "FOUR": 4.0, "FIVE": 5.0]

  private static func stars(_ value: String) -> Double? {
    if let word = words[value.uppercased()] { return word }
    var full = 0
    for scalar in value.unicodeScalars {
      switch scalar {
      case "★", "⭐", "●": full += 1
      case "☆", "○", "\u{FE0F}", " ": continue
      default: return nil
      }
    }
    return (1...5).contains(full) ? Double(full) : nil
  }
}
