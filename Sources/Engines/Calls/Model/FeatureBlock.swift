/// The four kinds of features of an utterance, each weighted as a whole.
enum FeatureBlock: Int, CaseIterable {
  /// Words and pairs of words.
  case words
  /// Stems of the words that carry meaning, and pairs of them.
  case stems
  /// Letters 2–5 inside words, the ends of a word included: they survive slips and endings.
  case letters
  /// Groups of words used for one another.
  case concepts

  /// How much the block counts; chosen by cross-validation on training rows.
  var weight: Double {
    switch self {
    case .words: 0.7
    case .stems: 1.3
    case .letters: 1.3
    case .concepts: 0.7
    }
  }
}
