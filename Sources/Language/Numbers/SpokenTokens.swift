import Review

/// The words of an utterance as number words, with their spans.
public struct SpokenTokens: Sendable {
  /// One word.
  public struct Token: Sendable, Hashable {
    /// The folded word.
    public var word: String
    /// What it surely means inside a number, or `nil`.
    public var meaning: SpokenNumberWord?
    /// What it may mean by its sound, or `nil`.
    public var sound: SpokenNumberWord?
    /// Its code points.
    public var span: Span
  }

  /// The words, hyphens taken as spaces.
  public let tokens: [Token]

  /// Reads the words of a text.
  public init(_ text: String) {
    let tokenized = TokenizedText(text)
    tokens = tokenized.tokens.indices.flatMap { index -> [Token] in
      let span = tokenized.span(index..<index + 1)
      guard tokenized.tokens[index].isWord else {
        return tokenized.folded(index) == "€" ? [Self.token("euros", span)] : []
      }
      let word = tokenized.folded(index)
      if let pieces = Self.pieces(word, span) { return pieces }
      return [Self.token(word.hasSuffix("'") ? String(word.dropLast()) : word, span)]
    }
  }

  private static func token(_ word: String, _ span: Span) -> Token {
    let meaning = SpokenNumberWord.of(word)
    return Token(
      word: word, meaning: meaning,
      sound: meaning == nil || meaning == .filler ? SpokenNumberWord.soundingLike(word) : nil,
      span: span)
  }

  /// `06.12.34.56.78` and `8h30` are several words; a single point may be a decimal one.
  private static func pieces(_ word: String, _ span: Span) -> [Token]? {
    guard word.utf8.count == span.count, word.utf8.first.map({ (0x30...0x39).contains($0) }) == true
    else { return nil }
    var pieces: [(text: String, begin: Int)] = [("", 0)]
    var marks: [Character] = []
    for (place, character) in word.enumerated() {
      if character.isNumber {
        pieces[pieces.count - 1].text.append(character)
      } else {
        marks.append(character)
        if character == "h" { pieces.append(("h", place)) }
        pieces.append(("", place + 1))
      }
    }
    let isDotted = marks.count > 1 && marks.allSatisfy { $0 == "." }
    guard isDotted || marks == ["h"] else { return nil }
    return pieces.filter { !$0.text.isEmpty }.map { piece in
      let begin = span.begin + piece.begin
      return token(piece.text, Span(begin, begin + piece.text.utf8.count))
    }
  }

  /// The tokens of a range without fillers.
  public func compact(_ range: Range<Int>) -> [Token] {
    tokens[range].filter { $0.meaning != .filler }
  }
}
