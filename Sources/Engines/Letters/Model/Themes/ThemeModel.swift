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
    /// By how many log-odds the theme stands above the next.
    var margin = 0.0
  }

  /// How texts become vectors; `nil` while nothing was learned.
  var vectors: TextVectors?
  /// The log-odds of each theme, in the order of `LetterTheme.allCases`; empty at first.
  var models: [LinearModel]
  /// Below this score the model abstains.
  var threshold: Double
  /// Below this margin the model abstains: among sentences whose annotation and SIANCE's prediction
  /// agree, the margin tells right answers from wrong ones better than the score (.96 right at 70 %
  /// answered, against .94).
  var leastMargin = 0.0

  /// The lexicon alone.
  static let shipped = ThemeModel(vectors: nil, models: [], threshold: 0.3)

  /// The log-odds of all themes.
  private func logOdds(_ text: TokenizedText, counts: [Int]) -> [Double] {
    var values = counts.map { Double($0) * Self.lexiconWeight }
    if let vectors, models.count == values.count {
      let vector = vectors.vector(text)
      for index in values.indices { values[index] += models[index].score(vector) }
    }
    return values
  }

  /// The most likely theme.
  func answer(_ text: TokenizedText, counts: [Int]) -> Answer {
    let values = logOdds(text, counts: counts)
    let best = values.indices.max { values[$0] < values[$1] } ?? 0
    let largest = values.max() ?? 0
    let score = 1 / values.reduce(0) { $0 + exp($1 - largest) }
    let others = values.indices.filter { $0 != best }.map { values[$0] }
    let margin = largest - (others.max() ?? largest)
    let saysNothing = models.isEmpty && counts.allSatisfy { $0 == 0 }
    return Answer(
      theme: LetterTheme.allCases[best], score: score,
      abstains: saysNothing || score < threshold || margin < leastMargin, margin: margin)
  }
}
