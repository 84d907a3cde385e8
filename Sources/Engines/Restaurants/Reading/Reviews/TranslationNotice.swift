/// Takes off the notices that a review site puts around machine-translated texts.
enum TranslationNotice {
  private static let translated = [englishNotice, "(Traduit par Google)"]
  private static let original = ["(Original)", "(Avis d'origine)", "(Texte d'origine)"]
  /// Sites that translate into English keep the original, which is French in French exports.
  private static let englishNotice = "(Translated by Google)"

  /// The text without notices, and whether what is kept is the translation.
  ///
  /// Of a text given in both languages one is kept: the original when the translation is English,
  /// else the (French) translation.
  static func strip(_ text: String) -> (text: String, isTranslated: Bool) {
    guard mayHoldNotice(text), let notice = first(of: translated, in: text) else {
      return (text, false)
    }
    let before = text[..<notice.lowerBound].trimmedText
    let after = text[notice.upperBound...]
    let parts: (original: String, translation: String)
    if let separator = first(of: original, in: text) {
      parts =
        separator.lowerBound < notice.lowerBound
        ? (text[separator.upperBound..<notice.lowerBound].trimmedText, after.trimmedText)
        : (
          text[separator.upperBound...].trimmedText,
          text[notice.upperBound..<separator.lowerBound].trimmedText
        )
    } else {
      parts = (before, after.trimmedText)
    }
    let keepsOriginal = text[notice] == englishNotice && !parts.original.isEmpty
    return keepsOriginal ? (parts.original, false) : (parts.translation, true)
  }

  /// A quick look: every notice begins with `(T`.
  private static func mayHoldNotice(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x54, previous == 0x28 { return true }
      previous = byte
    }
    return false
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
