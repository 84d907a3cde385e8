/// French text for the full text index: elided articles become words of their own.
enum FrenchQuery {
  /// The greatest number of words of a query.
  static let wordLimit = 32

  /// A text as it is indexed: apostrophes part words.
  static func indexed(_ text: String) -> String {
    guard text.utf8.contains(0x27) || text.contains("’") else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "'" || $0 == "\u{2019}" ? " " : $0 }))
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
