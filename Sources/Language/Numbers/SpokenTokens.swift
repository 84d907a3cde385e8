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
    tokens = tokenized.tokens.indices.filter { tokenized.tokens[$0].isWord }.map { index in
      let word = tokenized.folded(index)
      let bare = word.hasSuffix("'") ? String(word.dropLast()) : word
      let meaning = SpokenNumberWord.of(bare)
      return Token(
        word: bare, meaning: meaning,
        sound: meaning == nil || meaning == .filler ? SpokenNumberWord.soundingLike(bare) : nil,
        span: tokenized.span(index..<index + 1))
    }
  }

  /// The tokens of a range without fillers.
  public func compact(_ range: Range<Int>) -> [Token] {
    tokens[range].filter { $0.meaning != .filler }
  }
}
