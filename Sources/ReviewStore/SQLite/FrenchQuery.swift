/// French text for the full text index: elided articles become words of their own.
enum FrenchQuery {
  /// The greatest number of words of a query.
  static let wordLimit = 32

  /// A text as it is indexed: apostrophes part words, ligatures are opened.
  static func indexed(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x27 || $0 >= 0x80 }) else { return text }
    return rewritten(text, partingApostrophes: true)
  }

  /// A text with « œ » written « oe » and so on, so that « coeur » finds « cœur ».
  static func withoutLigatures(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { letters($0) != nil }) else { return text }
    return rewritten(text, partingApostrophes: false)
  }

  /// One pass over a text: every review and every name goes through it.
  private static func rewritten(_ text: String, partingApostrophes: Bool) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if partingApostrophes, scalar == "'" || scalar == "\u{2019}" {
        out.unicodeScalars.append(" ")
      } else if let letters = letters(scalar) {
        out += letters
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// The letters of a ligature; told at a glance for all that is frequent.
  private static func letters(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.value >= 0xC6 else { return nil }
    return switch scalar {
    case "œ": "oe"
    case "Œ": "OE"
    case "æ": "ae"
    case "Æ": "AE"
    case "ß": "ss"
    case "\u{FB00}": "ff"
    case "\u{FB01}": "fi"
    case "\u{FB02}": "fl"
    case "\u{FB03}": "ffi"
    case "\u{FB04}": "ffl"
    default: nil
    }
  }

  /// The FTS5 expression of what a user typed: quoted phrases as they are, other words as
  /// prefixes, all of them wanted; `nil` when there is no word.
  static func expression(_ text: String) -> String? {
    var terms: [String] = []
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      let words = FoldedWords.words(String(part)).filter { $0.count > 1 || index % 2 == 1 }
      if index % 2 == 1 {
        if !words.isEmpty { terms.append("\"" + words.joined(separator: " ") + "\"") }
      } else {
        terms += words.map { "\"\($0)\"*" }
      }
    }
    return terms.isEmpty ? nil : terms.prefix(wordLimit).joined(separator: " AND ")
  }
}
