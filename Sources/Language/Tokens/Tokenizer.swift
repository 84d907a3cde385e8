/// A tokenizer of French that folds as it goes.
///
/// It works on UTF-8 bytes, keeps exact offsets in bytes and code points, splits elided words from
/// what follows (l'odeur → l' · odeur; aujourd'hui stays whole) and writes a letter that stands
/// three times or more once (trèèèès → tres).
public struct Tokenizer: Sendable {
  /// Makes a tokenizer.
  public init() {}

  /// Tokenizes a text into a value whose storage is reused.
  public func tokenize(_ text: String, into result: inout TokenizedText) {
    result.tokens.removeAll(keepingCapacity: true)
    result.bytes.removeAll(keepingCapacity: true)
    result.codePointCount = 0
    var text = text
    text.withUTF8 { bytes in
      FoldingTable.shared.direct.withUnsafeBufferPointer { direct in
        var scanner = TokenScanner(text: bytes, direct: direct, result: result)
        result = TokenizedText()
        scanner.run()
        result = scanner.result
      }
    }
  }

  /// Tokenizes a text.
  public func tokenize(_ text: String) -> TokenizedText { TokenizedText(text) }
}
