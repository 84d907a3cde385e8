import Review

/// The six kinds of sanitary problem that a review may report, by their letters.
enum SanitaryType: String, CaseIterable, Sendable, Hashable {
  /// Illness after the meal.
  case illness = "I"
  /// Pests.
  case pests = "P"
  /// A foreign body in the food.
  case foreignBody = "F"
  /// Spoiled, out of date or stinking food.
  case spoiled = "S"
  /// Undercooked poultry, pork, fish or shellfish.
  case undercooked = "U"
  /// Dirt of tableware, room, toilets or staff.
  case dirt = "D"

  /// The letter.
  var letter: Character { rawValue.first ?? "D" }

  /// The place among the six.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The name.
  var title: LocalizedText {
    switch self {
    case .illness: LocalizedText(fr: "maladie", en: "illness")
    case .pests: LocalizedText(fr: "nuisibles", en: "pests")
    case .foreignBody: LocalizedText(fr: "corps étranger", en: "foreign body")
    case .spoiled: LocalizedText(fr: "avarié", en: "spoiled")
    case .undercooked: LocalizedText(fr: "mal cuit", en: "undercooked")
    case .dirt: LocalizedText(fr: "saleté", en: "dirt")
    }
  }
}
