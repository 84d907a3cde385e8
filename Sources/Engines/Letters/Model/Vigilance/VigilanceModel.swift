import Language
import Learning
import Review

/// The probability that a sentence or passage calls for vigilance (level 1 or 2).
///
/// Two models are stacked: a logistic regression over named cues, which starts from shipped
/// weights, and one over words and pairs of words, trained on sentences that the first labelled
/// weakly and on what people judged. Both were shown, out of fold, to the logistic regression that
/// weighs them, so that the result is a calibrated probability.
struct VigilanceModel: Sendable {
  /// Log-odds from cues.
  var cues: DenseLogistic
  /// How texts become vectors; `nil` while no text model was learned.
  var vectors: TextVectors?
  /// Log-odds from words.
  var words: LinearModel?
  /// What weighs the two log-odds.
  var stack: DenseLogistic

  /// The score of a passage with its parts.
  struct Assessment: Sendable {
    /// The log-odds, the sum of what follows.
    var logOdds: Double
    /// The log-odds of a passage without cues or known words.
    var base: Double
    /// What each feature of the cues adds, in the order of the features.
    var cueShares: [Double]
    /// What the words add together.
    var wordShare: Double
    /// The probability.
    var probability: Double { Logistic.sigmoid(logOdds) }
  }

  /// The model before anything was learned: cues alone.
  static let shipped = VigilanceModel(
    cues: VigilanceWeights.shipped, vectors: nil, words: nil, stack: identity)

  /// A stack that passes the cues' log-odds on.
  private static let identity = DenseLogistic(
    coefficients: [1, 0], intercept: 0, means: [0, 0], deviations: [1, 1], fillings: [0, 0])

  /// Assesses a passage that was read.
  func assess(_ reading: PassageReading, _ text: TokenizedText) -> Assessment {
    let weights = stackWeights
    let shares = cues.contributions(reading.features).map { $0 * weights.cues }
    let word = wordScore(text) * weights.words
    let base = weights.intercept + cues.intercept * weights.cues
    return Assessment(
      logOdds: shares.reduce(base + word, +), base: base, cueShares: shares, wordShare: word)
  }

  /// The log-odds that words give; 0 without a model of them.
  func wordScore(_ text: TokenizedText) -> Double {
    guard let vectors, let words else { return 0 }
    return words.score(vectors.vector(text))
  }

  /// The stack as plain weights.
  private var stackWeights: (intercept: Double, cues: Double, words: Double) {
    let cueWeight = stack.rawWeight(0)
    let wordWeight = stack.rawWeight(1)
    let intercept = stack.intercept - cueWeight * stack.means[0] - wordWeight * stack.means[1]
    return (intercept, cueWeight, wordWeight)
  }
}
