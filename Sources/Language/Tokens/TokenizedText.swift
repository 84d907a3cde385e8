import Review

/// The tokens of a text, in order, with their folded bytes.
public struct TokenizedText: Sendable {
  /// The tokens.
  public var tokens: [Token]
  /// The folded bytes of all tokens, one after the other.
  public internal(set) var bytes: [UInt8]
  /// The number of code points of the text.
  public internal(set) var codePointCount: Int

  /// Tokenizes a text.
  public init(_ text: String) {
    self.init()
    Tokenizer().tokenize(text, into: &self)
  }

  /// Makes an empty value for `Tokenizer.tokenize(_:into:)`, which keeps the storage.
  public init() {
    tokens = []
    bytes = []
    codePointCount = 0
  }

  /// The folded form of a token.
  public func folded(_ index: Int) -> String {
    String(decoding: foldedBytes(index), as: UTF8.self)
  }

  /// The folded bytes of a token.
  public func foldedBytes(_ index: Int) -> ArraySlice<UInt8> {
    bytes[Int(tokens[index].foldedBegin)..<Int(tokens[index].foldedEnd)]
  }

  /// The code points that a range of tokens covers; empty at 0 for an empty range.
  public func span(_ range: Range<Int>) -> Span {
    guard !range.isEmpty else { return Span(0, 0) }
    return Span(Int(tokens[range.lowerBound].begin), Int(tokens[range.upperBound - 1].end))
  }

  /// The folded words and numbers, for tests and simple uses.
  public var words: [String] { tokens.indices.filter { tokens[$0].isWord }.map { folded($0) } }
}
