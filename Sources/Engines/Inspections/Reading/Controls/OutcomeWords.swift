import Foundation

/// Reads what tables write for the outcome of a control.
enum OutcomeWords {
  /// How serious a non-conformity is.
  enum Level: Int, Sendable {
    case compliant = 0
    /// A failing that is to be put right (manquement).
    case failing = 1
    /// An offence that is prosecuted (infraction, délit).
    case offence = 2
  }

  /// The level, `nil` when nothing was concluded.
  ///
  /// - Parameter positive: the words that stand for a non-conformity, when the mapping names them;
  ///   all others are then compliant.
  /// - Returns: `.some(nil)` for words that say that there is no outcome, `nil` for unknown words.
  static func level(_ text: String, positive: [String]?) -> Level?? {
    let key = text.lowercased().folding(options: .diacriticInsensitive, locale: nil)
      .trimmingCharacters(in: .whitespaces)
    if key.isEmpty { return .some(nil) }
    if let positive {
      return positive.contains { $0.lowercased() == text.lowercased() } ? .failing : .compliant
    }
    if let number = Double(key.replacingOccurrences(of: ",", with: ".")), number.isFinite {
      return number > 0 ? .failing : .compliant
    }
    if let level = whole[key] { return level }
    if unknown.contains(where: { key.hasPrefix($0) }) { return .some(nil) }
    if offences.contains(where: { key.contains($0) }) { return .offence }
    if failings.contains(where: { key.contains($0) }) { return .failing }
    if compliant.contains(where: { key.hasPrefix($0) }) { return .compliant }
    return nil
  }

  private static let unknown = [
    "en cours", "sans objet", "non controle", "reporte", "annule", "absent", "nc.", "n/a",
  ]
  private static let offences = ["infraction", "delit", "proces-verbal", "pv ", "contravention"]
  private static let failings = [
    "non conforme", "non-conforme", "non conformite", "non-conformite", "manquement", "fail",
    "mise en demeure", "non compliant", "non-compliant", "ecart", "a ameliorer", "avertissement",
  ]
  private static let compliant = [
    "conforme", "compliant", "pass", "satisfaisant", "tres satisfaisant", "rien a signaler",
    "regulier",
  ]
  /// Words that say it all when they stand alone.
  private static let whole: [String: Level] = [
    "oui": .failing, "yes": .failing, "true": .failing, "vrai": .failing, "non": .compliant,
    "no": .compliant, "false": .compliant, "faux": .compliant, "ras": .compliant,
    "aucun": .compliant, "nc": .failing, "c": .compliant, "n": .failing,
  ]
}
