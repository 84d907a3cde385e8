import Learning
import Review

extension LearningError {
  /// The error as a sentence in both languages: engines let it through when nothing can be learned.
  var sentence: LocalizedText {
    switch self {
    case .noRows:
      LocalizedText(fr: "aucune ligne dont apprendre", en: "no row to learn from")
    case .oneClass:
      LocalizedText(
        fr: "toutes les étiquettes sont les mêmes : rien à apprendre",
        en: "all labels are the same: nothing can be learned")
    case .shape, .value, .library, .damaged:
      LocalizedText(fr: "apprentissage impossible (\(description))", en: description)
    }
  }
}
