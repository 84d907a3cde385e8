/// Takes off the notices that a review site puts around machine-translated texts.
enum TranslationNotice {
  private static let translated = ["(Translated by Google)", "(Traduit par Google)"]
  private static let original = ["(Original)", "(Avis d'origine)", "(Texte d'origine)"]
  /// Sites that translate into English keep the original, which is French in French exports.
  private static let keepsOriginal = "(Translated by Google)"

  /// The text without notices, and whether what is kept is the translation.
  ///
  /// Of a text given in both languages one is kept: the original when the translation is English,
  /// else the (French) translation.
  static func strip(_ text: String) -> (text: String, isTranslated: Bool) {
    guard text.utf8.contains(0x28), let notice = first(of: translated, in: text) else {
      return (text, false)
    }
    let isEnglish = text[notice] == keepsOriginal
    guard let separator = first(of: original, in: text) else {
      return ((text[..<notice.lowerBound] + text[notice.upperBound...]).trimmedText, true)
    }
    let isOriginalFirst = separator.lowerBound < notice.lowerBound
    let originalPart =
      isOriginalFirst
      ? text[separator.upperBound..<notice.lowerBound] : text[separator.upperBound...]
    let translatedPart =
      isOriginalFirst ? text[notice.upperBound...] : text[notice.upperBound..<separator.lowerBound]
    return isEnglish
      ? (originalPart.trimmedText, false) : (translatedPart.trimmedText, true)
  }

  private static func first(of notices: [String], in text: String) -> Range<String.Index>? {
    for notice in notices {
      if let range = text.firstRange(of: notice) { return range }
    }
    return nil
  }
}

extension StringProtocol {
  /// The text without white space around it.
  var trimmedText: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
