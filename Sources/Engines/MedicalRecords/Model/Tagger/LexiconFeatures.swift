/// What lexicon and word statistics say of each token of a report.
struct LexiconFeatures: Sendable {
  /// Label, trust and place in the match; 0 for none.
  var matches: [UInt16]
  /// Label, trust and support of the match, with its length; 0 for none.
  var supports: [UInt16]
  /// How often the match stands in the report, up to four, with its label; 0 for none.
  var repeats: [UInt16]
  /// What is known of the word.
  var words: [UInt64]

  /// What the report itself gave to lexicon and statistics; empty for a report that was not learned.
  struct Own {
    var entries: [Int32: MentionLexicon.Entry] = [:]
    var words: WordStatistics?
  }

  /// The features of a report that was not learned from.
  init(_ text: ClinicalText, _ lexicon: MentionLexicon, _ known: StemTable) {
    self.init(text, lexicon, words: text.stems.map { known[$0] }, without: [:])
  }

  /// The features of a report that is learned from, without what it gave itself.
  init(
    _ text: ClinicalText, _ lexicon: MentionLexicon, _ statistics: WordStatistics, without own: Own
  ) {
    self.init(
      text, lexicon, words: statistics.features(text.stems, without: own.words),
      without: own.entries)
  }

  private init(
    _ text: ClinicalText, _ lexicon: MentionLexicon, words: [UInt64],
    without own: [Int32: MentionLexicon.Entry]
  ) {
    self.words = words
    matches = [UInt16](repeating: 0, count: text.tokens.count)
    supports = matches
    repeats = matches
    let found = lexicon.matches(text.stems, sentences: text.sentences, without: own)
    var counts: [Int32: Int] = [:]
    for match in found { counts[match.value, default: 0] += 1 }
    for match in found {
      let base = UInt16(1 + match.label * 100 + match.trust * 10)
      let length = UInt16(match.tokens.count)
      let often = UInt16(1 + min(4, counts[match.value] ?? 1) + 8 * match.label)
      for token in match.tokens {
        let place =
          (token == match.tokens.lowerBound ? 1 : 0)
          + (token == match.tokens.upperBound - 1 ? 2 : 0)
        matches[token] = base + UInt16(place)
        supports[token] = (base + UInt16(3 * match.support)) &* 16 &+ length
        repeats[token] = often
      }
    }
  }
}
