import Foundation
import Language
import Learning
import Review

/// Tells the theme of a passage: words of the project's lexicon, and what was learned from
/// annotated passages.
struct ThemeModel: Sendable {
  /// What one word of the lexicon weighs beside the learned log-odds.
  static let lexiconWeight = 1.3

  /// A theme with how sure the model is.
  struct Answer: Hashable, Sendable {
    var theme: LetterTheme
    /// The share of the theme among all, 0…1.
    var score: Double
    /// Whether the model had better not answer.
    var abstains: Bool
  }

  /// How texts become vectors; `nil` while nothing was learned.
  var vectors: TextVectors?
  /// The log-odds of each theme, in the order of `LetterTheme.allCases`; empty at first.
  var models: [LinearModel]
  /// Below this score the model abstains.
  var threshold: Double

  /// The lexicon alone.
  static let shipped = ThemeModel(vectors: nil, models: [], threshold: 0.3)

  /// The scores of all themes, that sum to 1.
  func scores(_ text: TokenizedText, counts: [Int]) -> [Double] {
    var values = counts.map { Double($0) * Self.lexiconWeight }
    if let vectors, models.count == values.count {
      let vector = vectors.vector(text)
      for index in values.indices { values[index] += models[index].score(vector) }
    }
    let largest = values.max() ?? 0
    let powers = values.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The most likely theme.
  func answer(_ text: TokenizedText, counts: [Int]) -> Answer {
    let scores = scores(text, counts: counts)
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    let saysNothing = models.isEmpty && counts.allSatisfy { $0 == 0 }
    return Answer(
      theme: LetterTheme.allCases[best], score: scores[best],
      abstains: saysNothing || scores[best] < threshold)
  }
}
