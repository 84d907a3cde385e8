/// Why a suggestion stands in the list, and with which probability it was put there.
///
/// The probability lets precision and recall be estimated without bias from what agents decided
/// (inverse-propensity weighting).
public struct Selection: Hashable, Codable, Sendable {
  /// The three ways into the list.
  public enum Reason: String, Codable, Sendable, CaseIterable {
    /// Ranked by its score.
    case best
    /// Chosen because the model hesitates.
    case uncertain
    /// Drawn at random, so that what the model misses is seen too.
    case random
  }

  /// Why it is there.
  public let reason: Reason
  /// The probability, 0…1, with which it was put there.
  public let probability: Double

  /// Makes a selection; the probability is clamped to 0…1.
  public init(_ reason: Reason, probability: Double = 1) {
    self.reason = reason
    self.probability = min(1, max(0, probability))
  }
}
