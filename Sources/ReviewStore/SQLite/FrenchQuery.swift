/// French text for the full text index: elided articles become words of their own.
enum FrenchQuery {
  /// The greatest number of words of a query.
  static let wordLimit = 32

  /// A text as it is indexed: apostrophes part words, ligatures are opened.
  static func indexed(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x27 || $0 >= 0x80 }) else { return text }
    return withoutLigatures(
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { $0 == "'" || $0 == "\u{2019}" ? " " : $0 })))
  }

  /// A text with « œ » written « oe » and so on, so that « coeur » finds « cœur ».
  static func withoutLigatures(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ligatures[$0] != nil }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let letters = ligatures[scalar] {
        out.append(contentsOf: letters.unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "\u{FB00}": "ff", "\u{FB01}": "fi",
    "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
  ]

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
