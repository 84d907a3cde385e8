import Foundation
import Language

extension FrenchSpeech {
  /// Titles and abbreviations.
  static let abbreviationRules: [SpokenRule] =
    [
      (#"\bMM\.(?= )"#, "Messieurs"), (#"\bM\.(?= ?\p{Lu})"#, "Monsieur"),
      (#"\bMr\.?(?= ?\p{Lu})"#, "Monsieur"), (#"\bMmes\b\.?"#, "Mesdames"),
      (#"\bMme\b\.?"#, "Madame"), (#"\bMlle\b\.?"#, "Mademoiselle"),
      (#"\bDr\b\.?(?= \p{Lu})"#, "Docteur"), (#"\bMe (?=\p{Lu})"#, "Maître "),
      (#"\bTél\."#, "Téléphone"), (#"\btél\."#, "téléphone"), (#"\b[nN]°s? ?"#, "numéro "),
      (#"\betc\."#, "et cetera."), (#"\b[aA]rt\.(?= )"#, "article"),
      (#"\bp\. ex\."#, "par exemple"),
      (#"\bc\.-à-d\."#, "c'est-à-dire"), (#"\bbd (?=\p{L})"#, "boulevard "),
      (#"\bav\. "#, "avenue "), (#" & "#, " et "), (#"\benv\. "#, "environ "),
      (#"\bmax\.(?= |$)"#, "maximum"), (#"\bmin\.(?= \p{Ll})"#, "minimum"),
      (#"\bIBAN\b"#, "Iban"), (#"\bp\. (?=\d)"#, "page "), (#" ?= "#, " égale "),
      (#"\bStés?\b"#, "société"), (#"\bassoc?\.(?= )"#, "association"),
    ].map { pattern, words in SpokenRule(pattern) { _ in words } }

  /// Acronyms: read like words or letter by letter.
  static let acronymRules: [SpokenRule] = [
    SpokenRule(#"\b((?:\p{Lu}\.){2,})(?=[\s,;:?!]|$)"#) { groups in
      acronym(groups[1].filter(\.isLetter))
    },
    SpokenRule(#"\b(\p{Lu}{2,12})(s?)\b"#) { acronym($0[1]) },
    SpokenRule(#"\b([Dd]pae|[Cc]dd|[Cc]di|[Rr]ib|[Dd]sn|[Ee]tp)\b"#) { letters($0[1]) },
  ]

  private static func acronym(_ text: String) -> String {
    if Acronyms.read.contains(text) { return text.prefix(1) + text.dropFirst().lowercased() }
    if Acronyms.spelled.contains(text) { return letters(text) }
    // Long capitals are shouted words, short ones without a vowel cannot be read.
    if text.count >= 6 { return text.prefix(1) + text.dropFirst().lowercased() }
    return letters(text)
  }
}
