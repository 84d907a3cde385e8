import Review

/// The kinds of problem told apart in the risk, gravest first.
enum ReportedProblem: Int, CaseIterable {
  case illness, pest, spoiled, dirt

  /// The kind of a letter of the sanitary reader: foreign bodies and undercooked food count with
  /// spoiled food.
  init?(letter: Character) {
    switch letter {
    case "I": self = .illness
    case "P": self = .pest
    case "S", "F", "U": self = .spoiled
    case "D": self = .dirt
    default: return nil
    }
  }

  /// What the reports speak of, after « signalent » / "report".
  var object: LocalizedText {
    switch self {
    case .illness: LocalizedText(fr: "un malaise après le repas", en: "illness after the meal")
    case .pest: LocalizedText(fr: "des nuisibles", en: "pests")
    case .spoiled:
      LocalizedText(
        fr: "des aliments avariés, mal cuits ou souillés",
        en: "spoiled, undercooked or soiled food")
    case .dirt: LocalizedText(fr: "de la saleté", en: "dirt")
    }
  }

  /// The column of the kind.
  var column: ReviewColumn {
    switch self {
    case .illness: .illness
    case .pest: .pest
    case .spoiled: .spoiled
    case .dirt: .dirt
    }
  }
}
