/// What the scores of an utterance say about how sure its best intent is.
struct IntentSignals: Sendable, Hashable {
  /// How much the distance to the second intent counts where there is no class of what is out of
  /// scope; chosen by withholding intents.
  private static let gapWeight = 0.3
  /// How much the cosine to the nearest training line counts there.
  private static let nearWeight = 3.0

  /// The class with the highest score among the intents.
  let best: String
  /// The second.
  let second: String
  /// The scores by class, in the order of the scorer's classes.
  let scores: [Double]
  /// What utterances are ranked by, most surely in scope and right first.
  let rank: Double

  /// Reads signals off scores.
  ///
  /// - Parameter nearest: the greatest cosine to a training line, 0…1.
  init(scorer: IntentScorer, scores: [Double], nearest: Double) {
    var order = scorer.classes.indices.filter { scorer.classes[$0] != TrainingLine.none }
    order.sort { (scores[$0], $1) > (scores[$1], $0) }
    let top = scores[order[0]]
    let next = order.count > 1 ? scores[order[1]] : top
    best = scorer.classes[order[0]]
    second = order.count > 1 ? scorer.classes[order[1]] : ""
    self.scores = scores
    if let none = scorer.classes.firstIndex(of: TrainingLine.none) {
      rank = top - scores[none]
    } else {
      rank = top + Self.gapWeight * (top - next) + Self.nearWeight * nearest
    }
  }
}
