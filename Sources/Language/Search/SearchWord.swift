import Review

/// A word of a text as search sees it.
public struct SearchWord: Hashable, Sendable {
  /// The word in lower case without accents.
  public let exact: String
  /// Its stem, which plural, gender and many endings share; worked out anew each time.
  public var stem: String { Self.stem(exact) }
  /// Where it stands, in code points.
  public let span: Span

  /// The words of a text; elided articles, punctuation and single hyphens part them.
  public static func words(in text: String) -> [SearchWord] {
    let tokens = TokenizedText(text)
    return tokens.tokens.indices.compactMap { SearchWord(tokens, at: $0) }
  }

  /// The word that a token is, or `nil` for an elided article and for what is no word.
  public init?(_ text: TokenizedText, at index: Int) {
    let token = text.tokens[index]
    guard token.isWord, !token.marks.contains(.elided) else { return nil }
    exact = text.folded(index)
    span = Span(Int(token.begin), Int(token.end))
  }

  /// Whether the word's stem is the one given; told by the first letter, which stemming keeps, for most
  /// words.
  func hasStem(_ stem: String) -> Bool {
    exact.utf8.first == stem.utf8.first && self.stem == stem
  }

  /// The stem of a folded word; numbers and short words are their own.
  public static func stem(_ folded: String) -> String {
    guard folded.utf8.count > 3, folded.utf8.allSatisfy({ $0 >= 0x61 || $0 == 0x27 }) else {
      return folded
    }
    var letters = Array(folded.utf8)
    // A five-letter plural (« feux », « vannes » are longer) loses its mark as longer ones do.
    if letters.count <= 5, let last = letters.last, last == 0x73 || last == 0x78 {
      letters.removeLast()
    }
    FrenchStemmer.stem(&letters, .light)
    return String(decoding: letters, as: UTF8.self)
  }

  /// The stems of a text, each after a space, for a full text index.
  public static func indexed(_ text: String) -> String {
    words(in: text).map(\.stem).joined(separator: " ")
  }
}
