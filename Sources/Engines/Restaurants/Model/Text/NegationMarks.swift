import Language

/// Marks the words that follow a negation, so that « bon » and « pas bon » count apart.
///
/// Source: Das and Chen (2001), as used by Pang, Lee, Vaithyanathan, "Thumbs up?", EMNLP 2002; here
/// the mark ends after four words or at punctuation, because French reviews punctuate little.
enum NegationMarks {
  private static let reach = 4
  private static let mark: UInt64 = 0x6E65_6761_7465_6421
  private static let negations = Set(
    [
      "pas", "jamais", "aucun", "aucune", "rien", "plus", "sans", "peu", "trop", "ni", "manque",
    ].map { StableHash.of($0) })

  /// Keeps words only and changes the hash of those within reach of a negation.
  static func mark(_ text: inout TokenizedText) {
    var left = 0
    var kept: [Token] = []
    kept.reserveCapacity(text.tokens.count)
    for var token in text.tokens {
      guard token.isWord else {
        if token.kind == .punctuation { left = 0 }
        continue
      }
      let isNegation = negations.contains(token.hash)
      if left > 0 {
        token.hash ^= Self.mark
        left -= 1
      }
      if isNegation { left = reach }
      kept.append(token)
    }
    text.tokens = kept
  }
}
