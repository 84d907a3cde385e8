import Review
import Tables

/// Reads the published level of an inspection in its various spellings.
enum OutcomeText {
  private static let levels: [String: Inspection.Outcome] = [
    "tressatisfaisant": .verySatisfactory, "satisfaisant": .satisfactory,
    "aameliorer": .toImprove, "acorrigerdemaniereurgente": .urgent,
  ]

  /// The level a text names, without regard to case, accents and punctuation (« À améliorer »,
  /// « A AMELIORER »); `nil` when the field is empty.
  static func outcome(_ text: String) throws(FieldError) -> Inspection.Outcome? {
    switch text {
    case "": return nil
    case "Très satisfaisant": return .verySatisfactory
    case "Satisfaisant": return .satisfactory
    case "A améliorer": return .toImprove
    default: break
    }
    guard let value = FieldParser.value(text) else { return nil }
    if value.utf8.count <= 64, let level = levels[ColumnName.key(value)] { return level }
    throw FieldError(
      found: value,
      expected: LocalizedText(
        fr: "« Très satisfaisant », « Satisfaisant », « À améliorer » ou « À corriger de manière "
          + "urgente » (ligne décalée ?)",
        en: "“Très satisfaisant”, “Satisfaisant”, “À améliorer” or “À corriger de manière "
          + "urgente” (shifted row?)"))
  }
}
